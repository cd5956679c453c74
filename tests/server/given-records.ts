import type { AddMeasure, RecordScore } from "#core/contracts/measure.ts";
import { nothingLogged } from "#core/fields/field.ts";
import { GIVEN_SCORE_FIELDS } from "#core/fields/score-fields.ts";
import { givenCase, givenSession, requestKey } from "./given.ts";
import type { TestClinician, TestRecord } from "./harness.ts";
import { rowsOf, tablesOf } from "./rows.ts";

/** The ids of one clinician's case and of one of everything that hangs on it or on the practice. */
export interface Owned {
  readonly caseId: string;
  readonly sessionId: string;
  readonly goalId: string;
  readonly thingId: string;
  readonly concernId: string;
  readonly draftId: string;
  readonly themeId: string;
  readonly trackId: string;
  readonly markedDayId: string;
  readonly checkInId: string;
  readonly measureId: string;
  readonly scoreId: string;
}

/** A measure as a practice may keep one, made up. */
export const OWN_MEASURE: Omit<AddMeasure, "requestKey"> = {
  name: "Evenings",
  version: "2",
  better: "higher",
  lowest: 0,
  highest: 12,
  items: 4,
  cutOff: 5,
  cutOffSide: "below",
  changePoints: 3,
  reliability: null,
  normSd: null,
  source: "Our own, 40 couples",
};

/** A CSI-4 of 9, answered by the active partner about the relationship. */
export const A_SCORE: Omit<RecordScore, "caseId" | "requestKey"> = {
  ...nothingLogged(GIVEN_SCORE_FIELDS),
  measure: "csi-4",
  day: "2026-03-02",
  score: 9,
};

/** A total of the PHQ-9 as a FHIR file has it. */
export const A_TOTAL = JSON.stringify({ resourceType: "Observation", code: { coding: [{ code: "44261-6" }] }, valueInteger: 12 });

/** A case with one of everything, as its clinician would make it. */
export async function givenARecord(owner: TestClinician): Promise<Owned> {
  const { api } = owner;
  const caseId = await givenCase(owner);
  const sessionId = await givenSession(owner, caseId);
  const { goalId } = await api.goals.add({ caseId, requestKey: requestKey(), wording: "A goal", openedOn: "2026-03-02" });
  const { thingId } = await api.goals.addThing({ caseId, requestKey: requestKey(), wording: "A thing", agreedOn: "2026-03-02" });
  const { concernId } = await api.cases.openConcern({ caseId, requestKey: requestKey(), openedOn: "2026-03-02", wording: "w", action: "" });
  const { id: draftId } = await api.drafts.start({ caseId, requestKey: requestKey(), corrects: null });
  const { themeId } = await api.practice.addTheme({ requestKey: requestKey(), name: "In-laws" });
  const { trackId } = await api.practice.addTrack({ requestKey: requestKey(), name: "Sleep", lowest: 0, highest: 4, better: "higher" });
  const { markedDayId } = await api.markedDays.mark({ caseId, requestKey: requestKey(), day: "2026-03-02", wording: "A day", origin: "day" });
  const pairs = [{ track: "tone", guess: 3, actual: null }];
  const { checkInId } = await api.guesses.note({ caseId, requestKey: requestKey(), day: "2026-03-02", corrects: null, pairs });
  const { measureId } = await api.measures.add({ requestKey: requestKey(), ...OWN_MEASURE });
  const { scoreId } = await api.scores.record({ caseId, requestKey: requestKey(), ...A_SCORE });
  await api.focus.choose({ caseId, requestKey: requestKey(), tracks: [{ track: "tone", rater: "clinician" }] });
  return { caseId, sessionId, goalId, thingId, concernId, draftId, themeId, trackId, markedDayId, checkInId, measureId, scoreId };
}

/** Everything in the record as it stands, for "nothing was changed". */
export async function everything(record: TestRecord): Promise<string> {
  const { database } = record.services;
  const contents: [string, unknown][] = [];
  for (const table of await tablesOf(database)) contents.push([table, await rowsOf(database, `SELECT * FROM "${table}"`)]);
  return JSON.stringify(contents);
}
