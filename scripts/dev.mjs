/** `npm run dev`: the server restarted on change, the browser's part served hot. Open the address that Vite prints. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { ensureGenerated, root } from "./ready.mjs";

ensureGenerated();

const tool = (script, args) => spawn(process.execPath, [join(root, "node_modules", script), ...args], { cwd: root, stdio: "inherit" });
const children = [tool("tsx/dist/cli.mjs", ["watch", "--clear-screen=false", "server/index.ts"]), tool("vite/bin/vite.js", [])];

function stop(code) {
  for (const child of children) child.kill("SIGTERM");
  process.exitCode = code;
}
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => stop(0));
for (const child of children) child.on("exit", (code) => stop(code ?? 0));
