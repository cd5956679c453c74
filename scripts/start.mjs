/** `npm start`: makes the clone ready, then runs the server until it is told to stop. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { ensureBuilt, root } from "./ready.mjs";

ensureBuilt();

const env = { ...process.env, NODE_ENV: "production" };
// A small young generation: a desk's server idles most of the day, and should not hold memory for requests long answered.
const server = spawn(process.execPath, ["--max-semi-space-size=4", join(root, "dist", "server", "index.js")], { cwd: root, env, stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => server.kill(signal === "SIGHUP" ? "SIGTERM" : signal));
server.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
