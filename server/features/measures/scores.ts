import type { ScoreVersionView } from "#core/contracts/measure.ts";
import type { Day } from "#core/day.ts";
import { storedOf } from "#core/fields/field.ts";
import { SCORE_FIELDS, type ScoreRow } from "#core/fields/score-fields.ts";
import type { PromptAnswer } from "#core/vocabulary/measure.ts";
import type { Standing } from "#core/vocabulary/occasion.ts";
import { type Refusal, refuse } from "#core/vocabulary/refusal.ts";
import type { CaseScope } from "#server/access/scope.ts";
import type { Tx } from "#server/db.ts";

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
  tx: Tx,
  { caseId, clinicianId }: CaseScope,
  { scoreId, version }: { scoreId: string; version: number },
): Promise<CurrentScore | Refusal> {
  const rows = await tx.occasion.findMany({
    where: { rootId: scoreId, caseId, clinicianId, score: { isNot: null } },
    include: { score: true },
  });
  if (rows.length === 0) return refuse("not-found");
  const current = rows.find((row) => row.standing === "current");
  if (!current?.score) return refuse("score-set-aside");
  if (current.version !== version) return refuse("score-changed-meanwhile");
  return { occasionId: current.id, version: current.version, sequence: current.sequence, score: storedOf(SCORE_FIELDS, current.score) };
}

/** Remembers with the score how its safety prompt was answered; from then on the score is shown. */
export async function keepPromptAnswer(tx: Tx, { occasionId }: CurrentScore, { answer, day }: { answer: PromptAnswer; day: Day }): Promise<void> {
  await tx.measureScore.update({ where: { occasionId }, data: { safetyPrompt: answer, promptAnsweredOn: day } });
}

/** Every version a score ever had, newest first; none when it is not this case's. */
export async function scoreVersions(tx: Tx, { caseId }: CaseScope, scoreId: string): Promise<ScoreVersionView[]> {
  const rows = await tx.occasion.findMany({
    where: { rootId: scoreId, caseId, score: { isNot: null } },
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
        answers: answers === null ? null : (JSON.parse(answers) as ScoreVersionView["answers"]),
      },
    ];
  });
}
