import type { Choice } from "#client/ui/ChoiceRow.tsx";
import type { NoteChange, ObservationBody } from "#core/contracts/session.ts";
import { isDay } from "#core/day.ts";
import type { EngagementStage } from "#core/vocabulary/engagement.ts";
import { CHOOSABLE_SOURCES, STANCES } from "#core/vocabulary/occasion.ts";
import { DIRECTION_MARKS, DIRECTION_WORDS, DIRECTIONS, type Direction, type ShiftKind } from "#core/vocabulary/shift.ts";

/** What a partner does between two sessions, in a therapist's words, and the shift each one is. */
interface Happening {
  readonly label: string;
  readonly kind: ShiftKind;
  readonly direction: Direction;
  /** Kept as the shift's remark where the kind alone does not say it. */
  readonly remark: string | null;
  /** A call is heard by the clinician; the rest is usually told by the client. */
  readonly source: string;
}

const HAPPENINGS: Record<string, Happening> = {
  called: { label: "partner called", kind: "other", direction: "toward", remark: "The partner called", source: "own-words" },
  asked: { label: "partner asked", kind: "partner-asked", direction: "toward", remark: null, source: "told" },
  read: { label: "partner read something", kind: "other", direction: "toward", remark: "The partner read something", source: "told" },
  tried: { label: "partner tried something", kind: "partner-tried", direction: "toward", remark: null, source: "told" },
  setback: { label: "setback", kind: "setback", direction: "away", remark: null, source: "told" },
};

export const HAPPENED_CHOICES: readonly Choice<string>[] = Object.entries(HAPPENINGS).map(([value, { label }], at) => ({
  value,
  label,
  keys: [String(at + 1)],
}));

const DIRECTION_LETTERS = { toward: "t", away: "a", neither: "n" } as const;

export const DIRECTION_CHOICES: readonly Choice<string>[] = DIRECTIONS.map((direction, at) => ({
  value: direction,
  label: `${DIRECTION_MARKS[direction]} ${DIRECTION_WORDS[direction]}`,
  keys: [String(at + 1), DIRECTION_LETTERS[direction]],
}));

/** The note as it stands on the form. */
export interface TypedChange {
  readonly day: string;
  readonly happened: string | null;
  readonly direction: string;
  readonly stage: EngagementStage | null;
  readonly source: string;
  readonly evidence: string;
  readonly stances: readonly string[];
}

export function emptyChange(today: string): TypedChange {
  return { day: today, happened: null, direction: "toward", stage: null, source: "told", evidence: "", stances: [] };
}

/** What happened proposes its direction and its source; both stay in sight and can be changed. */
export function withHappened(change: TypedChange, happened: string): TypedChange {
  const happening = HAPPENINGS[happened];
  return happening ? { ...change, happened, direction: happening.direction, source: happening.source } : change;
}

/** What is still needed, with the field to go to; null = ready. */
export function whatIsMissing(change: TypedChange, today: string): { field: string; sentence: string } | null {
  if (!isDay(change.day)) return { field: "day", sentence: "Give the day it happened." };
  if (change.day > today) return { field: "day", sentence: "This day is still to come." };
  if (change.evidence.trim().length > 500) return { field: "evidence", sentence: "Evidence is one line, at most 500 characters." };
  const nothing = change.happened === null && change.stage === null && change.evidence.trim() === "" && change.stances.length === 0;
  return nothing ? { field: "happened", sentence: "Say what happened, or how they take part now." } : null;
}

function isOneOf<Value extends string>(values: readonly Value[], value: string): value is Value {
  return (values as readonly string[]).includes(value);
}

/** The note as the server takes it. */
export function changeOf(change: TypedChange): Pick<NoteChange, "day" | "observation" | "shifts" | "note"> {
  const source = isOneOf(CHOOSABLE_SOURCES, change.source) ? change.source : "told";
  const evidence = change.evidence.trim() === "" ? null : change.evidence.trim();
  const seen = change.stage !== null || evidence !== null || change.stances.length > 0;
  const observation: ObservationBody | null = seen
    ? { presence: null, stage: change.stage, source, evidence, stances: STANCES.filter((stance) => change.stances.includes(stance)) }
    : null;
  const happening = change.happened === null ? undefined : HAPPENINGS[change.happened];
  const direction = isOneOf(DIRECTIONS, change.direction) ? change.direction : "neither";
  return {
    day: change.day,
    observation,
    shifts: happening ? [{ kind: happening.kind, direction, who: "observing", source, remark: happening.remark }] : [],
    note: null,
  };
}
