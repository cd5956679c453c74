import { describe, expect, it } from "vitest";
import type { RecordScore } from "#core/contracts/measure.ts";
import { givenCase, givenSession, refusalFrom, requestKey } from "./given.ts";
import { A_SCORE, everything, OWN_MEASURE } from "./given-records.ts";
import { openRecord } from "./harness.ts";

async function given() {
  const record = await openRecord();
  const me = await record.addClinician();
  const caseId = await givenCase(me);
  const recordScore = (score: Partial<RecordScore> = {}) => me.api.scores.record({ caseId, requestKey: requestKey(), ...A_SCORE, ...score });
  const ofCase = () => me.api.scores.ofCase({ caseId });
  return { record, me, caseId, recordScore, ofCase };
}

describe("a score", () => {
  it("is kept with who answered, about whom, how, on which day and of which version of the measure", async () => {
    const { recordScore, ofCase } = await given();
    const { scoreId } = await recordScore();
    expect((await ofCase()).scores).toEqual([
      {
        id: scoreId,
        version: 1,
        day: "2026-03-02",
        sequence: 1,
        measure: "csi-4",
        measureVersion: "Funk & Rogge 2007",
        answeredBy: "active",
        about: "relationship",
        how: "self",
        score: 9,
        itemsAsked: null,
        itemsAnswered: null,
        safetyItem: null,
      },
    ]);
  });

  it("of zero is a score", async () => {
    const { recordScore, ofCase } = await given();
    await recordScore({ measure: "phq-9", about: "active", score: 0, safetyItem: 0 });
    expect((await ofCase()).scores).toMatchObject([{ score: 0, safetyItem: 0 }]);
  });

  it("stands in order of its day, whenever it was entered, and later on the same day after earlier", async () => {
    const { recordScore, ofCase } = await given();
    for (const [day, score] of [
      ["2026-03-06", 3],
      ["2026-03-02", 1],
      ["2026-03-06", 4],
    ] as const)
      await recordScore({ day, score });
    expect((await ofCase()).scores.map((each) => each.score)).toEqual([1, 3, 4]);
  });

  it("is no session: the timeline shows none, and the days of held sessions are told apart", async () => {
    const { me, caseId, recordScore, ofCase } = await given();
    await givenSession(me, caseId, { day: "2026-03-03" });
    await recordScore();
    expect((await me.api.timeline.read({ caseId })).occasions.map((each) => each.kind)).toEqual(["session"]);
    expect((await ofCase()).sessionDays).toEqual(["2026-03-03"]);
    expect((await me.api.cases.show({ caseId })).sessionsHeld).toBe(1);
  });

  it("of the same request sent twice is one score", async () => {
    const { me, caseId, ofCase } = await given();
    const input = { caseId, requestKey: requestKey(), ...A_SCORE };
    const [first, second] = [await me.api.scores.record(input), await me.api.scores.record(input)];
    expect(second).toEqual(first);
    expect((await ofCase()).scores).toHaveLength(1);
    expect(await refusalFrom(me.api.scores.record({ ...input, score: 10 }))).toBe("key-reused");
  });

  it.each<[string, Partial<RecordScore>, string]>([
    ["on a day to come", { day: "2026-03-10" }, "future-day"],
    ["below the range", { score: -1 }, "value-out-of-range"],
    ["above the range", { score: 22 }, "value-out-of-range"],
    ["of a measure nobody knows", { measure: "csi-5" }, "unknown-measure"],
    ["that is a guess about oneself", { how: "guess", about: "active" }, "answerer-mismatch"],
    ["that is a self-report about the other", { about: "observing" }, "answerer-mismatch"],
    ["rated by the clinician and called a self-report", { answeredBy: "clinician" }, "answerer-mismatch"],
    ["of a couple measure about oneself", { about: "active" }, "answerer-mismatch"],
    ["of depression, about the relationship", { measure: "phq-9", score: 4 }, "answerer-mismatch"],
    [
      "of the work with the therapist, by who observes",
      { measure: "wai-sr", answeredBy: "observing", about: "observing", score: 40 },
      "answerer-mismatch",
    ],
    ["with answers, of a measure without a form", { score: null, answers: [{ linkId: "1", value: 1 }] }, "answer-not-offered"],
    ["with neither a score nor answers", { score: null }, "bad-input"],
    ["with an answer on self-harm where the measure does not ask", { safetyItem: 1 }, "value-out-of-range"],
    ["with an answer on self-harm above the total", { measure: "phq-9", about: "active", score: 1, safetyItem: 2 }, "answer-beside-total"],
    ["with an answer on self-harm the item does not have", { measure: "phq-9", about: "active", score: 20, safetyItem: 4 }, "value-out-of-range"],
  ])("%s is refused", async (_, wrong, code) => {
    const { record, recordScore } = await given();
    const before = await everything(record);
    expect(await refusalFrom(recordScore(wrong))).toBe(code);
    expect(await everything(record)).toBe(before);
  });

  it("is refused on a closed case", async () => {
    const { me, caseId, recordScore } = await given();
    await me.api.cases.close({ caseId, requestKey: requestKey(), day: "2026-03-09", reason: null, outcome: "undecided" });
    expect(await refusalFrom(recordScore())).toBe("case-closed");
  });
});

