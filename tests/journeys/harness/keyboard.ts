import type { Page } from "playwright-core";

/** A person at the keyboard: no mouse, every key press counted, text counted apart. */
export class Keyboard {
  /** Key presses beyond the text itself; a chord such as Ctrl+Enter counts as each of its keys. */
  presses = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.presses += key === "+" ? 1 : key.split("+").length;
      await this.#page.keyboard.press(key);
    }
  }

  /** Types text where the focus is; not counted. */
  async write(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  /** Presses a key until the focus is inside a field of the form. */
  async until(field: string, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
    for (let step = 0; step < 40; step += 1) {
      if ((await this.field()) === field) return;
      await this.press(key);
    }
    throw new Error(`${key} did not lead to ${field}`);
  }

  /** The field that has the focus, or "". */
  async field(): Promise<string> {
    return this.#page.evaluate(() => document.activeElement?.closest("[data-field]")?.getAttribute("data-field") ?? "");
  }
}
