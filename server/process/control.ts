import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { z } from "zod";
import { isRefusal, type RefusalCode } from "#core/vocabulary/refusal.ts";
import type { PasswordLimits } from "#server/access/limits.ts";
import { resetPassword } from "#server/access/reset-password.ts";
import { type AuditVerdict, verifyAudit } from "#server/audit/audit.ts";
import { copyRecord } from "#server/database/backup.ts";
import { faultCode } from "./log.ts";
import type { Services } from "./services.ts";

/**
 * The way commands ask the running server, which holds the data file alone: a socket only this user can open (a named pipe
 * on Windows). Its path is in DATA_DIR/control, because a socket's path may not be longer than about 100 bytes.
 */
const PATH_FILE = "control";
const LONGEST_SOCKET_PATH = 100;

export interface ControlCalls {
  copy: { ask: { target: string }; answer: Record<string, never> };
  "verify-audit": { ask: Record<string, never>; answer: AuditVerdict };
  "reset-password": { ask: { email: string; password: string }; answer: { endedSignIns: number } | { refused: RefusalCode; field?: string } };
}

const Asked = {
  copy: z.object({ target: z.string().min(1) }),
  "reset-password": z.object({ email: z.string(), password: z.string() }),
};

export interface Control {
  close(): Promise<void>;
}

/** Opens the channel; one a process, after the database is open. */
export async function openControl(services: Services, { dataDir, limits }: { dataDir: string; limits: PasswordLimits }): Promise<Control> {
  const answers: { [Name in keyof ControlCalls]: (body: unknown) => Promise<ControlCalls[Name]["answer"]> } = {
    copy: async (body) => {
      await copyRecord(services, Asked.copy.parse(body).target);
      return {};
    },
    "verify-audit": () => verifyAudit(services.database, services.keys.audit),
    "reset-password": async (body) => {
      const asked = Asked["reset-password"].parse(body);
      const done = await resetPassword(services, asked);
      if (!isRefusal(done)) await limits.forget(asked.email);
      return done;
    },
  };
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const name = (incoming.url ?? "").slice(1);
      try {
        const body: unknown = JSON.parse((await incoming.toArray()).join(""));
        if (!isCall(name)) throw new TypeError("no such call");
        const answer = await answers[name](body);
        outgoing.end(JSON.stringify({ answer }));
      } catch (fault) {
        services.log.error({ event: "command-failed", code: faultCode(fault) });
        outgoing.end(JSON.stringify({ fault: faultCode(fault) }));
      }
    })();
  });
  const path = socketPath(dataDir);
  rmSync(path, { force: true });
  await listen(server, path);
  writeFileSync(join(dataDir, PATH_FILE), path, { mode: 0o600 });
  return {
    close: () =>
      new Promise((resolve) => {
        rmSync(join(dataDir, PATH_FILE), { force: true });
        server.close(() => {
          if (!path.startsWith(dataDir) && process.platform !== "win32") rmSync(dirname(path), { recursive: true, force: true });
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/**
 * Asks the server that runs on this data folder.
 * @returns null when none runs (then the caller may open the file itself)
 */
export async function askServer<Name extends keyof ControlCalls>(
  dataDir: string,
  name: Name,
  ask: ControlCalls[Name]["ask"],
): Promise<{ answer: ControlCalls[Name]["answer"] } | { fault: string } | null> {
  const file = join(dataDir, PATH_FILE);
  if (!existsSync(file)) return null;
  const socket = readFileSync(file, "utf8").trim();
  return new Promise((resolve, reject) => {
    const call = request({ socketPath: socket, path: `/${name}`, method: "POST" }, (response) => {
      response
        .toArray()
        .then((parts) => resolve(JSON.parse(parts.join(""))))
        .catch(reject);
    });
    call.on("error", (fault) => {
      const { code } = fault as NodeJS.ErrnoException;
      // Left behind by a process that was killed.
      if (code === "ECONNREFUSED" || code === "ENOENT") return resolve(null);
      reject(fault);
    });
    call.end(JSON.stringify(ask));
  });
}

function isCall(name: string): name is keyof ControlCalls {
  return name === "copy" || name === "verify-audit" || name === "reset-password";
}

function socketPath(dataDir: string): string {
  if (process.platform === "win32") return `\\\\.\\pipe\\open-chair-${randomBytes(16).toString("hex")}`;
  const beside = join(dataDir, "control.sock");
  // mkdtemp makes a folder of mode 0700, so that nobody else reaches the socket in the shared temp folder either.
  return Buffer.byteLength(beside) <= LONGEST_SOCKET_PATH ? beside : join(mkdtempSync(join(tmpdir(), "open-chair-")), "control.sock");
}

async function listen(server: Server, path: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(path, resolve);
  });
  // The process's umask (077) kept others out from the first moment; this takes the needless x away.
  if (process.platform !== "win32") chmodSync(path, 0o600);
}
