import type { GoalStanding, TryStanding } from "#core/vocabulary/case.ts";
import { type Refusal, refuse } from "#core/vocabulary/refusal.ts";
import type { CaseScope } from "#server/access/scope.ts";
import type { Reader, Tx } from "#server/database/database.ts";
import { newId } from "#server/database/new-id.ts";
import { sql } from "#server/database/sql.ts";

/** Adds goals to a case; returns their ids in the order of the wordings. `bornIn` is the session in which they were named. */
export async function insertGoals(
  tx: Tx,
  scope: CaseScope,
  goals: { wordings: readonly string[]; openedOn: string; bornIn?: string; now: Date },
): Promise<string[]> {
  const rows = goals.wordings.map((wording) => ({
    id: newId(),
    practiceId: scope.practiceId,
    caseId: scope.caseId,
    wording,
    standing: "open",
    openedOn: goals.openedOn,
    bornIn: goals.bornIn ?? null,
    createdAt: goals.now,
  }));
  await tx.insert("goal", rows);
  return rows.map((row) => row.id);
}

/** Says of goals in which session they were named: its id is known only once it is written, and its touches need theirs. */
export async function markBornIn(tx: Tx, scope: CaseScope, { goalIds, sessionId }: { goalIds: readonly string[]; sessionId: string }): Promise<void> {
  if (goalIds.length === 0) return;
  await tx.prisma.goal.updateMany({
    where: { practiceId: scope.practiceId, id: { in: [...goalIds] }, caseId: scope.caseId },
    data: { bornIn: sessionId },
  });
}

/** Rewords a goal or says how it stands; refuses one that is not this case's. Only a new standing dates it anew. */
export async function updateGoal(
  tx: Tx,
  scope: CaseScope,
  change: { goalId: string; wording: string; standing: GoalStanding; day: string },
): Promise<Refusal | null> {
  const { goalId, wording, standing, day } = change;
  const goal = await tx.prisma.goal.findFirst({
    where: { practiceId: scope.practiceId, id: goalId, caseId: scope.caseId },
    select: { standing: true },
  });
  if (!goal) return refuse("not-found");
  const dated = goal.standing === standing ? {} : { closedOn: standing === "open" ? null : day };
  await tx.prisma.goal.update({ where: { practiceId_id: { practiceId: scope.practiceId, id: goalId } }, data: { wording, standing, ...dated } });
  return null;
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
  await tx.insert("thing_to_try", rows);
  return rows.map((row) => row.id);
}

export interface ThingAnswer {
  readonly thingId: string;
  readonly standing: TryStanding;
}

/**
 * Records how things agreed earlier went; refuses one that is not this case's. One that another session answered alike
 * keeps that answer's day.
 */
export async function answerThings(
  tx: Tx,
  scope: CaseScope,
  { answers, day, answeredIn }: { answers: readonly ThingAnswer[]; day: string; answeredIn: string | null },
): Promise<Refusal | null> {
  for (const { thingId, standing } of answers) {
    const open = standing === "open";
    const here = { practiceId: scope.practiceId, id: thingId, caseId: scope.caseId };
    const { count } = await tx.prisma.thingToTry.updateMany({
      where: { ...here, OR: [{ standing: { not: standing } }, { answeredIn }] },
      data: { standing, answeredOn: open ? null : day, answeredIn: open ? null : answeredIn },
    });
    if (count === 0 && (await tx.prisma.thingToTry.count({ where: here })) === 0) return refuse("not-found");
  }
  return null;
}

/** Rewords a thing to try and says how it went. Only a new standing dates it anew, and is then no session's answer. */
export async function updateThing(tx: Tx, scope: CaseScope, change: ThingAnswer & { wording: string; day: string }): Promise<Refusal | null> {
  const { thingId, wording, standing, day } = change;
  const thing = await tx.prisma.thingToTry.findFirst({
    where: { practiceId: scope.practiceId, id: thingId, caseId: scope.caseId },
    select: { standing: true },
  });
  if (!thing) return refuse("not-found");
  const dated = thing.standing === standing ? {} : { answeredOn: standing === "open" ? null : day, answeredIn: null };
  await tx.prisma.thingToTry.update({
    where: { practiceId_id: { practiceId: scope.practiceId, id: thingId } },
    data: { wording, standing, ...dated },
  });
  return null;
}

