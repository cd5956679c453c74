import { describe, expect, it } from "vitest";
import { type Database, NOBODY } from "#server/database/database.ts";
import { raw } from "#server/database/sql.ts";
import { asForm, givenCase, givenSession, requestKey } from "./given.ts";
import { SHEET, upload } from "./given-imports.ts";
import { A_SCORE, givenARecord } from "./given-records.ts";
import { openRecord } from "./harness.ts";
import { rowsOf, tablesOf } from "./rows.ts";

/** Not of any one practice's record: sign-in, the practices themselves, the end of the trail, the migrations' bookkeeping. */
const OUTSIDE = ["_prisma_migrations", "audit_head", "credential", "practice", "sign_in", "verification"];
/** Few rows a practice, read all at once. */
const FEW_ROWS = ["clinician", "draft", "focus_track", "measure", "theme", "track"];
/** Found by their own id alone: a clinician by who signs in, an entry by its place in the trail. */
const KEYED_OTHERWISE = ["audit_entry", "clinician"];

async function recordTables(database: Database): Promise<string[]> {
  return (await tablesOf(database)).filter((table) => !OUTSIDE.includes(table));
}

/** Every statement that the product runs while somebody uses nearly all of it. */
async function statementsOfADay(): Promise<{ database: Database; statements: Set<string> }> {
  const statements = new Set<string>();
  let isOn = false;
  const record = await openRecord({ moment: "2026-11-24T15:00:00.000Z", onStatement: (text) => isOn && statements.add(text) });
  const me = await record.addClinician({ role: "owner" });
  const { api } = me;
  isOn = true;
  const { caseId, sessionId, scoreId, markedDayId } = await givenARecord(me);
  const other = await givenCase(me, "Elm");
  const corrected = await givenSession(me, caseId, { observation: { presence: "in-room", stage: 3, source: "seen", evidence: null, stances: [] } });
  const draft = asForm(await api.drafts.start({ caseId, requestKey: requestKey(), corrects: corrected }));
  await api.drafts.save({ draftId: draft.id, revision: 1, body: draft.body, privateNote: "apart" });
  await api.sessions.finish({ draftId: draft.id, revision: 2, requestKey: requestKey() });
  await api.sessions.move({ caseId, sessionId, version: 1, toCaseId: other, reason: "Wrong couple", requestKey: requestKey() });
  await api.sessions.void({ caseId, sessionId: corrected, version: 2, reason: "Twice", requestKey: requestKey() });
  await api.scores.correct({ caseId, ...A_SCORE, scoreId, version: 1, requestKey: requestKey() });
  await api.markedDays.unmark({ caseId, markedDayId });
  await api.cases.recordRole({ caseId, requestKey: requestKey(), seat: "observing", role: "joined", fromDay: "2026-03-02" });
  const { guess: mapping } = await api.imports.read(upload(SHEET));
  const { batchId } = await api.imports.commit({ ...upload(SHEET), mapping, requestKey: requestKey() });
  await api.imports.undo({ batchId: String(batchId), requestKey: requestKey() });
  await api.caseload.read();
  await api.caseload.dismiss({ caseId, panel: "moved", upTo: 1, reason: null });
  await api.timeline.read({ caseId });
  await api.insights.read();
  await api.scores.ofCase({ caseId });
  await api.scores.versions({ caseId, scoreId });
  await api.cases.show({ caseId });
  await api.cases.list();
  await api.imports.list();
  await api.practice.tracks();
  await api.practice.recoveryKey({ password: "not this one" }).catch(() => undefined);
  await api.sessions.show({ caseId, sessionId: corrected });
  isOn = false;
  return { database: record.services.database, statements };
}

describe("a table of the record", () => {
  it("has the practice in its columns, first in its key and in each of its references", async () => {
    const { database } = (await openRecord()).services;
    const tables = await recordTables(database);
    expect(tables.length).toBeGreaterThan(20);
    for (const table of tables) {
      const columns = await rowsOf<{ name: string; pk: number }>(database, `PRAGMA table_info("${table}")`);
      expect(
        columns.map(({ name }) => name),
        table,
      ).toContain("practiceId");
      if (!KEYED_OTHERWISE.includes(table)) expect(columns.find(({ pk }) => pk === 1)?.name, table).toBe("practiceId");
      const references = await rowsOf<{ id: number; table: string; from: string }>(database, `PRAGMA foreign_key_list("${table}")`);
      for (const id of new Set(references.filter((each) => tables.includes(each.table)).map((each) => each.id))) {
        const from = references.filter((each) => each.id === id).map((each) => each.from);
        expect(from, `${table} refers to another table by ${from}`).toContain("practiceId");
      }
    }
  });
});

describe("every statement on a table of the record", () => {
  it("names the practice, and finds its rows by a key instead of walking the table", async () => {
    const { database, statements } = await statementsOfADay();
    const tables = await recordTables(database);
    const named = (text: string) => tables.filter((table) => new RegExp(`["\`]${table}["\`]`).test(text));
    const working = [...statements].filter((text) => /^\s*(SELECT|UPDATE|DELETE|WITH)/i.test(text) && named(text).length > 0);
    expect(working.length).toBeGreaterThan(60);
    // Prisma's way of changing no row at all.
    const changesNothing = (text: string) => text.includes("1=0");
    const nameless = working.filter(
      (text) => !/\b(?:WHERE|ON)\b[\s\S]*practiceId/.test(text) && !named(text).every((table) => KEYED_OTHERWISE.includes(table)),
    );
    expect(nameless).toEqual([]);
    const walking: string[] = [];
    for (const text of working.filter((each) => !changesNothing(each))) {
      for (const detail of await detailsOf(database, text)) if (walksA(tables, detail, text)) walking.push(`${detail}: ${text.slice(0, 2_000)}`);
    }
    expect(walking).toEqual([]);
  });
});

async function detailsOf(database: Database, text: string): Promise<string[]> {
  const rows = await database.transaction(NOBODY, (tx) => tx.change<{ detail: string }>(raw(`EXPLAIN QUERY PLAN ${text}`)));
  return rows.map(({ detail }) => detail);
}

/**
 * "SCAN o" where `o` is a table of the record in this statement and not the result of a subquery; or "SEARCH o USING … (practiceId=?)", which
 * walks all that the practice has. The few rows of a practice's own names are found that way.
 */
function walksA(tables: readonly string[], detail: string, text: string): boolean {
  const alias = (/^SCAN (\S+)/.exec(detail) ?? /^SEARCH (\S+) USING .* \(practiceId=\?\)/.exec(detail))?.[1]?.replace(/["`]/g, "");
  if (alias === undefined) return false;
  // An index names its table; one short name may stand for several tables of a statement.
  const index = /INDEX (\S+)/.exec(detail)?.[1];
  const found = tables.filter(
    (table) => index?.includes(table) ?? (alias === table || new RegExp(`["\`]${table}["\`](?: AS)? ["\`]?${alias}["\`]?\\b`).test(text)),
  );
  return found.some((table) => !(detail.startsWith("SEARCH") && FEW_ROWS.includes(table)));
}
