import { Agent } from "node:http";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openDatabase } from "#server/database/open.ts";
import { DATABASE_FILE, unlockDataFolder } from "#server/keys/keys.ts";
import { askServer } from "#server/process/control.ts";
import { times } from "../campaign.ts";
import { valuesOf } from "../server/rows.ts";
import { newPlace, openCase, type Place, type Running, send, setUpOwner, startServer, wholeSession } from "./server-process.ts";

const KILLS = times({ usual: 15, campaign: 200 });
const WRITERS = 8;

it(
  `loses no acknowledged session or saved draft, and keeps none twice or without its audit entry, when the server is killed ${KILLS} times while writing`,
  async () => {
    const place = newPlace();
    const acknowledged = new Set<string>();
    /** What was typed into drafts whose save was acknowledged: each a sentence of its own. */
    const saved = new Set<string>();
    let asked = 0;
    let running = await startServer(place);
    const { cookie } = await setUpOwner(running);
    const caseId = await openCase(running, cookie);
    // One case a writer: an untouched draft of a case is handed out again, and eight hands must not share one.
    const draftedIn = await Promise.all(Array.from({ length: WRITERS }, () => openCase(running, cookie)));

    for (let round = 0; round < KILLS; round += 1) {
      let firstWritten = () => {};
      const oneWritten = new Promise<void>((resolve) => {
        firstWritten = resolve;
      });
      const agent = new Agent({ keepAlive: true, maxSockets: WRITERS });
      const hand: Hand = { running, cookie, agent };
      // In turn: sessions logged at once, and sessions typed into a draft, saved and finished.
      const isDrafting = round % 2 === 1;
      const wrong: string[] = [];
      const writers = draftedIn
        .map(async (ownCase) => {
          for (;;) {
            asked += 1;
            const { sessionId } = isDrafting
              ? await draftAndFinish(hand, ownCase, (text) => {
                  saved.add(text);
                  firstWritten();
                })
              : await call(hand, "sessions.log", wholeSession(caseId));
            acknowledged.add(sessionId);
            firstWritten();
          }
        })
        .map((writer) =>
          writer.catch((fault: Error) => {
            if (fault.message.includes(" answered ")) wrong.push(fault.message);
          }),
        );
      const cutOff = Promise.allSettled(writers);
      // Every third kill hits the first writes of a fresh process, the others one that is in full swing.
      if (round % 3 > 0) await oneWritten;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 120));
      await running.end("SIGKILL");
      await cutOff;
      expect(wrong).toEqual([]);
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
    expect(saved.size).toBeGreaterThan(KILLS / 3);
    // In its draft or in the session made of it: once, whenever finish was cut off.
    expect([...saved].filter((text) => found.texts.filter((one) => one === text).length !== 1)).toEqual([]);
    // A write cut off after its commit is there unacknowledged; one cut off before is not there at all.
    expect(found.sessions.size).toBeLessThanOrEqual(asked);
  },
  KILLS * 12_000,
);

interface Hand {
  readonly running: Running;
  readonly cookie: string;
  readonly agent: Agent;
}

/** What was acknowledged. Rejects when the connection broke before that. */
async function call({ running, cookie, agent }: Hand, name: string, body: object) {
  const answer = await send(running.url, { path: `/api/trpc/${name}`, body, cookie, agent });
  if (answer.status !== 200) throw new Error(`${name} answered ${answer.status}: ${JSON.stringify(answer.json)}`);
  return answer.json.result.data;
}

/** The same session as `wholeSession`, typed into a draft, saved and finished. */
async function draftAndFinish(hand: Hand, caseId: string, onSaved: (text: string) => void): Promise<{ sessionId: string }> {
  const draft = await call(hand, "drafts.start", { caseId, requestKey: crypto.randomUUID(), corrects: null });
  const { body, privateNote } = wholeSession(caseId);
  const { observation, note } = body;
  const evidence = `Asked what the sessions are about (${draft.id})`;
  const typed = {
    ...draft.body,
    ...observation,
    day: body.day,
    evidence,
    ratings: Object.fromEntries(body.ratings.map(({ track, value, rater }) => [track, { value, rater }])),
    themes: body.themes,
    shifts: body.shifts.map((shift) => ({ ...shift, remark: "" })),
    noteSections: note?.sections,
  };
  const { revision } = await call(hand, "drafts.save", { draftId: draft.id, revision: draft.revision, body: typed, privateNote });
  onSaved(evidence);
  return call(hand, "sessions.finish", { draftId: draft.id, revision, requestKey: crypto.randomUUID() });
}

async function examine({ dataDir, keyDir }: Place) {
  const { keys } = unlockDataFolder(dataDir, keyDir);
  const database = await openDatabase({ file: join(dataDir, DATABASE_FILE), key: keys.database });
  try {
    const ids = (statement: string) => valuesOf(database, statement);
    return {
      integrity: (await ids("PRAGMA integrity_check"))[0],
      brokenReferences: await ids("PRAGMA foreign_key_check"),
      sessions: new Set(await ids(`SELECT "rootId" FROM "occasion" WHERE "kind" = 'session'`)),
      texts: await ids(`SELECT "evidence" FROM "observation" WHERE "evidence" IS NOT NULL
          UNION ALL SELECT json_extract("body", '$.value.evidence') FROM "draft"`),
      withoutAudit: await ids(`SELECT o."id" FROM "occasion" o WHERE o."kind" = 'session' AND NOT EXISTS
          (SELECT 1 FROM "audit_entry" a WHERE a."objectId" = o."id" AND a."action" = 'session.logged')`),
      incomplete: await ids(`SELECT o."id" FROM "occasion" o WHERE o."kind" = 'session' AND (
          (SELECT count(*) FROM "rating" r WHERE r."occasionId" = o."id") <> 7
          OR (SELECT count(*) FROM "observation" b WHERE b."occasionId" = o."id") <> 1
          OR (SELECT count(*) FROM "session_theme" t WHERE t."occasionId" = o."id") <> 2
          OR (SELECT count(*) FROM "shift" s WHERE s."occasionId" = o."id") <> 1
          OR (SELECT count(*) FROM "note" n WHERE n."occasionId" = o."id") <> 1
          OR (SELECT count(*) FROM "private_note" p WHERE p."occasionId" = o."id") <> 1)`),
    };
  } finally {
    await database.close();
  }
}
