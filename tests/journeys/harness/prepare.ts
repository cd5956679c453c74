import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { launchBrowserServer } from "./browser.ts";
import { THERAPIST } from "./people.ts";
import type { Opening } from "./prepared.ts";
import { startServer } from "./server.ts";

const OPENINGS: readonly Opening[] = ["empty", "sample"];

/** Once a run of the journeys: one browser process, and one practice set up in each way, for the tests to copy. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "open-chair-prepared-"));
  for (const opening of OPENINGS) await setUpPractice(join(folder, opening), opening);
  const browser = await launchBrowserServer();
  project.provide("preparedFolder", folder);
  project.provide("browserEndpoint", browser.wsEndpoint());
  return async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Sets a practice up by the request that the first run's form sends, and stops the server, so that the files are whole. */
async function setUpPractice(folder: string, opening: Opening): Promise<void> {
  const server = await startServer({ dataDir: join(folder, "data"), keyDir: join(folder, "keys") });
  try {
    const answer = await fetch(`${server.url}/api/trpc/practice.setUp`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...THERAPIST, timeZone: "America/New_York", opening }),
    });
    if (!answer.ok) throw new Error(`set-up answered ${answer.status}: ${await answer.text()}`);
  } finally {
    await server.stop();
  }
}
