import { buffer } from "node:stream/consumers";
import type { Locator, Page } from "playwright-core";
import { expect, it, onTestFinished } from "vitest";
import { NOBODY } from "#server/database/database.ts";
import { openServices } from "#server/process/boot.ts";
import { parseEnvironment } from "#server/process/env.ts";
import { createLog } from "#server/process/log.ts";
import { axeViolations } from "./harness/accessibility.ts";
import { type Journey, openJourney, WIDTHS } from "./harness/journey.ts";

/** The timeline of a case of the sample practice, drawn. */
async function openTimeline({ page, url }: Journey, label: string): Promise<Locator> {
  await page.goto(url);
  const links = page.locator("main a").filter({ hasText: new RegExp(`^${label}$`) });
  await links.first().waitFor();
  const paths = await links.evaluateAll((found) => found.map((each) => (each as HTMLAnchorElement).pathname));
  await page.goto(`${url}${paths.find((path) => /^\/cases\/[^/]+$/.test(path))}`);
  const figure = page.getByRole("figure", { name: `Timeline of ${label}` });
  await figure.locator(".recharts-line-curve").first().waitFor();
  return figure;
}

/** Presses the button as a hand on the keyboard does, and keeps the file. */
async function takeAlong(page: Page, figure: Locator, kind: "PNG" | "SVG"): Promise<{ name: string; bytes: Buffer }> {
  await figure.getByRole("button", { name: `Download as ${kind}` }).focus();
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  return { name: download.suggestedFilename(), bytes: await buffer(await download.createReadStream()) };
}

/** What is wrong with an SVG that must stand alone, asked of the browser's own reader of XML. */
async function faultsOf(page: Page, svg: string): Promise<string[]> {
  return page.evaluate((text) => {
    const read = new DOMParser().parseFromString(text, "image/svg+xml");
    const faults = [...read.querySelectorAll("parsererror")].map(() => "is no XML");
    for (const element of read.querySelectorAll("*")) {
      if (/^(script|style|image|use|a|foreignObject)$/.test(element.localName)) faults.push(`holds <${element.localName}>`);
      for (const { name, value } of element.attributes) {
        const isReference = /^(href|xlink:href|src|style|class|on.*)$/.test(name) || /url\((?!#)/.test(value) || value.includes("var(");
        if (isReference) faults.push(`${element.localName} ${name}="${value}"`);
      }
    }
    return faults;
  }, svg);
}

interface Seen {
  readonly width: number;
  readonly height: number;
  readonly colours: number;
  /** The furthest that red, green and blue of one dot lie apart, 0–255. */
  readonly colourful: number;
  /** The dot in the corner, as "r,g,b". */
  readonly corner: string;
}

/** What is to be seen in a PNG. */
async function lookAt(page: Page, png: Buffer): Promise<Seen> {
  return page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const context = canvas.getContext("2d") as CanvasRenderingContext2D;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const seen = new Set<string>();
    let colourful = 0;
    for (let at = 0; at < data.length; at += 4) {
      const dot = [data[at], data[at + 1], data[at + 2]] as [number, number, number];
      if (seen.size < 1_000) seen.add(dot.join());
      colourful = Math.max(colourful, Math.max(...dot) - Math.min(...dot));
    }
    const corner = [data[0], data[1], data[2]].join();
    return { width: canvas.width, height: canvas.height, colours: seen.size, colourful, corner };
  }, png.toString("base64"));
}

const PNG_BEGINS = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const WHITE = "255,255,255";

