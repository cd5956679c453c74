/** `npm test`: types, lint, architecture, units, server, client, faults and journeys; ends with one line of counts. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runChecks } from "./check.mjs";
import { ensureBuilt, root, say } from "./ready.mjs";

ensureBuilt();
const checks = runChecks();

const folder = join(root, "test-results");
const results = join(folder, "vitest.json");
mkdirSync(folder, { recursive: true });
rmSync(results, { force: true });
const vitest = spawnSync(
  process.execPath,
  [
    join(root, "node_modules", "vitest", "vitest.mjs"),
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${results}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: ["ignore", "inherit", "inherit"] },
);

const counted = existsSync(results)
  ? JSON.parse(readFileSync(results, "utf8"))
  : { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, testResults: [] };
// A file that cannot even be read has no tests to count, yet fails the run.
const unread = counted.testResults.filter((file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"));
for (const file of unread) say(`Failed as a whole: ${file.name}`);
for (const name of checks.failed) say(`Failed: ${name}`);
if (counted.numPendingTests > 0) say(`${counted.numPendingTests} skipped`);
const passed = checks.passed + counted.numPassedTests;
const known = checks.failed.length + counted.numFailedTests + unread.length;
const failed = known === 0 && vitest.status !== 0 ? 1 : known;
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
