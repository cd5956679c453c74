import { Agent } from "node:http";
import { join } from "node:path";
import { expect, it } from "vitest";
import { askServer } from "#server/control.ts";
import { openDatabase } from "#server/db.ts";
import { DATABASE_FILE, unlockDataFolder } from "#server/keys.ts";
import { newPlace, openCase, type Place, send, setUpOwner, startServer, wholeSession } from "./server-process.ts";

const KILLS = 50;

it(
  "loses no acknowledged session, and keeps none without its audit entry, when the server is killed 50 times while writing",
  async () => {
    const place = newPlace();
    const acknowledged = new Set<string>();
    let asked = 0;
    let running = await startServer(place);
    const { cookie } = await setUpOwner(running);
    const caseId = await openCase(running, cookie);

    for (let round = 0; round < KILLS; round += 1) {
      let firstWritten = () => {};
      const oneWritten = new Promise<void>((resolve) => {
        firstWritten = resolve;
      });
      const agent = new Agent({ keepAlive: true, maxSockets: 8 });
      const writers = Array.from({ length: 8 }, async () => {
        for (;;) {
          asked += 1;
          const answer = await send(running.url, { path: "/api/trpc/sessions.log", body: wholeSession(caseId), cookie, agent });
          if (answer.status === 200) acknowledged.add(answer.json.result.data.sessionId);
          firstWritten();
        }
      });
      const cutOff = Promise.allSettled(writers);
      // Every third kill hits the first writes of a fresh process, the others one that is in full swing.
      if (round % 3 > 0) await oneWritten;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 120));
      await running.end("SIGKILL");
      await cutOff;
      agent.destroy();
      running = await startServer(place);
      const verdict = await askServer(place.dataDir, "verify-audit", {});
      expect(verdict, `after kill ${round + 1}`).toMatchObject({ answer: { sound: true } });
    }
    await running.end("SIGTERM");

    // Otherwise this proves nothing: there must have been writes, and some must have been cut off.
    expect(acknowledged.size).toBeGreaterThan(KILLS);
    expect(asked).toBeGreaterThan(acknowledged.size);
    const found = await examine(place);
    expect(found.integrity).toBe("ok");
    expect(found.brokenReferences).toEqual([]);
    expect([...acknowledged].filter((id) => !found.sessions.has(id))).toEqual([]);
    expect(found.withoutAudit).toEqual([]);
    expect(found.incomplete).toEqual([]);
    // A write cut off after its commit is there unacknowledged; one cut off before is not there at all.
    expect(found.sessions.size).toBeLessThanOrEqual(asked);
  },
  KILLS * 12_000,
);

async function examine({ dataDir, keyDir }: Place) {
  const { keys } = unlockDataFolder(dataDir, keyDir);
  const database = await openDatabase({ file: join(dataDir, DATABASE_FILE), key: keys.database });
  try {
    return await database.alone((handle) => {
      const ids = (sql: string) => handle.prepare(sql).pluck().all() as string[];
      return {
        integrity: handle.pragma("integrity_check", { simple: true }),
        brokenReferences: handle.pragma("foreign_key_check"),
        sessions: new Set(ids(`SELECT "rootId" FROM "occasion" WHERE "kind" = 'session'`)),
        withoutAudit: ids(`SELECT o."id" FROM "occasion" o WHERE o."kind" = 'session' AND NOT EXISTS
          (SELECT 1 FROM "audit_entry" a WHERE a."objectId" = o."id" AND a."action" = 'session.logged')`),
        incomplete: ids(`SELECT o."id" FROM "occasion" o WHERE o."kind" = 'session' AND (
          (SELECT count(*) FROM "rating" r WHERE r."occasionId" = o."id") <> 7
          OR (SELECT count(*) FROM "observation" b WHERE b."occasionId" = o."id") <> 1
          OR (SELECT count(*) FROM "session_theme" t WHERE t."occasionId" = o."id") <> 2
          OR (SELECT count(*) FROM "shift" s WHERE s."occasionId" = o."id") <> 1
          OR (SELECT count(*) FROM "note" n WHERE n."occasionId" = o."id") <> 1
          OR (SELECT count(*) FROM "private_note" p WHERE p."occasionId" = o."id") <> 1)`),
      };
    });
  } finally {
    await database.close();
  }
}
