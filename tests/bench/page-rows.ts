import type { Page } from "playwright-core";
import { BENCH_EMAIL, BENCH_PASSWORD } from "#sample/build.ts";
import { launchBrowser } from "../journeys/harness/browser.ts";
import { startServer } from "../journeys/harness/server.ts";
import { type BenchRow, median } from "./measure.ts";
import { buildFolders } from "./practice.ts";

/** One long case among the others of a caseload. */
const PRACTICE = { clinicians: 1, cases: 1, sessions: 700 } as const;
const LOADS = 5;
/** How much slower than this machine the page's own work is made while it is answered to (docs/reliability.md, "Speed"). */
const SLOWDOWN = 4;
const TIMES = { hover: 100, arrows: 60, letters: 60 } as const;
/** From one key to the next, in ms: quick fingers. Faster ones would be waiting for themselves. */
const BETWEEN_KEYS = 60;

interface Watched {
  lcp: number;
  shifted: number;
  drawn: number | null;
  /** From each event to the frame that answers it, by the event's type. */
  answered: Record<string, number[]>;
}

/**
 * What a real browser shows of a case of 700 sessions: its largest paint, when the timeline is drawn, how far things jump, and
 * how long hovering over it, stepping through it and typing a note wait for their frame on a machine four times slower.
 */
export async function pageRows(): Promise<BenchRow[]> {
  const practice = await buildFolders(PRACTICE);
  const server = await startServer(practice.folders);
  const browser = await launchBrowser();
  try {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" })).newPage();
    // The name that our compiler gives to functions is its own business; the page does not know how.
    await page.addInitScript("globalThis.__name ??= (named) => named;");
    await page.addInitScript(watch);
    await signIn(page, server.url);
    const address = `${server.url}/cases/${practice.caseIds[0]}`;
    const loads: Watched[] = [];
    for (let load = 0; load < LOADS; load += 1) {
      for (const path of [server.url, address]) {
        await page.goto(path);
        if (path === address) await page.waitForFunction(() => (window as unknown as { watched: Watched }).watched.drawn !== null);
        await page.waitForLoadState("networkidle");
        loads.push(await watched(page));
      }
    }
    const drawn = loads.flatMap((each) => (each.drawn === null ? [] : [each.drawn]));
    const answers = await answerTimes(page, `${server.url}/log?caseId=${practice.caseIds[0]}`);
    const [inp, floor] = [Math.max(...answers.map(p98)), p98(await emptyWaits(page, `${server.url}/healthz`))];
    const row = (id: string, value: number, rest: Pick<BenchRow, "unit" | "n">): BenchRow => ({ id, value, floor: null, ratio: null, ...rest });
    return [
      row("page-lcp", median(loads.map((each) => each.lcp)), { unit: "ms", n: loads.length }),
      row("page-cls", Math.max(...loads.map((each) => each.shifted)), { unit: "shift", n: loads.length }),
      row("timeline-drawn", median(drawn), { unit: "ms", n: drawn.length }),
      { ...row("page-inp", inp, { unit: "ms", n: answers.flat().length }), floor, ratio: inp / floor },
    ];
  } finally {
    await browser.close();
    await server.stop();
    practice.folders.remove();
  }
}

async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel("E-mail").fill(BENCH_EMAIL);
  await page.getByLabel("Password", { exact: true }).fill(BENCH_PASSWORD);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Caseload" }).waitFor();
}

async function slow(page: Page, rate: number): Promise<void> {
  const debug = await page.context().newCDPSession(page);
  await debug.send("Emulation.setCPUThrottlingRate", { rate });
}

/** The floor: what the same machine, as busy as it is, waits for a frame of a page that does nothing. */
async function emptyWaits(page: Page, address: string): Promise<readonly number[]> {
  await page.goto(address);
  await slow(page, SLOWDOWN);
  for (let step = 0; step < TIMES.hover; step += 1) {
    await page.mouse.move(100 + ((step * 37) % 500), 300);
    await page.waitForTimeout(20);
  }
  await slow(page, 1);
  return (await watched(page)).answered.pointermove ?? [];
}

/** Hovers, steps and types on a slowed page; the waits of each of the three. */
async function answerTimes(page: Page, log: string): Promise<number[][]> {
  const chart = page.getByRole("slider").first();
  await chart.scrollIntoViewIfNeeded();
  const box = await chart.boundingBox();
  if (!box) throw new Error("the timeline is not there");
  await slow(page, SLOWDOWN);
  for (let step = 0; step < TIMES.hover; step += 1) {
    await page.mouse.move(box.x + 110 + ((step * 37) % (box.width - 220)), box.y + box.height / 2);
    await page.waitForTimeout(20);
  }
  await chart.focus();
  for (let step = 0; step < TIMES.arrows; step += 1) {
    await page.keyboard.press("ArrowLeft");
    await page.waitForTimeout(BETWEEN_KEYS);
  }
  const onChart = (await watched(page)).answered;
  await slow(page, 1);
  await page.goto(log);
  const note = page.getByRole("textbox", { name: /note/i }).first();
  await note.waitFor();
  await note.focus();
  await slow(page, SLOWDOWN);
  await page.keyboard.type("rain on the window ".repeat(4).slice(0, TIMES.letters), { delay: BETWEEN_KEYS });
  const onNote = (await watched(page)).answered;
  await slow(page, 1);
  return [onChart.pointermove, onChart.keydown, onNote.keydown].map((waits) => waits ?? []);
}

function watched(page: Page): Promise<Watched> {
  return page.evaluate(() => (window as unknown as { watched: Watched }).watched);
}

/** The wait that 98 of 100 stay below. @throws where nothing was answered */
function p98(waits: readonly number[]): number {
  const sorted = [...waits].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.98) - 1)];
  if (value === undefined) throw new RangeError("nothing was answered");
  return value;
}

/** Runs in the page, before anything else does. */
function watch(): void {
  const seen: Watched = { lcp: 0, shifted: 0, drawn: null, answered: {} };
  Object.assign(window, { watched: seen });
  const observe = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe("largest-contentful-paint", (entry) => {
    seen.lcp = entry.startTime;
  });
  observe("layout-shift", (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) seen.shifted += value;
  });
  // A frame is on screen when the task after its callbacks begins.
  const afterFrame = (then: () => void) =>
    requestAnimationFrame(() => {
      const next = new MessageChannel();
      next.port1.onmessage = then;
      next.port2.postMessage(null);
    });
  for (const type of ["pointermove", "keydown"]) {
    const take = (event: Event) => {
      const at = event.timeStamp;
      afterFrame(() => {
        seen.answered[type] = [...(seen.answered[type] ?? []), performance.now() - at];
      });
    };
    window.addEventListener(type, take, { capture: true, passive: true });
  }
  const drawing = new MutationObserver(() => {
    if (!document.querySelector(".recharts-line-curve")) return;
    drawing.disconnect();
    afterFrame(() => {
      seen.drawn = performance.now();
    });
  });
  drawing.observe(document, { childList: true, subtree: true });
}
