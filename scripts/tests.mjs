/** Runs tests to their end and counts them. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root, say } from "./ready.mjs";

const folder = join(root, "test-results");
const results = join(folder, "vitest.json");
const NOTHING = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, testResults: [] };

/** Runs Vitest with these arguments; its own summary goes to stdout. */
export function runTests(args, more = {}) {
  mkdirSync(folder, { recursive: true });
  rmSync(results, { force: true });
  const vitest = spawnSync(
    process.execPath,
    [join(root, "node_modules", "vitest", "vitest.mjs"), "run", "--reporter=default", "--reporter=json", `--outputFile.json=${results}`, ...args],
    { cwd: root, stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, ...more } },
  );
  const counted = existsSync(results) ? JSON.parse(readFileSync(results, "utf8")) : NOTHING;
  // A file that cannot even be read has no tests to count, yet fails the run.
  const unread = counted.testResults.filter((file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"));
  for (const file of unread) say(`Failed as a whole: ${file.name}`);
  const skipped = counted.testResults
    .flatMap((file) => file.assertionResults)
    .filter((test) => test.status === "pending" || test.status === "skipped");
  if (skipped.length > 0) say(`${skipped.length} skipped:`);
  for (const test of skipped) say(`  ${test.fullName}`);
  const known = counted.numFailedTests + unread.length;
  return { passed: counted.numPassedTests, failed: known === 0 && vitest.status !== 0 ? 1 : known };
}

/** The line that a run ends with, and its exit code. */
export function finish({ passed, failed }) {
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exit(failed === 0 ? 0 : 1);
}
