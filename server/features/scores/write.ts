import { EmptyAnswer } from "#core/contracts/fields.ts";
import {
  type AnswerPrompt,
  type CorrectScore,
  type FileFault,
  type RecordResponse,
  type RecordScore,
  ResponseAnswer,
  ScoreRecorded,
  type VoidScore,
} from "#core/contracts/measure.ts";
import { NO_DAY, readResponse } from "#core/fhir/response.ts";
import { NO_CONTENT } from "#core/rules/occasion-content.ts";
import { isRefusal, type Refusal, refuse } from "#core/vocabulary/refusal.ts";
import type { CaseScope } from "#server/access/scope.ts";
import { caseWrite } from "#server/audit/case-write.ts";
import type { Reader, Tx } from "#server/database/database.ts";
import { takeSequence } from "#server/features/cases/store.ts";
import { readMeasures } from "#server/features/measures/store.ts";
import { insertOccasions, setStanding, type WrittenOccasion } from "#server/features/sessions/store.ts";
import type { Services } from "#server/process/services.ts";
import { type GivenScore, promptCarriedOver, scoreRow } from "./score-row.ts";
import { type CurrentScore, keepPromptAnswer, scoreAt } from "./store.ts";

interface Wanted<Input> {
  readonly input: Input;
  readonly today: string;
}

/** Records a score: an occasion of its own, not a session. The answer says whether the safety prompt comes first, and no score. */
export async function recordScore(services: Services, scope: CaseScope, { input, today }: Wanted<RecordScore>): Promise<ScoreRecorded | Refusal> {
  const request = { requestKey: input.requestKey, action: "score.recorded", body: input, answer: ScoreRecorded };
  return caseWrite(services, { scope, request }, async ({ tx, scope: fresh, note }) => {
    const written = await writeScore(tx, fresh, { input, today, now: services.now() });
    if (isRefusal(written)) return written;
    note({ action: "score.recorded", objectType: "occasion", objectId: written.id, caseId: scope.caseId });
    return { scoreId: written.rootId, safetyPrompt: written.safetyPrompt };
  });
}

/**
 * Records what a file says of one sitting: the answers of a form, or a total alone. A file that does not fit is answered with its
 * faults and leaves nothing behind.
 */
export async function recordResponse(
  services: Services,
  scope: CaseScope,
  { input, today }: Wanted<RecordResponse>,
): Promise<ResponseAnswer | Refusal> {
  const request = { requestKey: input.requestKey, action: "score.recorded", body: input, answer: ResponseAnswer };
  const unfit = { faults: null as readonly FileFault[] | null };
  // Read inside the write: a request answered once is answered the same, whatever became of the measure or its form since.
  const answered = await caseWrite<ResponseAnswer>(services, { scope, request }, async ({ tx, scope: fresh, note }) => {
    const measure = (await readMeasures(tx, fresh)).find((each) => each.id === input.measure && !each.archived);
    if (!measure) return refuse("unknown-measure", "measure");
    const file = readResponse(input.text, measure, scope.timeZone);
    const day = input.day ?? (file.read ? file.day : null);
    if (!file.read || day === null) {
      unfit.faults = file.read ? [NO_DAY] : file.faults;
      return refuse("bad-input", "text");
    }
    const answers = file.answers && [...file.answers];
    const given = { ...input, day, score: file.total, answers, safetyItem: file.safetyItem };
    const written = await writeScore(tx, fresh, { input: given, today, now: services.now() });
    if (isRefusal(written)) return written;
    note({ action: "score.recorded", objectType: "occasion", objectId: written.id, caseId: scope.caseId });
    return { recorded: true, scoreId: written.rootId, safetyPrompt: written.safetyPrompt, remarks: file.remarks };
  });
  return unfit.faults === null ? answered : { recorded: false, faults: unfit.faults };
}

