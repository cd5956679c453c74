import type { Page } from "playwright-core";

/** A fictional therapist who tries the product in every journey. */
export const THERAPIST = {
  practiceName: "Willow Street Practice",
  clinicianName: "Ines Okafor",
  email: "ines@willow.example",
  password: "a quiet chair by the window",
} as const;

/** First run through the screens: the practice and its owner, ending on the caseload. */
export async function setUpPractice(page: Page, url: string, opening: "sample" | "empty"): Promise<void> {
  await page.goto(url);
  await page.waitForURL("**/set-up");
  await page.getByLabel("Practice", { exact: false }).first().fill(THERAPIST.practiceName);
  await page.getByLabel("Your name").fill(THERAPIST.clinicianName);
  await page.getByLabel("E-mail").fill(THERAPIST.email);
  await page.getByLabel("Password", { exact: false }).first().fill(THERAPIST.password);
  await page.getByRole("radio", { name: opening === "sample" ? /sample practice/i : /start empty/i }).check({ force: true });
  await page.getByRole("button", { name: /set up/i }).click();
  await page.getByRole("checkbox").check({ timeout: 60_000 });
  await page.getByRole("button", { name: "Go to the caseload" }).click();
  await page.getByRole("heading", { name: "Caseload" }).waitFor();
}

/** Signs in through the screen; the caller says what comes next. */
export async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel("E-mail").fill(THERAPIST.email);
  await page.getByLabel("Password", { exact: false }).first().fill(THERAPIST.password);
  await page.keyboard.press("Enter");
}

/** Opens a case by hand, ending on its timeline; `openedOn` is a "YYYY-MM-DD" day. */
export async function openCase(page: Page, { label, openedOn }: { label: string; openedOn: string }): Promise<void> {
  await page.getByRole("link", { name: "Open a case" }).first().click();
  await page.getByLabel("Name of the case").fill(label);
  await page.getByLabel("Opened on").fill(openedOn);
  await page.getByLabel("What you call them").first().fill("Dana");
  await page.getByLabel("What you call them").last().fill("Kit");
  await page.getByRole("button", { name: "Open the case" }).click();
  await page.getByRole("heading", { name: label }).waitFor();
}
