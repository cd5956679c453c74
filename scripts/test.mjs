/** `npm test`: types, lint, architecture, units, server, client, faults and journeys; ends with one line of counts. */
import { runChecks } from "./check.mjs";
import { ensureBuilt, say } from "./ready.mjs";
import { finish, runTests } from "./tests.mjs";

ensureBuilt();
const checks = runChecks();
const tests = runTests(process.argv.slice(2));
for (const name of checks.failed) say(`Failed: ${name}`);
finish({ passed: checks.passed + tests.passed, failed: checks.failed.length + tests.failed });
