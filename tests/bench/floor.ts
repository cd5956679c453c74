/**
 * The floor, a process of its own: node:http answering the very bytes of the server's answers from raw SQL on a copy of the
 * same file. No Express, no tRPC, no Prisma, no sign-in, no scope, no trail.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Sqlite from "better-sqlite3";
import type { Sql } from "#server/database/sql.ts";
import { SQLITE_DIALECT } from "#server/database/sqlite/dialect.ts";
import { readCaseload } from "#server/features/caseload/read.ts";
import { readTimeline } from "#server/features/timeline/read.ts";
import { unlockDataFolder } from "#server/keys/keys.ts";
import { parseEnvironment } from "#server/process/env.ts";
import { BENCH_DAY, databaseFile } from "./practice.ts";

const { dataDir, keyDir } = parseEnvironment({ DATA_DIR: process.env.DATA_DIR, KEY_DIR: process.env.KEY_DIR });
const handle = new Sqlite(databaseFile(dataDir));
handle.pragma("cipher='sqlcipher'");
handle.pragma("legacy=4");
handle.pragma(`key="x'${unlockDataFolder(dataDir, keyDir).keys.database}'"`);
for (const pragma of ["locking_mode=EXCLUSIVE", "journal_mode=WAL", "synchronous=FULL"]) handle.pragma(pragma);
handle.exec(`CREATE TABLE IF NOT EXISTS "floor" ("id" INTEGER PRIMARY KEY, "body" TEXT)`);

const statements = new Map<string, Sqlite.Statement>();
/** The product's own statements, prepared once and run on the bare handle. */
const reader = {
  dialect: SQLITE_DIALECT,
  query: async ({ sql, values }: Sql) => {
    let statement = statements.get(sql);
    if (!statement) {
      statement = handle.prepare(sql);
      statements.set(sql, statement);
    }
    return statement.all(...values);
  },
  prisma: { track: { findMany: async () => [] }, theme: { findMany: async () => [] } },
} as never;

const first = handle.prepare(`SELECT "id" AS "clinicianId", "practiceId" FROM "clinician" WHERE "email" = 'bench@example.test'`).get() as {
  clinicianId: string;
  practiceId: string;
};
const insert = handle.prepare(`INSERT INTO "floor" ("body") VALUES (?)`);

async function answerTo(path: string, body: string): Promise<unknown> {
  if (path === "/insert") return insert.run(body).changes;
  if (path.startsWith("/timeline/")) return readTimeline(reader, { ...first, caseId: path.slice("/timeline/".length) } as never, BENCH_DAY);
  return readCaseload(reader, first as never, BENCH_DAY);
}

const server = createServer((incoming, outgoing) => {
  const parts: Buffer[] = [];
  incoming.on("data", (part: Buffer) => parts.push(part));
  incoming.on("end", async () => {
    const data = await answerTo(incoming.url ?? "/", Buffer.concat(parts).toString());
    const text = JSON.stringify({ result: { data } });
    outgoing.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
    outgoing.end(text);
  });
});
server.listen(0, "127.0.0.1", () => console.log(`ready ${(server.address() as AddressInfo).port}`));
process.on("SIGTERM", () => process.exit(0));
