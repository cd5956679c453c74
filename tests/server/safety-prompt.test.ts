import Sqlite from "better-sqlite3";
import { describe, expect, it } from "vitest";
import type { RecordScore } from "#core/contracts/measure.ts";
import { NOBODY } from "#server/database/database.ts";
import { applyMigrations, readMigrations } from "#server/database/sqlite/migrations.ts";
import { givenCase, refusalFrom, requestKey } from "./given.ts";
import { A_SCORE } from "./given-records.ts";
import { openRecord } from "./harness.ts";

const PHQ_9 = { measure: "phq-9", about: "active", score: 17, safetyItem: 2 } as const;

async function given() {
  const record = await openRecord();
  const me = await record.addClinician();
  const caseId = await givenCase(me);
  const recordScore = (score: Partial<RecordScore> = {}) =>
    me.api.scores.record({ caseId, requestKey: requestKey(), ...A_SCORE, ...PHQ_9, ...score });
  const correct = (scoreId: string, score: Partial<RecordScore>, version = 1) =>
    me.api.scores.correct({ caseId, requestKey: requestKey(), ...A_SCORE, ...PHQ_9, ...score, scoreId, version });
  const answer = (scoreId: string, { answer = "in-hand" as "in-hand" | "concern", version = 1 } = {}) =>
    me.api.scores.answerPrompt({ caseId, scoreId, version, answer });
  const openConcern = () => me.api.cases.openConcern({ caseId, requestKey: requestKey(), openedOn: "2026-03-02", wording: "w", action: "" });
  const ofCase = () => me.api.scores.ofCase({ caseId });
  const heldIds = async () => (await ofCase()).held.map(({ id }) => id);
  const owed = async () => (await me.api.caseload.read()).toFinish.filter(({ kind }) => kind === "prompt-owed");
  return { record, me, caseId, recordScore, correct, answer, openConcern, ofCase, heldIds, owed };
}

describe("a score with an answer above zero on self-harm", () => {
  it("was shown without its prompt while any safety concern was open", async () => {
    const { recordScore, openConcern, ofCase } = await given();
    await openConcern();
    const { scoreId } = await recordScore({ score: 17 });
    const { scores, held } = await ofCase();
    expect(scores).toEqual([]);
    expect(held).toMatchObject([{ id: scoreId, measure: "phq-9", safetyItem: 2, day: "2026-03-02" }]);
  });

  it("leaves the server without its number, so that nothing can show it before", async () => {
    const { recordScore, ofCase } = await given();
    await recordScore({ score: 17 });
    const [held] = (await ofCase()).held;
    expect(Object.values(held ?? {})).not.toContain(17);
    expect(Object.keys(held ?? {})).not.toContain("score");
  });

  it("was shown without its prompt once a later score of the line had 0: a score of an earlier day never asked", async () => {
    const { recordScore, heldIds } = await given();
    await recordScore({ day: "2026-03-06", score: 9, safetyItem: 0 });
    const { scoreId } = await recordScore({ day: "2026-03-02" });
    expect(await heldIds()).toEqual([scoreId]);
  });

  it("was asked about again in every new window: the answer is kept with the score, with its day, and in the trail", async () => {
    const { record, me, caseId, recordScore, answer, ofCase } = await given();
    const { scoreId } = await recordScore();
    await answer(scoreId);
    expect(await ofCase()).toMatchObject({ scores: [{ id: scoreId, score: 17 }], held: [] });
    expect(await me.api.scores.versions({ caseId, scoreId })).toMatchObject([{ promptAnswer: "in-hand", promptAnsweredOn: "2026-03-09" }]);
    const last = await record.services.database.read(NOBODY).prisma.auditEntry.findFirst({ orderBy: { sequence: "desc" } });
    expect(last).toMatchObject({ action: "score.prompt-answered", caseId, actorId: me.clinicianId });
  });

  it("waits for its own prompt: an answer about one score says nothing of another", async () => {
    const { recordScore, answer, heldIds } = await given();
    const [first, second] = [await recordScore(), await recordScore({ day: "2026-03-06" })];
    await answer(first.scoreId);
    expect(await heldIds()).toEqual([second.scoreId]);
  });

  it("is in a concern only while one is open", async () => {
    const { recordScore, answer, openConcern, heldIds } = await given();
    const { scoreId } = await recordScore();
    expect(await refusalFrom(answer(scoreId, { answer: "concern" }))).toBe("no-open-concern");
    expect(await heldIds()).toEqual([scoreId]);
    await openConcern();
    await answer(scoreId, { answer: "concern" });
    expect(await heldIds()).toEqual([]);
  });

  it("takes no answer upon a version that was corrected meanwhile, none where it is voided, and none where nothing was asked", async () => {
    const { me, caseId, recordScore, correct, answer } = await given();
    const { scoreId } = await recordScore();
    await correct(scoreId, { safetyItem: 3 });
    expect(await refusalFrom(answer(scoreId))).toBe("score-changed-meanwhile");
    await me.api.scores.void({ caseId, scoreId, version: 2, reason: "Wrong couple", requestKey: requestKey() });
    expect(await refusalFrom(answer(scoreId, { version: 2 }))).toBe("score-set-aside");
    const zero = await recordScore({ safetyItem: 0 });
    expect(await refusalFrom(answer(zero.scoreId))).toBe("score-changed-meanwhile");
  });

  it("of a closed case can still be read", async () => {
    const { me, caseId, recordScore, answer, heldIds } = await given();
    const { scoreId } = await recordScore();
    await me.api.cases.close({ caseId, requestKey: requestKey(), day: "2026-03-09", reason: null, outcome: "undecided" });
    await answer(scoreId);
    expect(await heldIds()).toEqual([]);
  });
});

