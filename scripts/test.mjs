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
  [join(root, "node_modules", "vitest", "vitest.mjs"), "run", "--reporter=default", "--reporter=json", `--outputFile.json=${results}`, ...process.argv.slice(2)],
  { cwd: root, stdio: ["ignore", "inherit", "inherit"] },
);

const tests = existsSync(results) ? JSON.parse(readFileSync(results, "utf8")) : { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 };
for (const name of checks.failed) say(`Failed: ${name}`);
const passed = checks.passed + tests.numPassedTests;
// A file that cannot even be read has no tests to count, yet fails the run.
const unread = vitest.status !== 0 && tests.numFailedTests === 0 ? 1 : 0;
const failed = checks.failed.length + tests.numFailedTests + unread;
const skipped = tests.numPendingTests > 0 ? `, ${tests.numPendingTests} skipped` : "";
process.stdout.write(`${passed} passed, ${failed} failed${skipped}\n`);
process.exit(failed === 0 ? 0 : 1);
