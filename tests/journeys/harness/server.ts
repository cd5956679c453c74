import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "#server/process/project-root.ts";

export interface RunningServer {
  readonly url: string;
  readonly pid: number;
  readonly dataDir: string;
  readonly keyDir: string;
  /** Everything the process wrote to stderr. */
  log(): string;
  stop(): Promise<void>;
  /** As a power cut would: kill -9. */
  kill(): Promise<void>;
}

export interface Folders {
  readonly dataDir: string;
  readonly keyDir: string;
}

export interface TemporaryFolders extends Folders {
  remove(): void;
}

/** Folders of a record of its own, under the system's temp folder. */
export function temporaryFolders(): TemporaryFolders {
  const folder = mkdtempSync(join(tmpdir(), "open-chair-journey-"));
  return { dataDir: join(folder, "data"), keyDir: join(folder, "keys"), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const READY = /Open Chair is ready at (http:\/\/\S+)/;
const START_LIMIT_MS = 30_000;

/** Starts the built server as scripts/start.mjs does (`npm test` builds it first) on a free port (or the one named) and waits for its ready line. */
export async function startServer({ dataDir, keyDir, port = "0" }: Folders & { readonly port?: string }): Promise<RunningServer> {
  const entry = join(projectRoot(), "dist", "server", "index.js");
  if (!existsSync(entry)) throw new Error("The server is not built: run npm run build.");
  const env = { ...process.env, PORT: port, HOST: "127.0.0.1", DATA_DIR: dataDir, KEY_DIR: keyDir, NODE_ENV: "production" };
  const child = spawn(process.execPath, ["--max-semi-space-size=4", entry], { env, stdio: ["ignore", "pipe", "pipe"] });
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const url = await readyLine(child, () => stderr);
  return { url, pid: child.pid as number, dataDir, keyDir, log: () => stderr, stop: () => end(child, "SIGTERM"), kill: () => end(child, "SIGKILL") };
}

function readyLine(child: ChildProcess, log: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    let stdout = "";
    const limit = setTimeout(() => reject(new Error(`no ready line; the server said: ${log()}`)), START_LIMIT_MS);
    child.stdout?.on("data", (chunk: Buffer) => {
      stdout += chunk.toString();
      const url = READY.exec(stdout)?.[1];
      if (!url) return;
      clearTimeout(limit);
      resolve(url);
    });
    child.once("exit", (code) => {
      clearTimeout(limit);
      reject(new Error(`the server ended with ${code}: ${log()}`));
    });
  });
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill(signal);
  });
}
