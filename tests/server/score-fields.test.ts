/** Whatever can stand in a score comes back from every place that it goes through. Scores are drawn from the declared fields. */
import fc from "fast-check";
import { expect, it, vi } from "vitest";
import type { RecordScore, ScoreVersionView } from "#core/contracts/measure.ts";
import { pickFields, type ValuesOf } from "#core/fields/field.ts";
import { GIVEN_SCORE_FIELDS, LISTED_SCORE_FIELDS, WITHHELD_SCORE_FIELDS } from "#core/fields/score-fields.ts";
import { fitTogether } from "#core/measures/who-answered.ts";
import { ANSWERED_BY, SCORE_ABOUT, SCORE_HOW } from "#core/vocabulary/measure.ts";
import { times } from "../campaign.ts";
import { asText, item, questionnaire } from "../core/fhir/given.ts";
import { anyValuesOf, DAYS, expectSame } from "../given-fields.ts";
import { givenCase, requestKey } from "./given.ts";
import { openRecord } from "./harness.ts";

const RUNS = { numRuns: times({ usual: 30, campaign: 300 }), seed: 20_260_309 };
vi.setConfig({ testTimeout: times({ usual: 60_000, campaign: 900_000 }) });

/** Nine made-up questions under the codes of the PHQ-9: answers from 0 to 3, of which the last is about self-harm. */
const ITEMS = Array.from({ length: 9 }, (_, index) => `q${index + 1}`);
const PHQ_9 = questionnaire({ title: "Nine questions", code: [{ system: "http://loinc.org", code: "44249-1" }], item: ITEMS.map((id) => item(id)) });

const answering = fc.constantFrom(
  ...ANSWERED_BY.flatMap((answeredBy) => SCORE_ABOUT.flatMap((about) => SCORE_HOW.map((how) => ({ answeredBy, about, how })))).filter((each) =>
    fitTogether({ subject: "person", ...each }),
  ),
);
/** A total, with or without the answer to the last item, which is a part of it. */
const total = fc
  .tuple(fc.nat(24), fc.option(fc.nat(3)))
  .map(([others, safetyItem]) => ({ score: others + (safetyItem ?? 0), safetyItem, answers: null }));
const answers = fc
  .array(fc.option(fc.nat(3)), { minLength: 9, maxLength: 9 })
  .map((values) => ({ score: null, safetyItem: null, answers: values.map((value, at) => ({ linkId: `q${at + 1}`, value })) }));

type Drawn = ValuesOf<typeof GIVEN_SCORE_FIELDS> & Pick<RecordScore, "day">;

/** Every given field at random; then those that must fit the measure and one another. */
const score: fc.Arbitrary<Drawn> = fc
  .record({ any: anyValuesOf(GIVEN_SCORE_FIELDS), day: fc.constantFrom(...DAYS), answering, result: fc.oneof(total, answers) })
  .map(({ any, day, answering: who, result }) => ({ ...any, measure: "phq-9", day, ...who, ...result }));

/** What was given, out of what was stored. With the answers, total and last item are worked out. */
function backFrom(version: ScoreVersionView | undefined): object | undefined {
  if (!version) return undefined;
  const given = { ...pickFields(GIVEN_SCORE_FIELDS, version), day: version.day };
  return given.answers === null ? given : { ...given, score: null, safetyItem: null };
}

it(`a score of any kind comes back whole from the list, its versions and a correction (${RUNS.numRuns} pairs)`, async () => {
  const me = await (await openRecord()).addClinician();
  await me.api.measures.importQuestionnaire({ requestKey: requestKey(), text: asText(PHQ_9), better: "lower" });
  await fc.assert(
    fc.asyncProperty(score, score, async (first, later) => {
      const caseId = await givenCase(me);
      const versionsOf = (scoreId: string) => me.api.scores.versions({ caseId, scoreId });

      /** The list tells what its version tells; while the prompt is owed, without what is withheld. */
      const expectListed = async (scoreId: string, isOwed: boolean) => {
        const [version] = await versionsOf(scoreId);
        if (!version) throw new Error("no version");
        const place = { id: scoreId, version: version.version, day: version.day, sequence: 1 };
        const listed = { ...place, ...pickFields(LISTED_SCORE_FIELDS, version) };
        const whole = { ...listed, ...pickFields(WITHHELD_SCORE_FIELDS, version) };
        const view = await me.api.scores.ofCase({ caseId });
        expect([view.scores.length, view.held.length]).toEqual(isOwed ? [0, 1] : [1, 0]);
        if (isOwed) expectSame("in the list, withheld", view.held[0], listed);
        else expectSame("in the list", view.scores[0], whole);
      };

      const recorded = await me.api.scores.record({ caseId, requestKey: requestKey(), ...first });
      const { scoreId } = recorded;
      const expectVersions = async (where: string, given: readonly Drawn[]) => {
        const versions = await versionsOf(scoreId);
        expect(versions).toHaveLength(given.length);
        for (const [at, each] of given.entries()) expectSame(`${where}, version ${given.length - at}`, backFrom(versions[at]), each);
      };
      await expectVersions("as recorded", [first]);
      await expectListed(scoreId, recorded.safetyPrompt);
      if (recorded.safetyPrompt) {
        await me.api.scores.answerPrompt({ caseId, scoreId, version: 1, answer: "in-hand" });
        expect(await versionsOf(scoreId)).toMatchObject([{ promptAnswer: "in-hand", promptAnsweredOn: "2026-03-09" }]);
        await expectListed(scoreId, false);
      }

      const corrected = await me.api.scores.correct({ caseId, requestKey: requestKey(), scoreId, version: 1, ...later });
      await expectVersions("after a correction", [later, first]);
      await expectListed(scoreId, corrected.safetyPrompt);

      const toCaseId = await givenCase(me, "Cedar");
      const moved = await me.api.sessions.move({
        caseId,
        sessionId: scoreId,
        version: 2,
        toCaseId,
        reason: "Wrong couple",
        requestKey: requestKey(),
      });
      const [there] = await me.api.scores.versions({ caseId: toCaseId, scoreId: moved.sessionId });
      expectSame("in the case it was moved to", backFrom(there), later);
    }),
    RUNS,
  );
});
