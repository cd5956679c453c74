/** Types and lint, without the tests. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ensureGenerated, root, say } from "./ready.mjs";

const PARTS = ["server/core", "server", "client", "tests"];

const tool = (script, ...args) =>
  spawnSync(process.execPath, [join(root, "node_modules", script), ...args], { cwd: root, stdio: "inherit" }).status === 0;
const biome = (...args) => tool("@biomejs/biome/bin/biome", ...args);

const TYPES = PARTS.map((part) => ({ name: `types of ${part}`, run: () => tool("typescript/bin/tsc", "-p", part) }));
const LINT = [{ name: "lint", run: () => biome("ci", "--error-on-warnings", ".") }];

/** Runs these checks to their end and returns those that failed, by name. */
export function runChecks(checks = [...TYPES, ...LINT]) {
  ensureGenerated();
  const failed = [];
  for (const check of checks) {
    say(`Checking ${check.name}…`);
    if (!check.run()) failed.push(check.name);
  }
  return { passed: checks.length - failed.length, failed };
}

export const checkTypes = () => runChecks(TYPES);
export const checkLint = () => runChecks(LINT);

/** Rewrites the files as the formatter and the lint's safe fixes have them. */
export const format = () => runChecks([{ name: "format", run: () => biome("check", "--write", ".") }]);
