import { shortDay } from "#client/format.ts";
import type { HeldScoreView, MeasuresView, MeasureView } from "#core/contracts/measure.ts";
import { lineKey } from "#core/readings/score-line.ts";
import { figure } from "#core/vocabulary/wording.ts";
import { aboutOf, type TypedScore } from "./typed-score.ts";

/** What a score is looked at beside, before it is recorded. */
export interface Beside extends Pick<MeasuresView, "scores" | "held" | "today"> {
  /** The day the case was opened. */
  readonly openedOn: string;
  /** The score that is being corrected: it does not repeat itself. */
  readonly correcting?: string;
}

/** What may be a slip and may be right: asked once, never refused. Records from before a case was opened exist. */
export function doubtsOf(typed: TypedScore, measure: MeasureView, { scores, held, today, openedOn, correcting }: Beside): string[] {
  const day = typed.day === "" && typed.way === "file" ? dayInFile(typed.file) : typed.day;
  if (day === null) return [];
  const key = lineKey({ measure: measure.id, answeredBy: typed.answeredBy, about: aboutOf(typed, measure), how: typed.how });
  const isSameDay = (score: HeldScoreView) => score.day === day && score.id !== correcting && lineKey(score) === key;
  // A score that waits for its safety prompt is not told in passing.
  const told = [
    ...scores.filter(isSameDay).map(({ score }) => (score === null ? "no score" : figure(score))),
    ...held.filter(isSameDay).map(() => "a score"),
  ];
  return [
    ...(told.length === 0
      ? []
      : [`${measure.name} is already recorded on ${shortDay(day, today)}: ${told.join(", ")}. Of one day the last is compared. Record another?`]),
    ...(day < openedOn ? [`${shortDay(day, today)} is before the case was opened on ${shortDay(openedOn, today)}. Is the day right?`] : []),
  ];
}

/** The day a FHIR file says it was answered, near enough to ask by; the server reads it with its time zone. */
function dayInFile(text: string): string | null {
  return /"(?:authored|effectiveDateTime|issued)"\s*:\s*"(\d{4}-\d{2}-\d{2})/.exec(text)?.[1] ?? null;
}
