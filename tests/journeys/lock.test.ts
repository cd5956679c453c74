import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { axeViolations } from "./harness/accessibility.ts";
import { setUpPractice, THERAPIST } from "./harness/people.ts";
import { sharedBrowser } from "./harness/prepared.ts";
import { type RunningServer, startServer, temporaryFolders } from "./harness/server.ts";

let server: RunningServer;
let page: Page;
const folders = temporaryFolders();

beforeAll(async () => {
  server = await startServer(folders);
  const browser = await sharedBrowser();
  page = await (await browser.newContext()).newPage();
  await page.clock.install();
  await setUpPractice(page, server.url, "sample");
});

afterAll(async () => {
  await page?.context().close();
  await server?.stop();
  folders.remove();
});

it("set-up ends with the focus on the caseload's heading, not on nothing", async () => {
  await page.waitForFunction(() => document.activeElement?.textContent === "Caseload");
});

async function openHarbor(window: Page): Promise<void> {
  await window.getByRole("table").getByRole("link", { name: "Harbor", exact: true }).click();
  await window.getByRole("heading", { name: "Harbor", level: 1 }).waitFor();
}

it("a desk left alone for a quarter of an hour shows nothing of a case, and the password brings back the same place", async () => {
  await openHarbor(page);
  const place = page.url();

  await page.clock.runFor("14:00");
  expect(await page.getByRole("heading", { name: "Harbor", level: 1 }).isVisible()).toBe(true);
  await page.clock.runFor("01:10");
  await page.getByRole("heading", { name: "Locked" }).waitFor();
  expect(await page.locator("html").innerHTML()).not.toContain("Harbor");
  expect(await axeViolations(page)).toEqual([]);

  await page.reload();
  await page.getByRole("heading", { name: "Locked" }).waitFor();
  await page.getByLabel("Password", { exact: true }).fill("not the password at all");
  await page.keyboard.press("Enter");
  await page.getByText("This is not the password.").waitFor();
  await page.getByLabel("Password", { exact: true }).fill(THERAPIST.password);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Harbor", level: 1 }).waitFor();
  expect(page.url()).toBe(place);
});

it("a lock takes a half-written case and a half-noted change off the page, and the password brings back the words", async () => {
  const unlock = async () => {
    await page.getByLabel("Password", { exact: true }).fill(THERAPIST.password);
    await page.keyboard.press("Enter");
  };
  await page.getByRole("link", { name: "Caseload" }).first().click();
  await page.getByRole("link", { name: "Open a case" }).first().click();
  await page.getByLabel("Name of the case").fill("Quiet Fox");
  await page.clock.runFor("15:10");
  await page.getByRole("heading", { name: "Locked" }).waitFor();
  expect(await page.locator("html").innerHTML()).not.toContain("Quiet Fox");
  await unlock();
  await page.getByText("What you began is still here.").waitFor();
  expect(await page.getByLabel("Name of the case").inputValue()).toBe("Quiet Fox");
  await page.waitForFunction(() => document.activeElement?.textContent === "Open a case");
  await page.getByRole("button", { name: "Discard it" }).click();

  await page.getByRole("link", { name: "Caseload" }).first().click();
  await openHarbor(page);
  await page.getByRole("button", { name: "Note a change" }).click();
  await page.getByPlaceholder(/^One line/).fill("Rang on Sunday");
  await page.clock.runFor("15:10");
  await page.getByRole("heading", { name: "Locked" }).waitFor();
  expect(await page.locator("html").innerHTML()).not.toContain("Sunday");
  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain("Sunday");
  await unlock();
  const line = page.getByPlaceholder(/^One line/);
  await line.waitFor();
  expect(await line.inputValue()).toBe("Rang on Sunday");

  // Selecting the words with the mouse and letting go beside the dialog does not close it.
  const box = await line.boundingBox();
  if (!box) throw new Error("the line is not on the page");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(4, 4, { steps: 5 });
  await page.mouse.up();
  expect(await line.inputValue()).toBe("Rang on Sunday");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.getByText("Discard what you typed?").waitFor();
  await page.getByRole("button", { name: "Discard", exact: true }).click();
  await line.waitFor({ state: "detached" });
  await page.clock.runFor(100);
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe("BODY");
});

it("signing out leaves nothing in the page, in storage or behind the Back button, in any window", async () => {
  const other = await page.context().newPage();
  await other.goto(server.url);
  await openHarbor(other);

  await page.getByRole("link", { name: "Settings" }).first().click();
  await page.getByRole("button", { name: "Sign out" }).click();
  for (const window of [page, other]) {
    await window.waitForURL(/\/sign-in/);
    await window.getByRole("heading", { name: "Sign in" }).waitFor();
    expect(await window.locator("html").innerHTML()).not.toContain("Harbor");
    expect(await window.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain("Harbor");
    await window.goBack().catch(() => null);
    await window.getByRole("heading", { name: "Sign in" }).waitFor();
    expect(await window.locator("html").innerHTML()).not.toContain("Harbor");
  }
});