/** Are all these goals this case's? */
export async function refuseGoals(reader: Reader, scope: CaseScope, goalIds: readonly string[]): Promise<Refusal | null> {
  const distinct = [...new Set(goalIds)];
  if (distinct.length === 0) return null;
  const known = await reader.prisma.goal.count({ where: { practiceId: scope.practiceId, caseId: scope.caseId, id: { in: distinct } } });
  return known === distinct.length ? null : refuse("unknown-goal", "goalsTouched");
}

/** Goals that were named in this session and that no other session which counts has worked on: they go where it goes. */
export async function goalsOnlyOf(reader: Reader, scope: CaseScope, sessionId: string): Promise<string[]> {
  const rows = await reader.prisma.goal.findMany({
    where: {
      practiceId: scope.practiceId,
      caseId: scope.caseId,
      bornIn: sessionId,
      touches: { none: { occasion: { standing: "current", rootId: { not: sessionId } } } },
    },
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

/** A goal or a thing, and the case whose it is. */
interface Belonging {
  readonly id: string;
  readonly caseId: string;
}

/**
 * Gives the goals and the things agreed in a session to the case that the session was moved to.
 *
 * @returns the ids of the things that went along
 */
export async function handOn(
  tx: Tx,
  scope: CaseScope,
  { sessionId, goalIds, to }: { sessionId: string; goalIds: readonly string[]; to: { scope: CaseScope; sessionId: string } },
): Promise<string[]> {
  const { caseId } = to.scope;
  await tx.prisma.goal.updateMany({
    where: { practiceId: scope.practiceId, id: { in: [...goalIds] }, caseId: scope.caseId },
    data: { caseId, bornIn: to.sessionId },
  });
  const agreed = { practiceId: scope.practiceId, caseId: scope.caseId, agreedIn: sessionId };
  const things = await tx.prisma.thingToTry.findMany({ where: agreed, select: { id: true } });
  await tx.prisma.thingToTry.updateMany({ where: agreed, data: { caseId, agreedIn: to.sessionId } });
  // An answer follows its session where the thing is already there.
  await tx.prisma.thingToTry.updateMany({
    where: { practiceId: scope.practiceId, caseId, answeredIn: sessionId },
    data: { answeredIn: to.sessionId },
  });
  return things.map((thing) => thing.id);
}

/** Opens again what a session answered, in whichever of the clinician's cases it is by now. */
export async function reopenAnsweredIn(tx: Tx, { practiceId, clinicianId }: CaseScope, sessionId: string): Promise<Belonging[]> {
  // In one statement: another window may be answering the same thing in a session of the other case.
  return tx.change<Belonging>(sql`
    UPDATE "thing_to_try" SET "standing" = 'open', "answeredOn" = NULL, "answeredIn" = NULL
    WHERE "practiceId" = ${practiceId} AND "answeredIn" = ${sessionId}
      AND "caseId" IN (SELECT c."id" FROM "couple_case" c WHERE c."practiceId" = ${practiceId} AND c."clinicianId" = ${clinicianId})
    RETURNING "id", "caseId"`);
}

/**
 * Sets aside what a voided session alone brought: goals that stand open and things that nobody answered since.
 *
 * @returns the ids of both
 */
export async function setAsideFrom(
  tx: Tx,
  scope: CaseScope,
  { sessionId, day }: { sessionId: string; day: string },
): Promise<{ goals: string[]; things: string[] }> {
  const own = await goalsOnlyOf(tx, scope, sessionId);
  const goals = await tx.prisma.goal.findMany({ where: { practiceId: scope.practiceId, id: { in: own }, standing: "open" }, select: { id: true } });
  const things = await tx.prisma.thingToTry.findMany({
    where: { practiceId: scope.practiceId, caseId: scope.caseId, agreedIn: sessionId, OR: [{ standing: "open" }, { answeredIn: sessionId }] },
    select: { id: true },
  });
  const ids = { goals: goals.map((goal) => goal.id), things: things.map((thing) => thing.id) };
  await tx.prisma.goal.updateMany({ where: { practiceId: scope.practiceId, id: { in: ids.goals } }, data: { standing: "set-aside", closedOn: day } });
  await tx.prisma.thingToTry.updateMany({
    where: { practiceId: scope.practiceId, id: { in: ids.things } },
    data: { standing: "set-aside", answeredOn: day, answeredIn: null },
  });
  return ids;
}
