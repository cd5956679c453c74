/** Runs one of our TypeScript commands (`npm run backup`, `bench`, …) with whatever follows `--`. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { ensureGenerated, root } from "./ready.mjs";

ensureGenerated();

const [script, ...args] = process.argv.slice(2);
const loader = join(root, "node_modules", "tsx", "dist", "cli.mjs");
const command = spawn(process.execPath, [loader, join(root, script), ...args], { cwd: root, stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => command.kill(signal));
command.on("exit", (code) => process.exit(code ?? 1));
