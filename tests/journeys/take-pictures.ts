/**
 * `npm run pictures [-- --all FOLDER]`: the README's pictures, taken of the real product on the sample practice (everyone in
 * it is fictional). With --all: every screen at three widths, light and dark, for looking at.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { projectRoot } from "#server/process/project-root.ts";
import { launchBrowser } from "./harness/browser.ts";
import { setUpPractice, signIn } from "./harness/people.ts";
import { startServer, temporaryFolders } from "./harness/server.ts";

const WIDTHS = [1280, 820, 390] as const;
const SCHEMES = ["light", "dark"] as const;
const README = join(projectRoot(), "docs", "pictures");

type Visit = readonly [name: string, go: (page: Page, url: string) => Promise<unknown>];

async function openCase(page: Page, url: string, { label, tab = "" }: { label: string; tab?: string }): Promise<void> {
  await page.goto(url);
  const links = page.locator("main a").filter({ hasText: new RegExp(`^${label}$`) });
  await links.first().waitFor();
  const paths = await links.evaluateAll((found) => found.map((each) => (each as HTMLAnchorElement).pathname));
  const target = paths.find((path) => /^\/cases\/[^/]+$/.test(path));
  await page.goto(`${url}${target}${tab}`);
}

const VISITS: readonly Visit[] = [
  ["caseload", (page, url) => page.goto(url)],
  ["timeline", (page, url) => openCase(page, url, { label: "Harbor" })],
  ["timeline-gap", (page, url) => openCase(page, url, { label: "Larkspur" })],
  ["timeline-long", (page, url) => openCase(page, url, { label: "Meridian" })],
  ["timeline-new", (page, url) => openCase(page, url, { label: "Orchard" })],
  ["sessions", (page, url) => openCase(page, url, { label: "Harbor", tab: "/sessions" })],
  ["themes", (page, url) => openCase(page, url, { label: "Harbor", tab: "/themes" })],
  ["measures", (page, url) => openCase(page, url, { label: "Harbor", tab: "/measures" })],
  ["record-score", (page, url) => openCase(page, url, { label: "Harbor", tab: "/measures?record=score" })],
  ["compare", (page, url) => openCase(page, url, { label: "Meridian", tab: "/compare" })],
  ["compare-guesses", (page, url) => openCase(page, url, { label: "Cedar", tab: "/compare" })],
  ["compare-new", (page, url) => openCase(page, url, { label: "Orchard", tab: "/compare" })],
  ["goals", (page, url) => openCase(page, url, { label: "Harbor", tab: "/goals" })],
  ["edit", (page, url) => openCase(page, url, { label: "Harbor", tab: "/edit" })],
  ["note-change", (page, url) => openCase(page, url, { label: "Harbor", tab: "?note=change" })],
  [
    "session",
    async (page, url) => {
      await openCase(page, url, { label: "Meridian", tab: "/sessions" });
      await page.locator("main a[href*='/sessions/']").first().click();
    },
  ],
  [
    "log",
    async (page, url) => {
      await openCase(page, url, { label: "Elm" });
      await page.getByText("Note a change").first().waitFor();
      await page.keyboard.press("l");
      await page.waitForURL(/\/log/);
      await page.waitForTimeout(800);
      // The second visit finds the first one's draft, offered first.
      if (!page.url().includes("/log/")) await page.keyboard.press("Enter");
      await page.waitForURL(/\/log\//);
    },
  ],
  ["choose-case", (page, url) => page.goto(`${url}/log`)],
  ["open-case", (page, url) => page.goto(`${url}/cases/new`)],
  ["import", (page, url) => page.goto(`${url}/import`)],
  ["insights", (page, url) => page.goto(`${url}/insights`)],
  ["settings", (page, url) => page.goto(`${url}/settings`)],
];

async function settle(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(500);
}

const only = process.argv.includes("--only") ? (process.argv[process.argv.indexOf("--only") + 1] ?? "").split(",") : null;
const all = process.argv.indexOf("--all");
const folder = all === -1 ? README : (process.argv[all + 1] ?? "test-results/pictures");
mkdirSync(folder, { recursive: true });
const folders = temporaryFolders();
const server = await startServer(folders);
const browser = await launchBrowser();
try {
  const first = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  if (all !== -1) {
    await first.goto(server.url);
    await settle(first);
    await first.screenshot({ path: join(folder, "set-up-1280-light.png") });
  }
  await setUpPractice(first, server.url, "sample");
  await first.context().close();
  for (const scheme of SCHEMES) {
    for (const width of all === -1 ? [1280] : WIDTHS) {
      const height = width === 390 ? 844 : 860;
      const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, locale: "en-GB" });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      await signIn(page, server.url);
      await page.getByRole("heading", { name: "Caseload" }).waitFor();
      for (const [name, go] of VISITS) {
        const wanted =
          all !== -1 || (["caseload", "timeline", "measures", "compare", "log"].includes(name) && (scheme === "light" || name === "timeline"));
        if (!wanted || (only && !only.includes(name))) continue;
        try {
          await go(page, server.url);
          await settle(page);
          await page.screenshot({
            path: join(folder, all === -1 ? `${name}-${scheme}.png` : `${name}-${width}-${scheme}.png`),
            fullPage: all !== -1,
          });
        } catch (fault) {
          console.error(`${name} at ${width}, ${scheme}: ${fault instanceof Error ? fault.message.split("\n")[0] : fault}`);
        }
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
  await server.stop();
  folders.remove();
}
console.log(`Pictures are in ${folder}`);
