import { spawn } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "#server/process/project-root.ts";
import type { Folders } from "../journeys/harness/server.ts";
import { post } from "./practice.ts";

export interface Floor {
  call(path: string, input?: unknown): Promise<Buffer>;
  stop(): void;
}

/** Starts tests/bench/floor.ts on a copy of a record. */
export async function startFloor({ dataDir, keyDir }: Folders): Promise<Floor> {
  const root = projectRoot();
  const loader = join(root, "node_modules", "tsx", "dist", "loader.mjs");
  const child = spawn(process.execPath, ["--import", loader, join(root, "tests", "bench", "floor.ts")], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, KEY_DIR: keyDir, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      const found = /ready (\d+)/.exec(chunk.toString())?.[1];
      if (found) resolve(found);
    });
    child.once("exit", (code) => reject(new Error(`the floor ended with ${code}`)));
  });
  return {
    call: (path, input) => post(`http://127.0.0.1:${port}${path}`, input).then((answer) => answer.body),
    stop: () => void child.kill("SIGTERM"),
  };
}
