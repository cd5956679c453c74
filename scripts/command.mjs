/** Runs one of our TypeScript commands (`npm run backup`, `sample`, …) with what follows `--`. With --built first: on the built server. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { ensureBuilt, ensureGenerated, root } from "./ready.mjs";

const given = process.argv.slice(2);
const needsBuild = given[0] === "--built";
if (needsBuild) ensureBuilt();
else ensureGenerated();

const [script, ...args] = needsBuild ? given.slice(1) : given;
const loader = join(root, "node_modules", "tsx", "dist", "cli.mjs");
const command = spawn(process.execPath, [loader, join(root, script), ...args], { cwd: root, stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => command.kill(signal));
command.on("exit", (code) => process.exit(code ?? 1));
