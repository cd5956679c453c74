/** `npm run check`: types and lint, without the tests. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureGenerated, root, say } from "./ready.mjs";

const PARTS = ["server/core", "server", "client", "tests"];

/** Runs every check to its end and returns those that failed, by name. */
export function runChecks() {
  ensureGenerated();
  const tool = (script, args) =>
    spawnSync(process.execPath, [join(root, "node_modules", script), ...args], { cwd: root, stdio: "inherit" }).status === 0;
  const checks = [
    ...PARTS.map((part) => ({ name: `types of ${part}`, run: () => tool("typescript/bin/tsc", ["-p", part]) })),
    { name: "lint", run: () => tool("@biomejs/biome/bin/biome", ["ci", "--error-on-warnings", "."]) },
  ];
  const failed = [];
  for (const check of checks) {
    say(`Checking ${check.name}…`);
    if (!check.run()) failed.push(check.name);
  }
  return { passed: checks.length - failed.length, failed };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { failed } = runChecks();
  for (const name of failed) say(`Failed: ${name}`);
  process.exit(failed.length === 0 ? 0 : 1);
}