describe("a total that cannot come out", () => {
  it("is refused, and nothing is rounded to what could", async () => {
    const { recordScore } = await given();
    expect(await refusalFrom(recordScore({ measure: "csi-4", score: 9.5 }))).toBe("value-between-steps");
    expect(await refusalFrom(recordScore({ measure: "who-5", about: "active", score: 13 }))).toBe("value-between-steps");
    expect(await recordScore({ measure: "core-om", about: "active", score: 11.2 })).toMatchObject({ safetyPrompt: false });
  });
});

describe("the item on self-harm", () => {
  const phq9 = { measure: "phq-9", about: "active", score: 14 } as const;

  it("answered above 0 asks for the safety prompt, and the answer carries no score to be shown before it", async () => {
    const { recordScore } = await given();
    const answer = await recordScore({ ...phq9, safetyItem: 1 });
    expect(answer).toEqual({ scoreId: expect.any(String), safetyPrompt: true });
  });

  it("answered with 0, or not known, does not", async () => {
    const { recordScore } = await given();
    expect(await recordScore({ ...phq9, safetyItem: 0 })).toMatchObject({ safetyPrompt: false });
    expect(await recordScore({ ...phq9, safetyItem: null })).toMatchObject({ safetyPrompt: false });
  });

  it("asks again when a correction brings it", async () => {
    const { me, caseId, recordScore } = await given();
    const { scoreId } = await recordScore({ ...phq9, safetyItem: 0 });
    const corrected = { caseId, requestKey: requestKey(), ...A_SCORE, ...phq9, safetyItem: 2, scoreId, version: 1 };
    expect(await me.api.scores.correct(corrected)).toEqual({ scoreId, safetyPrompt: true });
  });
});

describe("a correction of a score", () => {
  it("is a new version in the same place; the earlier one stays readable and counts no more", async () => {
    const { record, me, caseId, recordScore, ofCase } = await given();
    const { scoreId } = await recordScore();
    await recordScore({ score: 5 });
    record.clock.forward(60_000);
    await me.api.scores.correct({ caseId, requestKey: requestKey(), ...A_SCORE, score: 12, scoreId, version: 1 });
    expect((await ofCase()).scores.map(({ id, version, score }) => [id === scoreId, version, score])).toEqual([
      [true, 2, 12],
      [false, 1, 5],
    ]);
    const versions = await me.api.scores.versions({ caseId, scoreId });
    expect(versions.map(({ version, standing, score }) => [version, standing, score])).toEqual([
      [2, "current", 12],
      [1, "superseded", 9],
    ]);
    expect(versions.map(({ writtenAt }) => writtenAt)).toEqual(["2026-03-09T14:01:00.000Z", "2026-03-09T14:00:00.000Z"]);
  });

  it("of a version that is no longer the newest, or of a voided score, is refused", async () => {
    const { me, caseId, recordScore, ofCase } = await given();
    const { scoreId } = await recordScore();
    const correct = (version: number) => me.api.scores.correct({ caseId, requestKey: requestKey(), ...A_SCORE, score: 12, scoreId, version });
    await correct(1);
    expect(await refusalFrom(correct(1))).toBe("score-changed-meanwhile");
    await me.api.scores.void({ caseId, scoreId, version: 2, reason: "Wrong couple", requestKey: requestKey() });
    expect(await refusalFrom(correct(2))).toBe("score-set-aside");
    expect(await ofCase()).toMatchObject({ scores: [], voided: [{ id: scoreId, reason: "Wrong couple", measure: "csi-4" }] });
    expect(await me.api.scores.versions({ caseId, scoreId })).toMatchObject([{ standing: "voided", score: 12 }, { standing: "superseded" }]);
    expect((await me.api.timeline.read({ caseId })).setAside).toEqual([]);
  });

  it("does not reach a session", async () => {
    const { me, caseId } = await given();
    const sessionId = await givenSession(me, caseId);
    const aside = { caseId, scoreId: sessionId, version: 1, requestKey: requestKey() };
    expect(await refusalFrom(me.api.scores.void({ ...aside, reason: "X" }))).toBe("not-found");
    expect(await refusalFrom(me.api.scores.correct({ ...aside, ...A_SCORE }))).toBe("not-found");
    expect(await refusalFrom(me.api.scores.versions({ caseId, scoreId: sessionId }))).toBe("not-found");
  });
});

