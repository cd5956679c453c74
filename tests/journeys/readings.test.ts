import { expect, it } from "vitest";
import { openJourney } from "./harness/journey.ts";
import { openCase } from "./harness/people.ts";

it("a therapist chooses what a case is watched on by keyboard alone, and reads since when", async () => {
  const { page, keyboard } = await openJourney({ practice: "empty" });
  await openCase(page, { label: "Fern", openedOn: "2026-03-02" });
  const watched = page.getByRole("region", { name: "Watched on" });
  await watched.getByRole("button", { name: "Choose what to watch" }).focus();
  await keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Watched on" }).waitFor();
  await page.getByLabel("First").focus();
  await keyboard.write("Tone of communication: the");
  await page.getByText("Counted from today on.").waitFor();
  await page.getByRole("button", { name: "Save" }).focus();
  await keyboard.press("Enter");
  await watched.getByText("Tone of communication, the client's number").waitFor();
  await watched.getByText(/watched since/).waitFor();
  // Nothing is rated yet: no chart, no verdict, and the count still needed.
  expect(await watched.getByRole("slider").count()).toBe(0);
  expect(await watched.getByText(/rising|falling/).count()).toBe(0);
});

it("a therapist marks a day, reads before and after it, and takes the mark off again", async () => {
  const { page, keyboard } = await openJourney({ practice: "sample" });
  await page.getByRole("link", { name: "Meridian", exact: true }).last().click();
  await page.getByRole("link", { name: "Compare" }).click();
  const section = page.getByRole("region", { name: "Before and after" });
  await section.getByRole("heading", { name: /of 100 before\/after pairs favour the later sessions/ }).waitFor();
  await section.getByRole("button", { name: "Mark a day" }).click();
  const dialog = page.getByRole("dialog", { name: "Mark a day" });
  await dialog.getByLabel("What happened").selectOption({ label: "Another day…" });
  await dialog.getByRole("button", { name: "Mark it" }).click();
  await dialog.getByText("Give the day.").waitFor();
  await dialog.getByLabel("What it is").fill("Fictional: the garden was finished");
  await dialog.getByLabel("Day").fill("2026-08-03");
  await dialog.getByRole("button", { name: "Mark it" }).click();
  await dialog.waitFor({ state: "detached" });
  const day = section.getByRole("combobox", { name: "Day" });
  expect(await day.locator("option:checked").textContent()).toContain("Fictional: the garden was finished");
  // The chart is read by keyboard: every number has its day and its session.
  await section.getByRole("slider").focus();
  await keyboard.press("Home");
  expect(await section.getByRole("slider").getAttribute("aria-valuetext")).toMatch(/^Session 1, /);
  await section.getByRole("button", { name: "as a table" }).click();
  await expect.poll(() => section.getByRole("row").count()).toBeGreaterThan(20);
  await section.getByRole("button", { name: "Take the mark off" }).click();
  await page.getByText("The mark is off").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => day.locator("option").count()).toBe(2);
});

it("a guess waits for its answer, and both stand side by side once there is one", async () => {
  const { page } = await openJourney({ practice: "sample" });
  await page.getByRole("link", { name: "Harbor", exact: true }).last().click();
  await page.getByRole("link", { name: "Compare" }).click();
  const section = page.getByRole("region", { name: "Guess and actual" });
  await section.getByRole("button", { name: "Note a guess" }).first().click();
  await page.getByLabel("Tone of communication, Dana’s guess").fill("0");
  await page.keyboard.press("Control+Enter");
  await section.getByText("1 guess, 1 without an answer yet").waitFor();
  await section.getByRole("button", { name: /Change the numbers/ }).click();
  await page.getByLabel("Tone of communication, Kit’s number").fill("6");
  await page.keyboard.press("Control+Enter");
  await section.getByText("1 pair", { exact: true }).waitFor();
  await section.getByRole("button", { name: "as a table" }).click();
  // A guess of 0 is read as 0.
  await expect.poll(async () => (await section.getByRole("cell").allTextContents()).slice(-2)).toEqual(["0", "6"]);
});