/** Corrects a score: a new version in the same place; the earlier one stays readable. As with sessions, a closed case is no bar. */
export async function correctScore(services: Services, scope: CaseScope, { input, today }: Wanted<CorrectScore>): Promise<ScoreRecorded | Refusal> {
  const request = { requestKey: input.requestKey, action: "score.corrected", body: input, answer: ScoreRecorded };
  return caseWrite(services, { scope, request }, async ({ tx, scope: fresh, note }) => {
    const current = await scoreAt(tx, fresh, input);
    if (isRefusal(current)) return current;
    const written = await writeScore(tx, fresh, { input, today, now: services.now(), corrects: { scoreId: input.scoreId, current } });
    if (isRefusal(written)) return written;
    note({ action: "score.corrected", objectType: "occasion", objectId: written.id, caseId: scope.caseId });
    return { scoreId: written.rootId, safetyPrompt: written.safetyPrompt };
  });
}

/** Voids a score with a reason: it counts nowhere from now on and stays readable. */
export async function voidScore(services: Services, scope: CaseScope, input: VoidScore): Promise<Record<string, never> | Refusal> {
  const request = { requestKey: input.requestKey, action: "score.voided", body: input, answer: EmptyAnswer };
  return caseWrite(services, { scope, request }, async ({ tx, scope: fresh, note }) => {
    const current = await scoreAt(tx, fresh, input);
    if (isRefusal(current)) return current;
    await setStanding(tx, fresh, { occasionId: current.occasionId, standing: "voided", reason: input.reason });
    note({ action: "score.voided", objectType: "occasion", objectId: current.occasionId, caseId: scope.caseId });
    return {};
  });
}

/**
 * Answers the safety prompt of one score. "In a concern" is taken only while one is open. Answered again, in another window, the later
 * answer stands. A closed case is no bar: its scores stay readable.
 */
export async function answerPrompt(
  services: Services,
  scope: CaseScope,
  { input, today }: Wanted<AnswerPrompt>,
): Promise<Record<string, never> | Refusal> {
  return caseWrite(services, { scope }, async ({ tx, scope: fresh, note }) => {
    const current = await scoreAt(tx, fresh, input);
    if (isRefusal(current)) return current;
    // Nothing to answer: what was asked of is not what stands here.
    if (current.score.safetyPrompt === null) return refuse("score-changed-meanwhile");
    if (input.answer === "concern" && !(await hasOpenConcern(tx, fresh))) return refuse("no-open-concern", "answer");
    await keepPromptAnswer(tx, fresh, { current, answer: input.answer, day: today });
    note({ action: "score.prompt-answered", objectType: "occasion", objectId: current.occasionId, caseId: scope.caseId });
    return {};
  });
}

async function hasOpenConcern(reader: Reader, { practiceId, caseId }: CaseScope): Promise<boolean> {
  return (await reader.prisma.safetyConcern.findFirst({ where: { practiceId, caseId, closedOn: null }, select: { id: true } })) !== null;
}

interface ScoreToWrite {
  readonly input: GivenScore & { readonly day: string };
  readonly today: string;
  readonly now: Date;
  readonly corrects?: { readonly scoreId: string; readonly current: CurrentScore };
}

/** The score itself, inside the caller's transaction: also what a response from a file is written with. */
async function writeScore(
  tx: Tx,
  scope: CaseScope,
  { input, today, now, corrects }: ScoreToWrite,
): Promise<(WrittenOccasion & { readonly safetyPrompt: boolean }) | Refusal> {
  if (scope.status === "closed" && !corrects) return refuse("case-closed");
  if (input.day > today) return refuse("future-day", "day");
  const measures = await readMeasures(tx, scope);
  // A correction may keep a measure that was archived since.
  const measure = measures.find((each) => each.id === input.measure && (!each.archived || corrects !== undefined));
  if (!measure) return refuse("unknown-measure", "measure");
  const row = scoreRow(measure, input);
  if (isRefusal(row)) return row;
  const score = corrects ? promptCarriedOver(measure, { before: corrects.current.score, row }) : row;
  if (corrects) await setStanding(tx, scope, { occasionId: corrects.current.occasionId, standing: "superseded", reason: null });
  const [written] = await insertOccasions(tx, scope, [
    {
      ...NO_CONTENT,
      kind: "measurement",
      day: input.day,
      sequence: corrects ? corrects.current.sequence : await takeSequence(tx, scope),
      ...(corrects ? { rootId: corrects.scoreId, version: corrects.current.version + 1 } : {}),
      score,
      now,
    },
  ]);
  if (!written) throw new Error("nothing was written");
  return { ...written, safetyPrompt: score.safetyPrompt === "owed" };
}
