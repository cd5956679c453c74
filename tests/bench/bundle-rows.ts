import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { BENCH_EMAIL, BENCH_PASSWORD } from "#sample/build.ts";
import { projectRoot } from "#server/process/project-root.ts";
import { launchBrowser } from "../journeys/harness/browser.ts";
import { startServer } from "../journeys/harness/server.ts";
import type { BenchRow } from "./measure.ts";
import { buildFolders } from "./practice.ts";

/** Gzipped script that a real browser fetched by the time it could sign in and log a session, and then draw a timeline. */
export async function bundleRows(): Promise<BenchRow[]> {
  const practice = await buildFolders({ clinicians: 1, cases: 3, sessions: 60 });
  const server = await startServer(practice.folders);
  const browser = await launchBrowser();
  const scripts = new Set<string>();
  try {
    const page = await browser.newPage();
    page.on("response", (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith(".js")) scripts.add(pathname);
    });
    await page.goto(`${server.url}/sign-in`);
    await page.getByLabel("E-mail").fill(BENCH_EMAIL);
    await page.getByLabel("Password", { exact: true }).fill(BENCH_PASSWORD);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Caseload" }).waitFor();
    await page.goto(`${server.url}/log?caseId=${practice.caseIds[0]}`);
    await page.waitForLoadState("networkidle");
    const toLog = sizeOf(scripts);
    const n = scripts.size;
    await page.goto(`${server.url}/cases/${practice.caseIds[0]}`);
    await page.locator(".recharts-surface").first().waitFor();
    return [
      { id: "bundle", value: toLog, unit: "KB", floor: null, ratio: null, n },
      { id: "bundle-charts", value: sizeOf(scripts), unit: "KB", floor: null, ratio: null, n: scripts.size },
    ];
  } finally {
    await browser.close();
    await server.stop();
    practice.folders.remove();
  }
}

function sizeOf(scripts: ReadonlySet<string>): number {
  const bytes = [...scripts].map((path) => gzipSync(readFileSync(join(projectRoot(), "dist", "client", path)), { level: 9 }).length);
  return bytes.reduce((sum, each) => sum + each, 0) / 1024;
}