describe("a measure of the practice's own", () => {
  it("is offered in every case beside the published ones, and takes scores in its own range", async () => {
    const { me, recordScore, ofCase } = await given();
    const { measureId } = await me.api.measures.add({ requestKey: requestKey(), ...OWN_MEASURE });
    await recordScore({ measure: measureId, score: 12 });
    expect(await refusalFrom(recordScore({ measure: measureId, score: 13 }))).toBe("value-out-of-range");
    const { measures, scores } = await ofCase();
    expect(measures).toHaveLength(16);
    expect(measures.find((measure) => measure.id === measureId)).toMatchObject({
      name: "Evenings",
      own: true,
      cutOff: { value: 5, side: "below", recalled: false },
      changePoints: { points: 3, confidence: null },
      normSd: null,
      source: "Our own, 40 couples",
    });
    expect(scores).toMatchObject([{ measure: measureId, measureVersion: "2" }]);
  });

  it("archived is offered no more, keeps its scores, and comes back", async () => {
    const { me, caseId, recordScore, ofCase } = await given();
    const other = await givenCase(me, "Elm");
    const { measureId } = await me.api.measures.add({ requestKey: requestKey(), ...OWN_MEASURE });
    const { scoreId } = await recordScore({ measure: measureId });
    await me.api.measures.archive({ measureId, archived: true });
    expect(await refusalFrom(recordScore({ measure: measureId }))).toBe("unknown-measure");
    expect((await ofCase()).measures.find((measure) => measure.id === measureId)).toMatchObject({ archived: true });
    expect((await me.api.scores.ofCase({ caseId: other })).measures.some((measure) => measure.id === measureId)).toBe(false);
    const corrected = { caseId, requestKey: requestKey(), ...A_SCORE, measure: measureId, score: 2, scoreId, version: 1 };
    expect(await me.api.scores.correct(corrected)).toMatchObject({ scoreId });
    await me.api.measures.archive({ measureId, archived: false });
    await recordScore({ measure: measureId });
  });

  it("takes no name that is in use, published or own", async () => {
    const { me } = await given();
    const add = (name: string) => me.api.measures.add({ requestKey: requestKey(), ...OWN_MEASURE, name });
    const { measureId } = await add("Evenings");
    expect(await refusalFrom(add("evenings"))).toBe("name-taken");
    expect(await refusalFrom(add("phq-9"))).toBe("name-taken");
    await me.api.measures.archive({ measureId, archived: true });
    await add("Evenings");
    expect(await refusalFrom(me.api.measures.archive({ measureId, archived: false }))).toBe("name-taken");
  });

  it.each([
    ["a cut-off without its side", { cutOffSide: null }],
    ["a cut-off outside its range", { cutOff: 13 }],
    ["figures without a source", { source: null }],
    ["a range upside down", { lowest: 12, highest: 0 }],
  ] as const)("is not taken with %s", async (_, wrong) => {
    const { me } = await given();
    expect(await refusalFrom(me.api.measures.add({ requestKey: requestKey(), ...OWN_MEASURE, ...wrong }))).toBe("bad-input");
  });

  it("is not seen by another practice", async () => {
    const { record, me } = await given();
    await me.api.measures.add({ requestKey: requestKey(), ...OWN_MEASURE });
    const elsewhere = await record.addClinician({ practiceId: await record.addPractice({ name: "Elsewhere" }) });
    expect(await elsewhere.api.measures.list()).toHaveLength(15);
    expect(await me.api.measures.list()).toHaveLength(16);
  });
});