describe("a correction of a score with an answer above zero", () => {
  it.each([
    ["is not asked again where the answer stayed", { score: 18 }, false],
    ["is not asked again where it fell", { safetyItem: 1 }, false],
    ["is asked again where it rose", { safetyItem: 3 }, true],
    ["is asked again where somebody else answered", { answeredBy: "observing", about: "observing" }, true],
    ["is shown where the answer was 0 after all", { safetyItem: 0 }, false],
  ] as const)("%s", async (_, change, asked) => {
    const { recordScore, correct, answer, heldIds } = await given();
    const { scoreId } = await recordScore();
    await answer(scoreId);
    expect(await correct(scoreId, change)).toEqual({ scoreId, safetyPrompt: asked });
    expect(await heldIds()).toEqual(asked ? [scoreId] : []);
  });

  it("puts right a mistyped answer without its prompt, and asks on where it is still above zero", async () => {
    const { recordScore, correct, heldIds, ofCase } = await given();
    const { scoreId } = await recordScore();
    await correct(scoreId, { safetyItem: 1 });
    expect(await heldIds()).toEqual([scoreId]);
    await correct(scoreId, { safetyItem: 0 }, 2);
    expect(await ofCase()).toMatchObject({ held: [], scores: [{ id: scoreId, safetyItem: 0 }] });
  });
});

describe("a total that says something about item 9", () => {
  it("of 27 was taken with 0 on item 9, although the other eight reach 24 at most", async () => {
    const { recordScore } = await given();
    expect(await refusalFrom(recordScore({ score: 27, safetyItem: 0 }))).toBe("answer-beside-total");
    expect(await refusalFrom(recordScore({ score: 1, safetyItem: 2 }))).toBe("answer-beside-total");
    expect(await recordScore({ score: 24, safetyItem: 0 })).toMatchObject({ safetyPrompt: false });
  });

  it("of 25 to 27 with item 9 not known asked for no prompt", async () => {
    const { recordScore, heldIds } = await given();
    const { scoreId } = await recordScore({ score: 25, safetyItem: null });
    expect(await heldIds()).toEqual([scoreId]);
    expect(await recordScore({ score: 24, safetyItem: null })).toMatchObject({ safetyPrompt: false });
  });

  it("from a file asks as one that was typed", async () => {
    const { me, caseId, heldIds } = await given();
    const text = JSON.stringify({ resourceType: "Observation", code: { coding: [{ code: "44261-6" }] }, valueInteger: 26 });
    const asked = { measure: "phq-9", answeredBy: "active", about: "active", how: "self" } as const;
    await me.api.scores.recordResponse({ caseId, requestKey: requestKey(), ...asked, text, day: "2026-03-02" });
    expect(await heldIds()).toHaveLength(1);
  });
});

describe("a prompt that was put off", () => {
  it("left nothing owed: the case stands under 'to finish' until it is answered, corrected to 0 or voided", async () => {
    const { me, caseId, recordScore, correct, answer, owed } = await given();
    expect(await owed()).toEqual([]);
    const [first, second, third] = [await recordScore(), await recordScore(), await recordScore()];
    expect(await owed()).toEqual([{ kind: "prompt-owed", caseId, label: expect.any(String) }]);
    await answer(first.scoreId);
    await correct(second.scoreId, { safetyItem: 0 });
    expect(await owed()).toHaveLength(1);
    await me.api.scores.void({ caseId, scoreId: third.scoreId, version: 1, reason: "Wrong couple", requestKey: requestKey() });
    expect(await owed()).toEqual([]);
  });
});

describe("scores from before their prompts were remembered", () => {
  it("are asked about once, each by what is known of it", () => {
    const handle = new Sqlite(":memory:");
    const migrations = readMigrations();
    const at = migrations.findIndex(({ name }) => name.endsWith("_safety_prompts"));
    applyMigrations(handle, migrations.slice(0, at));
    // A score by itself, without the case that it belongs to.
    handle.pragma("foreign_keys = OFF");
    const insert = handle.prepare(
      `INSERT INTO "measure_score" ("occasionId", "practiceId", "caseId", "measure", "measureVersion", "answeredBy", "about", "how", "score", "safetyItem")
       VALUES (?, 'p', 'c', ?, '1', 'active', 'active', 'self', ?, ?)`,
    );
    insert.run("above", "phq-9", 17, 1);
    insert.run("zero", "phq-9", 17, 0);
    insert.run("unknown", "phq-9", 24, null);
    insert.run("left over", "phq-9", 25, null);
    insert.run("another measure", "das-32", 97, null);
    handle.exec(migrations[at]?.sql ?? "");
    const owed = handle.prepare(`SELECT "occasionId" FROM "measure_score" WHERE "safetyPrompt" = 'owed' ORDER BY "occasionId"`).pluck().all();
    expect(owed).toEqual(["above", "left over"]);
  });
});
