import type { DraftBody } from "#core/contracts/draft.ts";
import { observationOf } from "./draft.ts";

/**
 * What a cancelled hour or a no-show will not keep although it stands on the form, in the form's words and order; empty when
 * nothing is lost. The draft keeps it all until it is finished.
 */
export function leftOutOf(body: DraftBody): string[] {
  if (body.attendance === "held") return [];
  const left: string[] = [];
  if (observationOf(body) !== null) left.push("what was seen of the observing partner");
  const ratings = Object.keys(body.ratings).length;
  if (ratings > 0) left.push(ratings === 1 ? "1 rating" : `${ratings} ratings`);
  if (body.themes.length > 0) left.push(body.themes.length === 1 ? "1 theme" : `${body.themes.length} themes`);
  if (body.shifts.length > 0) left.push(body.shifts.length === 1 ? "1 shift" : `${body.shifts.length} shifts`);
  const goals = body.goalsTouched.length > 0 || Object.keys(body.triesAnswered).length > 0;
  if (goals) left.push("goals touched and things answered");
  if ([...body.newGoals, ...body.newTries].some((line) => line.trim() !== "")) left.push("new goals and things to try");
  return left;
}
