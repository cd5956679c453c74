import type { GoalStanding, TryStanding } from "#core/vocabulary/case.ts";
import { type Refusal, refuse } from "#core/vocabulary/refusal.ts";
import type { CaseScope } from "#server/access/scope.ts";
import type { Tx } from "#server/db.ts";
import { insertRows } from "#server/insert.ts";
import { newId } from "#server/new-id.ts";

/** Adds goals to a case; returns their ids in the order of the wordings. */
export async function insertGoals(tx: Tx, scope: CaseScope, goals: { wordings: readonly string[]; openedOn: string; now: Date }): Promise<string[]> {
  const rows = goals.wordings.map((wording) => ({
    id: newId(),
    practiceId: scope.practiceId,
    caseId: scope.caseId,
    wording,
    standing: "open",
    openedOn: goals.openedOn,
    createdAt: goals.now,
  }));
  await insertRows(tx, "goal", rows);
  return rows.map((row) => row.id);
}

/** Rewords a goal or says how it stands; refuses one that is not this case's. */
export async function updateGoal(
  tx: Tx,
  scope: CaseScope,
  change: { goalId: string; wording: string; standing: GoalStanding; day: string },
): Promise<Refusal | null> {
  const { count } = await tx.goal.updateMany({
    where: { id: change.goalId, caseId: scope.caseId },
    data: { wording: change.wording, standing: change.standing, closedOn: change.standing === "open" ? null : change.day },
  });
  return count === 0 ? refuse("not-found") : null;
}

/** Adds things to try before next time; returns their ids in the order of the wordings. */
export async function insertThings(
  tx: Tx,
  scope: CaseScope,
  things: { wordings: readonly string[]; agreedOn: string; agreedIn: string | null; now: Date },
): Promise<string[]> {
  const rows = things.wordings.map((wording) => ({
    id: newId(),
    practiceId: scope.practiceId,
    caseId: scope.caseId,
    wording,
    standing: "open",
    agreedOn: things.agreedOn,
    agreedIn: things.agreedIn,
    createdAt: things.now,
  }));
  await insertRows(tx, "thing_to_try", rows);
  return rows.map((row) => row.id);
}

export interface ThingAnswer {
  readonly thingId: string;
  readonly standing: TryStanding;
}

/** Records how things agreed earlier went; refuses one that is not this case's. */
export async function answerThings(
  tx: Tx,
  scope: CaseScope,
  { answers, day, answeredIn }: { answers: readonly ThingAnswer[]; day: string; answeredIn: string | null },
): Promise<Refusal | null> {
  for (const { thingId, standing } of answers) {
    const open = standing === "open";
    const { count } = await tx.thingToTry.updateMany({
      where: { id: thingId, caseId: scope.caseId },
      data: { standing, answeredOn: open ? null : day, answeredIn: open ? null : answeredIn },
    });
    if (count === 0) return refuse("not-found");
  }
  return null;
}

/** Rewords a thing to try and says how it went. */
export async function updateThing(tx: Tx, scope: CaseScope, change: ThingAnswer & { wording: string; day: string }): Promise<Refusal | null> {
  const { count } = await tx.thingToTry.updateMany({
    where: { id: change.thingId, caseId: scope.caseId },
    data: { wording: change.wording, standing: change.standing, answeredOn: change.standing === "open" ? null : change.day },
  });
  return count === 0 ? refuse("not-found") : null;
}

/** Are all these goals this case's? */
export async function refuseGoals(tx: Tx, scope: CaseScope, goalIds: readonly string[]): Promise<Refusal | null> {
  const distinct = [...new Set(goalIds)];
  if (distinct.length === 0) return null;
  const known = await tx.goal.count({ where: { caseId: scope.caseId, id: { in: distinct } } });
  return known === distinct.length ? null : refuse("unknown-goal", "goalsTouched");
}
