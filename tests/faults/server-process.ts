import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { type Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { SetUp } from "#core/contracts/practice.ts";
import type { LogSession } from "#core/contracts/session.ts";
import { emptySession } from "#core/rules/draft.ts";
import { BUILT_IN_TRACKS } from "#core/vocabulary/track.ts";
import { projectRoot } from "#server/process/project-root.ts";

/** A data folder, a key folder and the real server as a process of its own on them. */
export interface Place {
  readonly dataDir: string;
  readonly keyDir: string;
  readonly folder: string;
}

export interface Running {
  readonly url: string;
  readonly process: ChildProcess;
  /** Everything it wrote to stdout and stderr so far. */
  output(): string;
  /** Sends the signal and waits for the end: the exit code (null when killed) and how long it took. */
  end(signal: NodeJS.Signals): Promise<{ code: number | null; ms: number }>;
}

export const OWNER: SetUp = {
  practiceName: "Willow Street",
  timeZone: "America/New_York",
  clinicianName: "Dr. Ines Okafor",
  email: "ines@willow.test",
  password: "three quiet chairs by a window",
  opening: "empty",
};

export function newPlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), "open-chair-fault-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return { folder, dataDir: join(folder, "data"), keyDir: join(folder, "keys") };
}

/** Runs Node with these arguments and an environment that names the place, and nothing else of this one's. */
function spawnNode(place: Place, args: readonly string[], more: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: projectRoot(),
    env: {
      PATH: process.env.PATH,
      HOME: place.folder,
      TMPDIR: process.env.TMPDIR ?? tmpdir(),
      DATA_DIR: place.dataDir,
      KEY_DIR: place.keyDir,
      ...more,
    },
    stdio: ["pipe", "pipe", "pipe"],
  });
}

const BUILT_SERVER = join(projectRoot(), "dist", "server", "index.js");

/** Starts the built server, as `npm start` does, on a free port. @throws with its output when it ends instead of getting ready */
export function startServer(place: Place): Promise<Running> {
  if (!existsSync(BUILT_SERVER)) throw new Error("The server is not built: run npm run build.");
  const child = spawnNode(place, ["--max-semi-space-size=4", BUILT_SERVER], { PORT: "0", NODE_ENV: "production" });
  onTestFinished(() => void child.kill("SIGKILL"));
  let output = "";
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  return new Promise((resolve, reject) => {
    child.stderr?.on("data", (part) => {
      output += part;
    });
    child.stdout?.on("data", (part) => {
      output += part;
      const url = /Open Chair is ready at (http:\/\/\S+)\n/.exec(output)?.[1];
      if (!url) return;
      resolve({
        url,
        process: child,
        output: () => output,
        end: async (signal) => {
          const start = performance.now();
          child.kill(signal);
          return { code: await ended, ms: performance.now() - start };
        },
      });
    });
    void ended.then((code) => reject(new Error(`ended with ${code}: ${output}`)));
  });
}

/** Runs a command to its end, from its source, as `npm run backup` and the others do. */
export async function runCommand(place: Place, args: readonly string[], stdin = ""): Promise<{ code: number | null; output: string }> {
  const child = spawnNode(place, ["--import", "tsx", ...args]);
  let output = "";
  child.stdout?.on("data", (part) => {
    output += part;
  });
  child.stderr?.on("data", (part) => {
    output += part;
  });
  child.stdin?.end(stdin);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, output };
}

export interface Reply {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects to be there.
  readonly json: any;
  readonly cookie: string | undefined;
}

/** Sends JSON. Rejects when the connection breaks before the whole answer is there: then nothing was acknowledged. */
export function send(url: string, { path, body, cookie, agent }: { path: string; body?: unknown; cookie?: string; agent?: Agent }): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", ...(cookie ? { cookie } : {}) };
    const call = request(new URL(path, url), { method: "POST", headers, ...(agent ? { agent } : {}) }, (response) => {
      let text = "";
      response.on("data", (part) => {
        text += part;
      });
      response.on("error", reject);
      response.on("end", () => {
        if (!response.complete) return reject(new Error("cut off"));
        const [line] = response.headers["set-cookie"] ?? [];
        resolve({ status: response.statusCode ?? 0, json: text === "" ? undefined : JSON.parse(text), cookie: line?.split(";")[0] });
      });
    });
    call.on("error", reject);
    call.end(body === undefined ? "" : JSON.stringify(body));
  });
}

/** Sets the practice up and signs its owner in. */
export async function setUpOwner(running: Running, given: Partial<SetUp> = {}): Promise<{ cookie: string; recoveryKey: string; keyFile: string }> {
  const input = { ...OWNER, ...given };
  const shown = await send(running.url, { path: "/api/trpc/practice.setUp", body: input });
  if (shown.status !== 200) throw new Error(`set-up answered ${shown.status}: ${JSON.stringify(shown.json)}`);
  const cookie = await signIn(running, input);
  return { cookie, ...shown.json.result.data };
}

export async function signIn(running: Running, { email, password }: { email: string; password: string } = OWNER): Promise<string> {
  const answer = await send(running.url, { path: "/api/access/sign-in", body: { email, password } });
  if (!answer.cookie) throw new Error(`sign-in answered ${answer.status}`);
  return answer.cookie;
}

export async function openCase(running: Running, cookie: string, given: Record<string, unknown> = {}): Promise<string> {
  const body = {
    requestKey: crypto.randomUUID(),
    label: "Harbor",
    openedOn: "2026-03-03",
    presentingConcern: "",
    active: { label: "M.", pronouns: null, contact: null },
    observing: { label: "D.", pronouns: null, contact: null },
    secretsPolicy: "none-stated",
    collateralConsentOn: null,
    nextSessionOn: null,
    nextSessionStart: null,
    goals: [],
    firstObservation: null,
    ...given,
  };
  const opened = await send(running.url, { path: "/api/trpc/cases.open", body, cookie });
  if (opened.status !== 200) throw new Error(`open answered ${opened.status}: ${JSON.stringify(opened.json)}`);
  return opened.json.result.data.caseId;
}

/** A whole session: presence, stage with evidence, seven ratings, two themes, a shift, a note and a private one. */
export function wholeSession(caseId: string, day = "2026-03-09"): LogSession {
  return {
    caseId,
    requestKey: crypto.randomUUID(),
    privateNote: "I wonder whether I side with her.",
    body: {
      ...emptySession(day),
      startTime: "17:30",
      minutes: 50,
      setting: "in-person",
      observation: { presence: "in-room", stage: 3, source: "seen", evidence: "Asked what the sessions are about", stances: ["unsure"] },
      ratings: BUILT_IN_TRACKS.map((track, at) => ({ track, value: at, rater: "clinician" as const })),
      themes: ["how-i-show-up", "unmet-needs"],
      shifts: [{ kind: "partner-asked", direction: "toward", who: "observing", source: "seen", remark: null }],
      note: { format: "free", sections: { text: "He drove her here and stayed." } },
    },
  };
}

/** Every byte below a folder, file by file (sockets have none). */
export function filesBelow(folder: string): { path: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({ path, bytes: readFileSync(path) }));
}
