import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axeViolations } from "./harness/accessibility.ts";
import { openJourney } from "./harness/journey.ts";
import { openCase } from "./harness/people.ts";

/** A fictional questionnaire of three made-up items, as a FHIR R4 file. */
const HOUSE_WEATHER = JSON.stringify(
  {
    resourceType: "Questionnaire",
    status: "active",
    title: "House weather",
    item: ["The kettle is on when I come home", "The hall light is left for me", "The door is closed quietly"].map((text, at) => ({
      linkId: `w${at + 1}`,
      type: "choice",
      text,
      answerOption: ["never", "sometimes", "often", "always"].map((display, ordinal) => ({
        valueCoding: { system: "urn:example:house-weather", code: `w-${ordinal}`, display },
        extension: [{ url: "http://hl7.org/fhir/StructureDefinition/ordinalValue", valueDecimal: ordinal }],
      })),
    })),
  },
  null,
  2,
);

async function onMeasures(page: Page): Promise<void> {
  await openCase(page, { label: "Harbor", openedOn: "2026-03-02" });
  await page.getByRole("link", { name: "Measures" }).click();
  await page.getByText("No score yet").waitFor();
}

describe("measures, in a real browser", () => {
  it("three CSI-4 scores by keyboard alone, and the sentence beside them", async () => {
    const { page, keyboard } = await openJourney({ practice: "empty" });
    await onMeasures(page);
    await page.locator("h1").focus();
    for (const [at, [day, score]] of [
      ["05042026", "9"],
      ["06012026", "14"],
      ["06292026", "15"],
    ].entries() as IterableIterator<[number, [string, string]]>) {
      await keyboard.press("r");
      await page.getByRole("dialog", { name: "Record a score · Harbor" }).waitFor();
      if (at === 0) {
        // Nothing recorded before: the measure comes first, by its first letters.
        await expect.poll(() => keyboard.field()).toBe("measure");
        await keyboard.write("CSI-4");
        await keyboard.press("Tab");
      }
      await expect.poll(() => keyboard.field()).toBe("total");
      await keyboard.write(score);
      await keyboard.until("day");
      await keyboard.write(day);
      await keyboard.press("Enter");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await page.getByText(`${at + 1} score${at === 0 ? "" : "s"}, each to correct or void`).waitFor();
    }
    // α .94 and SD 4 (recalled) make 2.72 points; 14 and 15 are both further from 9 than that, and above 13.5.
    await page
      .getByText(
        "CSI-4 rose from 9 to 15: more than measurement error, and above the distress cut-off of 13.5; confirmed at two sittings (norm unconfirmed).",
      )
      .first()
      .waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  it("PHQ-9 with item 9 above zero shows the prompt before the score, after a reload too", async () => {
    const { page } = await openJourney({ practice: "empty" });
    await onMeasures(page);
    await page.keyboard.press("r");
    await page.getByLabel("Measure", { exact: true }).selectOption("PHQ-9");
    await page.getByLabel("Score", { exact: true }).fill("17");
    await page.getByLabel("Answer to item 9").fill("1");
    await page.keyboard.press("Control+Enter");
    const prompt = page.getByRole("dialog", { name: "Before the score: one answer to read alone" });
    await prompt.waitFor();
    const shown = () => page.locator("main").innerText();
    expect(await shown()).not.toMatch(/\b17\b/);
    expect(await axeViolations(page)).toEqual([]);
    // A concern about something else says nothing of this answer, and neither does a reload.
    await page.getByRole("button", { name: "Open a concern" }).click();
    await page.getByRole("button", { name: "Open a concern" }).click();
    await page.getByLabel("The concern").fill("About the house, made up.");
    await page.getByRole("button", { name: "Open the concern" }).click();
    await page.getByText("About the house, made up.").waitFor();
    await page.reload();
    await prompt.waitFor();
    await page.keyboard.press("Escape");
    await prompt.waitFor({ state: "detached" });
    expect(await shown()).not.toMatch(/\b17\b/);

    await page.getByRole("link", { name: "Caseload", exact: true }).click();
    await page.getByRole("link", { name: /one answer to read alone/ }).click();
    await prompt.waitFor();
    await page.getByRole("button", { name: "It is in the open concern" }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Already in hand" }).click();
    const score = page.getByRole("heading", { name: /^PHQ-9 \(lower is better\): 17/ });
    await score.waitFor();
    await page.reload();
    await score.waitFor();
    expect(await prompt.count()).toBe(0);
  });

  it("a questionnaire comes in from its file and is answered by number keys; one with a missing comma names its line", async () => {
    const { page, keyboard, url } = await openJourney({ practice: "empty" });
    await onMeasures(page);
    await page.goto(`${url}/settings`);
    const file = page.getByLabel("Or paste the questionnaire here");
    const lines = HOUSE_WEATHER.split("\n");
    const titleAt = lines.findIndex((line) => line.includes('"status"'));
    await file.fill(lines.map((line, at) => (at === titleAt ? line.replace(",", "") : line)).join("\n"));
    await page.getByRole("button", { name: "Bring it in" }).click();
    await page.getByText(new RegExp(`^Line ${titleAt + 1}:`)).waitFor();
    expect(await axeViolations(page)).toEqual([]);

    await file.fill(HOUSE_WEATHER);
    await page.getByRole("button", { name: "Bring it in" }).click();
    await page.getByRole("radiogroup", { name: "Which way is better" }).waitFor();
    await page.keyboard.press("1");
    await page.getByRole("button", { name: "Bring it in" }).click();
    await page.getByText("House weather is brought in").waitFor();

    await page.getByRole("link", { name: "Caseload" }).click();
    await page.getByRole("link", { name: "Harbor" }).first().click();
    await page.getByRole("link", { name: "Measures" }).click();
    await page.getByText("No score yet").waitFor();
    await page.keyboard.press("r");
    await page.getByLabel("Measure", { exact: true }).selectOption("House weather");
    await page
      .getByRole("radiogroup", { name: /kettle/ })
      .getByRole("radio")
      .first()
      .focus();
    await keyboard.press("3", "2", "0");
    await page.getByText("3 of 3 answered.").waitFor();
    await keyboard.press("Control+Enter");
    await page.getByRole("heading", { name: /^House weather: 5 on/ }).waitFor();
  });
});
