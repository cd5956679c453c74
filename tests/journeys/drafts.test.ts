import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations } from "./harness/accessibility.ts";
import { giveSignIn, preparedFolders, sharedBrowser } from "./harness/prepared.ts";
import { type RunningServer, startServer } from "./harness/server.ts";

let server: RunningServer;
let context: BrowserContext;
let page: Page;
/** The draft's address without its origin. */
let path: string;
const folders = preparedFolders("empty");

const note = (of: Page) => of.getByRole("textbox", { name: "Note", exact: true });
const evidence = (of: Page) => of.getByRole("textbox", { name: "One line of evidence" });

/** What docs/reliability.md, "Drafts", allows until a key is on the disk. */
const DURABLE_MS = 3_000;

beforeAll(async () => {
  server = await startServer(folders);
  const browser = await sharedBrowser();
  context = await browser.newContext({ locale: "en-US", timezoneId: "America/New_York" });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await giveSignIn(context, server.url);
  await page.goto(`${server.url}/cases/new`);
  await page.getByLabel("Name of the case").fill("Harbor");
  await page.getByLabel("What you call them").first().fill("Dana");
  await page.getByLabel("What you call them").last().fill("Kit");
  await page.getByRole("button", { name: "Open the case" }).click();
  await page.getByRole("heading", { name: "Harbor" }).waitFor();
  await page.keyboard.press("l");
  await page.waitForURL(/\/log\/./);
  path = new URL(page.url()).pathname;
  await note(page).waitFor();
});

afterAll(async () => {
  await context?.close();
  await server?.stop();
  folders.remove();
});

describe("what is being typed", () => {
  it("is still there after the page is reloaded 3 seconds after the last key", async () => {
    await note(page).fill("They waited for the answer.");
    await page.waitForTimeout(DURABLE_MS);
    await page.reload();
    await expect.poll(() => note(page).inputValue()).toBe("They waited for the answer.");
  });

  it("is still there after the server was killed and started again", async () => {
    await evidence(page).fill("Asked why it goes quiet.");
    await page.waitForTimeout(DURABLE_MS);
    await server.kill();
    server = await startServer(folders);
    await page.goto(server.url + path);
    await expect.poll(() => evidence(page).inputValue()).toBe("Asked why it goes quiet.");
  });

  it("survives the tab being closed right after a key", async () => {
    await note(page).fill("Closed at once.");
    await page.close({ runBeforeUnload: true });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.waitForTimeout(500);
    await page.goto(server.url + path);
    await expect.poll(() => note(page).inputValue()).toBe("Closed at once.");
  });

  it("waits while the network is away, says so, and is saved once when it is back", async () => {
    await context.setOffline(true);
    await note(page).fill("Typed without a network.");
    await page.getByText(/Not saved – trying again/).waitFor();
    await context.setOffline(false);
    await page.getByText(/^Saved/).waitFor();
    const other = await context.newPage();
    await other.goto(server.url + path);
    await expect.poll(() => note(other).inputValue()).toBe("Typed without a network.");
    await other.close();
  });
});

describe("two windows on one draft", () => {
  it("show both texts, and lose neither", async () => {
    const other = await context.newPage();
    await other.goto(server.url + path);
    const saved = other.waitForResponse((response) => response.url().includes("drafts.save") && response.ok());
    await note(other).fill("In the other window.");
    await saved;
    await other.getByText(/^Saved (just now|\d)/).waitFor();
    await note(page).fill("In this window.");
    await page.getByRole("heading", { name: "This log was changed in another window" }).waitFor();
    const text = await page.locator("main").innerText();
    for (const words of ["In this window.", "In the other window."]) expect(text).toContain(words);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Go on with these" }).click();
    await expect.poll(() => note(page).inputValue()).toBe("In this window.\n\nIn the other window.");
    await other.close();
  });

  it("finish at the same time into one session", async () => {
    await page.getByText(/^Saved/).waitFor();
    const other = await context.newPage();
    await other.goto(server.url + path);
    await note(other).waitFor();
    await Promise.all([page.keyboard.press("Control+Enter"), other.keyboard.press("Control+Enter")]);
    await page.waitForURL(/\/cases\/[^/]+$/);
    await page.getByRole("link", { name: "Sessions", exact: true }).click();
    await page.getByText("1 session held").waitFor();
    await other.close();
  });
});
