/** `node scripts/task.mjs NAME [arguments]`: the package.json scripts that are one step. Each makes a fresh clone ready first. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkLint, checkTypes, format, runChecks } from "./check.mjs";
import { ensureBuilt, ensureGenerated, root, say } from "./ready.mjs";
import { finish, runTests } from "./tests.mjs";

const [name, ...args] = process.argv.slice(2);

/** Ends with 1 where a check failed. */
function end({ failed }) {
  for (const check of failed) say(`Failed: ${check}`);
  process.exit(failed.length === 0 ? 0 : 1);
}

/** The tests of these projects of vitest.config.ts. */
function test(...projects) {
  finish(runTests([...projects.map((project) => `--project=${project}`), ...args]));
}

/** The test files that repeat what they do as often as tests/campaign.ts says. */
function campaignFiles() {
  return readdirSync(join(root, "tests"), { recursive: true })
    .map((file) => join("tests", file))
    .filter((file) => /\.test\.tsx?$/.test(file) && readFileSync(join(root, file), "utf8").includes('/campaign.ts"'));
}

const TASKS = {
  build: () => ensureBuilt(),
  check: () => end(runChecks()),
  lint: () => end(checkLint()),
  typecheck: () => end(checkTypes()),
  format: () => end(format()),
  "test:unit": () => {
    ensureGenerated();
    test("architecture", "core");
  },
  "test:server": () => {
    ensureGenerated();
    test("server");
  },
  "test:client": () => {
    ensureGenerated();
    test("client");
  },
  "test:faults": () => {
    ensureBuilt();
    test("faults");
  },
  "test:journeys": () => {
    ensureBuilt();
    test("journeys");
  },
  campaign: () => {
    ensureBuilt();
    finish(runTests([...campaignFiles(), ...args], { CAMPAIGN: "1" }));
  },
};

const task = TASKS[name];
if (!task) {
  say(`There is no task "${name}". The tasks are: ${Object.keys(TASKS).join(", ")}.`);
  process.exit(1);
}
task();
