import { cpSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { dayIn } from "#core/day.ts";
import { BENCH_EMAIL, BENCH_PASSWORD, BENCH_TIME_ZONE, type BuiltPractice, buildPractice } from "#sample/build.ts";
import { openServices } from "#server/process/boot.ts";
import { parseEnvironment } from "#server/process/env.ts";
import { createLog } from "#server/process/log.ts";
import { type RunningServer, startServer, temporaryFolders } from "../journeys/harness/server.ts";

/** The practice's day, which the server reads too: what moved in the last 14 days depends on it, and the floor must answer the same. */
export const BENCH_DAY = dayIn(new Date(), BENCH_TIME_ZONE);

export interface BenchPractice extends BuiltPractice {
  readonly folders: ReturnType<typeof temporaryFolders>;
}

export interface Size {
  readonly clinicians: number;
  readonly cases: number;
  readonly sessions: number;
}

/** A generated practice in folders of its own; nothing runs on it yet. */
export async function buildFolders(size: Size): Promise<BenchPractice> {
  const folders = temporaryFolders();
  const environment = parseEnvironment({ DATA_DIR: folders.dataDir, KEY_DIR: folders.keyDir });
  const services = await openServices(environment, createLog());
  try {
    return { folders, ...(await buildPractice(services, { ...size, seed: 1, today: BENCH_DAY })) };
  } finally {
    await services.database.close();
  }
}

/** The same record a second time, for the floor: the server holds its own file alone. */
export function copyOf(practice: BenchPractice): BenchPractice["folders"] {
  const copy = temporaryFolders();
  cpSync(practice.folders.dataDir, copy.dataDir, { recursive: true });
  cpSync(practice.folders.keyDir, copy.keyDir, { recursive: true });
  return copy;
}

export interface SignedIn {
  readonly server: RunningServer;
  /** Calls a procedure; returns the bytes of the answer. @throws when it is not a 200 */
  call(path: string, input?: unknown): Promise<Buffer>;
}

/** The built server on this record, with its first clinician signed in. */
export async function startSignedIn(practice: BenchPractice): Promise<SignedIn> {
  const server = await startServer(practice.folders);
  const cookie = await signInTo(server.url);
  return { server, call: (path, input) => post(`${server.url}/api/trpc/${path}`, input, cookie).then((answer) => answer.body) };
}

export async function signInTo(url: string): Promise<string> {
  const { cookies } = await post(`${url}/api/access/sign-in`, { email: BENCH_EMAIL, password: BENCH_PASSWORD });
  return cookies;
}

/** A POST over one kept-alive connection, as a browser does it. */
export function post(url: string, input: unknown, cookie = ""): Promise<{ body: Buffer; cookies: string }> {
  const { origin } = new URL(url);
  const text = input === undefined ? "" : JSON.stringify(input);
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
    origin,
    "sec-fetch-site": "same-origin",
    ...(cookie ? { cookie } : {}),
  };
  return new Promise((resolve, reject) => {
    const call = request(url, { method: "POST", headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => {
        const body = Buffer.concat(parts);
        if (response.statusCode !== 200) return reject(new Error(`${url} answered ${response.statusCode}`));
        const cookies = (response.headers["set-cookie"] ?? []).map((each) => each.split(";")[0]).join("; ");
        resolve({ body, cookies });
      });
    });
    call.on("error", reject);
    call.end(text);
  });
}

export const databaseFile = (dataDir: string) => join(dataDir, "open-chair.sqlite");