it("a chart taken along stands alone, on light paper out of the dark, and the trail knows of it", async () => {
  const journey = await openJourney({ dark: true, practice: "sample" });
  const { page } = journey;
  const figure = await openTimeline(journey, "Meridian");
  const title = (await figure.getByRole("heading").textContent()) ?? "";

  const svg = await takeAlong(page, figure, "SVG");
  expect(svg.name).toMatch(/^open-chair-timeline-meridian-\d{4}-\d{2}-\d{2}\.svg$/);
  const text = svg.bytes.toString();
  expect(await faultsOf(page, text)).toEqual([]);
  for (const words of [title, "Timeline of Meridian", "Between them", "taking part", "presence", "in the room", "▲", "Made on"])
    expect(text).toContain(words);
  expect(text).not.toContain("Point at the chart");
  expect(text).not.toContain("Download");
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(text) ?? [];

  const png = await takeAlong(page, figure, "PNG");
  expect(png.bytes.subarray(0, 8).equals(PNG_BEGINS)).toBe(true);
  const seen = await lookAt(page, png.bytes);
  expect([seen.width, seen.height]).toEqual([2 * Number(width), 2 * Number(height)]);
  expect(seen.corner).toBe(WHITE);
  expect(seen.colours).toBeGreaterThan(20);
  expect(seen.colourful).toBeGreaterThan(60);
  // Nothing of the page was left as it had to be for a moment.
  expect(await page.evaluate(() => document.documentElement.dataset.mantineColorScheme)).toBe("dark");

  const { server } = journey;
  journey.expectTrouble();
  await server.stop();
  const services = await openServices(parseEnvironment({ DATA_DIR: server.dataDir, KEY_DIR: server.keyDir }), createLog());
  onTestFinished(() => services.database.close());
  const entries = await services.database
    .read(NOBODY)
    .prisma.auditEntry.findMany({ where: { action: "chart.downloaded" }, orderBy: { sequence: "asc" } });
  expect(entries.map((entry) => entry.objectId)).toEqual(["timeline.svg", "timeline.png"]);
});

it("a chart is not taken along while its entry cannot be written", async () => {
  const journey = await openJourney({ practice: "sample" });
  const { page } = journey;
  const figure = await openTimeline(journey, "Harbor");
  const files: string[] = [];
  page.on("download", (download) => files.push(download.suggestedFilename()));
  journey.expectTrouble();
  await journey.server.stop();
  await figure.getByRole("button", { name: "Download as SVG" }).click();
  await figure.getByText(/^Not downloaded: /).waitFor();
  expect(files).toEqual([]);
});

it("a chart prints alone, in grey on white, with its words, out of the dark as well", async () => {
  const journey = await openJourney({ dark: true, practice: "sample" });
  const { page } = journey;
  const figure = await openTimeline(journey, "Harbor");
  await figure.getByRole("button", { name: "as a table" }).click();
  await figure.getByRole("table").waitFor();

  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  const seen = await lookAt(page, await page.screenshot({ fullPage: true }));
  expect(seen.corner).toBe(WHITE);
  expect(seen.colours).toBeGreaterThan(5);
  expect(seen.colourful).toBe(0);
  for (const words of ["Timeline of Harbor", "Between them", "Made on"]) expect(await figure.getByText(words).first().isVisible()).toBe(true);
  expect(await figure.getByRole("table").isVisible()).toBe(true);
  for (const part of [
    page.getByRole("link", { name: "Caseload" }),
    page.getByRole("heading", { level: 1 }),
    page.getByText("Next hour"),
    page.getByText("Download"),
  ])
    expect(await part.first().isVisible()).toBe(false);
  // 180 mm between the margins, on A4 and on Letter.
  const widest = await figure.locator("svg").evaluateAll((parts) => Math.max(...parts.map((part) => part.getBoundingClientRect().width)));
  expect(widest).toBeLessThanOrEqual(680);
});

it.each([
  ["light", false],
  ["dark", true],
])("the frame passes axe at every width, as a chart and as a table, %s", async (_, dark) => {
  const journey = await openJourney({ dark, practice: "sample" });
  const { page } = journey;
  const found: string[] = [];
  const figure = await openTimeline(journey, "Harbor");
  for (const width of Object.values(WIDTHS)) {
    await page.setViewportSize({ width, height: 900 });
    for (const next of ["as a table", "as a chart"]) {
      await figure.getByRole("button", { name: next }).click();
      await figure.getByRole("button", { name: next === "as a table" ? "as a chart" : "as a table" }).waitFor();
      found.push(...(await axeViolations(page)).map((violation) => `${next} at ${width}: ${violation}`));
    }
  }
  expect(found).toEqual([]);
});
