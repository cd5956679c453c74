import type { ScoreVersionView } from "#core/contracts/measure.ts";
import { storedAnswers } from "#core/contracts/stored-measure.ts";
import type { Day } from "#core/day.ts";
import { storedOf } from "#core/fields/field.ts";
import { SCORE_FIELDS, type ScoreRow } from "#core/fields/score-fields.ts";
import type { PromptAnswer } from "#core/vocabulary/measure.ts";
import type { Standing } from "#core/vocabulary/occasion.ts";
import { type Refusal, refuse } from "#core/vocabulary/refusal.ts";
import type { CaseScope } from "#server/access/scope.ts";
import type { Reader, Tx } from "#server/database/database.ts";

/** The version of a score that counts. */
export interface CurrentScore {
  readonly occasionId: string;
  readonly version: number;
  readonly sequence: number;
  readonly score: ScoreRow;
}

/**
 * The version of a score that a correction or a void is about: the one last seen, or a refusal. An occasion that holds no score
 * is not found here: a session cannot be voided as a score.
 */
export async function scoreAt(
  reader: Reader,
  { practiceId, caseId, clinicianId }: CaseScope,
  { scoreId, version }: { scoreId: string; version: number },
): Promise<CurrentScore | Refusal> {
  const rows = await reader.prisma.occasion.findMany({
    where: { practiceId, rootId: scoreId, caseId, clinicianId, score: { isNot: null } },
    include: { score: true },
  });
  if (rows.length === 0) return refuse("not-found");
  const current = rows.find((row) => row.standing === "current");
  if (!current?.score) return refuse("score-set-aside");
  if (current.version !== version) return refuse("score-changed-meanwhile");
  return { occasionId: current.id, version: current.version, sequence: current.sequence, score: storedOf(SCORE_FIELDS, current.score) };
}

/** Remembers with the score how its safety prompt was answered; from then on the score is shown. */
export async function keepPromptAnswer(
  tx: Tx,
  { practiceId }: CaseScope,
  { current: { occasionId }, answer, day }: { current: CurrentScore; answer: PromptAnswer; day: Day },
): Promise<void> {
  await tx.prisma.measureScore.update({
    where: { practiceId_occasionId: { practiceId, occasionId } },
    data: { safetyPrompt: answer, promptAnsweredOn: day },
  });
}

/** Every version a score ever had, newest first; none when it is not this case's. */
export async function scoreVersions(reader: Reader, { practiceId, caseId }: CaseScope, scoreId: string): Promise<ScoreVersionView[]> {
  const rows = await reader.prisma.occasion.findMany({
    where: { practiceId, rootId: scoreId, caseId, score: { isNot: null } },
    orderBy: { version: "desc" },
    include: { score: true },
  });
  return rows.flatMap(({ score, ...row }) => {
    if (score === null) return [];
    const { safetyPrompt, answers, ...stored } = storedOf(SCORE_FIELDS, score);
    return [
      {
        version: row.version,
        standing: row.standing as Standing,
        standingReason: row.standingReason,
        writtenAt: row.createdAt.toISOString(),
        day: row.day,
        ...stored,
        promptAnswer: safetyPrompt === "owed" ? null : safetyPrompt,
        answers: answersOf(answers),
      },
    ];
  });
}

/** Answers that cannot be read are as answers that were not kept: the score itself stands in columns of its own. */
function answersOf(stored: string | null): ScoreVersionView["answers"] {
  const answers = stored === null ? null : storedAnswers.read(stored);
  return answers?.read ? answers.value : null;
}
