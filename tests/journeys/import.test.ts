import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { MONITOR_FILES, type MonitorFile } from "../given-monitor.ts";
import { PRACTICE_SHEET } from "../given-practice-sheet.ts";
import { hasReference, referenceFile, unlessAbsent } from "../reference.ts";
import { axeViolations } from "./harness/accessibility.ts";
import { openJourney, WIDTHS } from "./harness/journey.ts";

/** Days that read both ways, an impossible one, a repeated row, a total, an 11 out of 10, a formula and a script in the notes. */
const SHEET = [
  "Date,Couple,Who came,Mins,How engaged,Tone,Themes,Shift?,Notes",
  '03/04/2026,River,"Ana, Ben on zoom",50 min,refused,4/10,money; triggers,said no,=1+1',
  "05/04/2026,River,Ana only,50,,11,money,,<img src=x onerror=alert(1)>",
  "05/04/2026,River,Ana only,50,,11,money,,<img src=x onerror=alert(1)>",
  "31/02/2026,River,both,50,listening,5,,,",
  "TOTAL,,,,,,,,",
].join("\n");

async function choose(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content as string) });
  await page.getByRole("heading", { name: "2 · Check the guesses" }).waitFor();
}

async function expectClean(page: Page, where: string): Promise<void> {
  for (const width of Object.values(WIDTHS)) {
    await page.setViewportSize({ width, height: 900 });
    expect(await axeViolations(page), `${where}, ${width} px`).toEqual([]);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    expect(wider, `${where}, ${width} px scrolls sideways`).toBe(false);
  }
  await page.setViewportSize({ width: WIDTHS.desk, height: 900 });
}

it.each([false, true])(
  "a therapist brings a spreadsheet in, answers what it leaves open, sees what stays out, and undoes it (dark: %s)",
  async (dark) => {
    const { page, url, picture } = await openJourney({ dark, practice: "empty" });
    await page.goto(`${url}/import`);
    await page.getByText("Nothing yet.").waitFor();
    await expectClean(page, "empty");

    await choose(page, "river.csv", SHEET);
    const see = page.getByRole("button", { name: "See what will come in" });
    expect(await see.isDisabled()).toBe(true);
    await expectClean(page, "guesses");
    await page.getByRole("radio", { name: /day first/ }).click();
    await page.getByLabel("“said no” means").selectOption({ label: "boundary held" });
    await picture(`import-guesses${dark ? "-dark" : ""}`);
    await see.click();
    await page.getByText("2 sessions in 1 case will come in; 3 rows will not.").waitFor();
    const left = page.getByRole("region", { name: /Rows that stay out/ });
    await left.getByText("It repeats row 3.").waitFor();
    await left.getByText("No calendar has that day.").waitFor();
    await left.getByText("It sums up other rows.").waitFor();
    await expectClean(page, "preview");
    await picture(`import-preview${dark ? "-dark" : ""}`);

    await page.getByRole("button", { name: "Bring in 2 sessions" }).click();
    await page.getByText("2 sessions came in, in 1 case.").waitFor();
    await expectClean(page, "brought in");
    await page.getByRole("link", { name: "River" }).click();
    await page.getByRole("heading", { name: "River" }).waitFor();
    await page.getByRole("link", { name: "Sessions" }).click();
    await page.getByRole("link", { name: /3 Apr/ }).first().click();
    await page.getByText("=1+1").waitFor();

    await page.goto(`${url}/import`);
    await choose(page, "river.csv", SHEET);
    await page.getByRole("radio", { name: /day first/ }).click();
    await see.click();
    await page.getByText("Nothing new will come in; 5 rows will not.").waitFor();
    await page.getByRole("button", { name: "Undo this import" }).click();
    await expectClean(page, "asking before undo");
    await page.getByRole("button", { name: "Undo the import" }).click();
    await page.getByText("2 rows are out again.").waitFor();
    await page.goto(url);
    await page.getByRole("heading", { name: "Caseload" }).waitFor();
    expect(await page.getByText("River").count()).toBe(0);
  },
);

const [TYPED_IN, FROM_FOLDER] = MONITOR_FILES;

/** Of a spreadsheet: its sessions, as counted by hand, and one of its cases, for the measurements of the second file. */
const FILES = [
  { name: "typed in", isAbsent: false, sheet: () => Buffer.from(PRACTICE_SHEET), sessions: 9, cases: 3, label: "Maple", monitor: TYPED_IN },
  {
    name: `from the reference folder${unlessAbsent}`,
    isAbsent: !hasReference,
    sheet: () => referenceFile("data/solo_practice_spreadsheet_MADE_UP.csv"),
    ...{ sessions: 59, cases: 4, label: "Quiet Fox", monitor: FROM_FOLDER },
  },
];

for (const { name, isAbsent, sheet, sessions, cases, label, monitor } of FILES)
  it.skipIf(isAbsent)(`${sessions} sessions of ${cases} couples come in as guessed, and 38 measurements into one of them, ${name}`, async () => {
    const { page, url, picture } = await openJourney({ practice: "empty" });
    await page.goto(`${url}/import`);
    await choose(page, "solo.csv", sheet());
    await page.getByRole("button", { name: "See what will come in" }).click();
    await page.getByText(`${sessions} sessions in ${cases} cases will come in; 4 rows will not.`).waitFor();
    await picture("import-solo");
    await page.getByRole("button", { name: `Bring in ${sessions} sessions` }).click();
    await page.getByText(`${sessions} sessions came in, in ${cases} cases.`).waitFor();

    await page.getByRole("button", { name: "Bring in another file" }).click();
    await choose(page, "monitor.csv", (monitor as MonitorFile).content());
    await page.getByLabel("Case of all rows").selectOption({ label });
    await page.getByRole("button", { name: "See what will come in" }).click();
    await page.getByText("38 measurements in 1 case will come in.").waitFor();
    await picture("import-monitor");
    await page.getByRole("button", { name: "Bring in 38 measurements" }).click();
    await page.getByText("38 measurements came in, in 1 case.").waitFor();
    await page.getByRole("link", { name: label }).click();
    await page.getByRole("heading", { name: label }).waitFor();
    await page.locator(".recharts-line-curve").first().waitFor();
    await picture("import-monitor-timeline");
  });
