import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";
import { projectRoot } from "#server/process/project-root.ts";
import { Keyboard } from "./keyboard.ts";
import { giveSignIn, type Opening, preparedFolders, sharedBrowser } from "./prepared.ts";
import { type RunningServer, startServer, temporaryFolders } from "./server.ts";

/** The three widths that every screen works at: desk, tablet in the room, phone. */
export const WIDTHS = { desk: 1280, tablet: 820, phone: 390 } as const;

export interface Journey {
  readonly page: Page;
  readonly keyboard: Keyboard;
  readonly url: string;
  readonly server: RunningServer;
  /** Another window of the same browser: same sign-in. */
  newWindow(): Promise<Page>;
  /** Stops the server, as it is told to or as a power cut would, and starts it again on the same record and port. */
  restartServer(how: "stop" | "kill"): Promise<void>;
  /** Saves what is on screen to test-results/journeys/<name>.png. */
  picture(name: string): Promise<void>;
  /** From here on the browser may complain: the server is about to be away, or a refusal is asked for. */
  expectTrouble(): void;
}

/** How a journey begins. With a `practice`: set up that way and signed in, on the caseload. Without: before the first run. */
interface Beginning {
  readonly width?: number;
  readonly dark?: boolean;
  readonly practice?: Opening;
}

/**
 * The built server on a record of its own, and a browser window before it, until the running test ends. The test fails when
 * the page throws, complains on its console (a breach of the content policy too), or asks another machine for anything.
 */
export async function openJourney({ width = WIDTHS.desk, dark = false, practice }: Beginning = {}): Promise<Journey> {
  const folders = practice ? preparedFolders(practice) : temporaryFolders();
  onTestFinished(() => folders.remove());
  const running = { server: await startServer(folders) };
  onTestFinished(() => running.server.stop());
  const { url } = running.server;
  const browser = await sharedBrowser();
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
    timezoneId: "America/New_York",
    locale: "en-US",
  });
  onTestFinished(() => context.close());

  const troubles: string[] = [];
  let listening = true;
  const note = (trouble: string) => {
    if (listening) troubles.push(trouble);
  };
  context.on("page", (page) => watch(page, url, note));
  const page = await context.newPage();
  if (practice) {
    await giveSignIn(context, url);
    await page.goto(url);
    await page.getByRole("heading", { name: "Caseload" }).waitFor();
  }

  const picture = async (name: string) => {
    const folder = join(projectRoot(), "test-results", "journeys");
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  };
  // What is registered last runs first: the browser and the server still stand.
  onTestFinished(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    await picture(`failed ${task.name}`.replace(/[^a-z0-9]+/gi, "-").slice(0, 80)).catch(() => undefined);
    const log = running.server.log().trim();
    if (log) process.stderr.write(`The server said:\n${log.slice(-4_000)}\n`);
  });
  onTestFinished(() => expect(troubles, "what the browser complained of").toEqual([]));

  return {
    page,
    keyboard: new Keyboard(page),
    url,
    get server() {
      return running.server;
    },
    newWindow: () => context.newPage(),
    restartServer: async (how) => {
      await running.server[how]();
      running.server = await startServer({ ...folders, port: new URL(url).port });
    },
    picture,
    expectTrouble: () => {
      listening = false;
    },
  };
}

/** Not signed in, edited elsewhere meanwhile, too many tries: answers, not faults, though the browser prints them red. */
const AN_ORDINARY_REFUSAL = /^Failed to load resource: .* status of (401|409|429) /;

function watch(page: Page, url: string, note: (trouble: string) => void): void {
  page.on("pageerror", (fault) => note(`threw: ${fault.message}`));
  page.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    if (!AN_ORDINARY_REFUSAL.test(message.text())) note(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const asked = new URL(request.url());
    if (/^https?:$/.test(asked.protocol) && asked.origin !== url) note(`asked another machine: ${asked.origin}`);
  });
}
