import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { setSingleKeys, useHotkey } from "#client/ui/use-hotkey.ts";

function Screen({ onPress }: { readonly onPress: () => void }) {
  useHotkey("l", onPress);
  return (
    <>
      <input aria-label="Remark" />
      {/* biome-ignore lint/a11y/useSemanticElements: as the rows of choices are built */}
      <button type="button" role="radio" aria-checked={false}>
        told
      </button>
    </>
  );
}

afterEach(() => setSingleKeys(true));

describe("a single-letter shortcut", () => {
  it("acts on its letter, and not with a modifier", async () => {
    const onPress = vi.fn();
    render(<Screen onPress={onPress} />);
    await userEvent.keyboard("l");
    await userEvent.keyboard("{Control>}l{/Control}");
    expect(onPress).toHaveBeenCalledTimes(1);
  });

  it("leaves the letter to whoever is typing", async () => {
    const onPress = vi.fn();
    render(<Screen onPress={onPress} />);
    await userEvent.type(screen.getByLabelText("Remark"), "all well");
    expect(onPress).not.toHaveBeenCalled();
  });

  it("acts on the capital too, as the button shows it, and once while the key is held down", async () => {
    const onPress = vi.fn();
    render(<Screen onPress={onPress} />);
    await userEvent.keyboard("{Shift>}L{/Shift}");
    await userEvent.keyboard("{l>3/}");
    expect(onPress).toHaveBeenCalledTimes(2);
  });

  it("leaves the letter to a row of choices, which has letters of its own", async () => {
    const onPress = vi.fn();
    render(<Screen onPress={onPress} />);
    screen.getByRole("radio", { name: "told" }).focus();
    await userEvent.keyboard("l");
    expect(onPress).not.toHaveBeenCalled();
  });

  it("does nothing behind an open dialog", async () => {
    const onPress = vi.fn();
    render(<Screen onPress={onPress} />);
    const dialog = document.createElement("dialog");
    dialog.open = true;
    document.body.append(dialog);
    await userEvent.keyboard("l");
    dialog.remove();
    expect(onPress).not.toHaveBeenCalled();
  });

  it("can be switched off for people who dictate", async () => {
    const onPress = vi.fn();
    render(<Screen onPress={onPress} />);
    setSingleKeys(false);
    await userEvent.keyboard("l");
    expect(onPress).not.toHaveBeenCalled();
  });
});
