import type { Choice } from "#client/ui/ChoiceRow.tsx";
import type { NoteChange, ObservationBody } from "#core/contracts/session.ts";
import { isDay } from "#core/day.ts";
import { nothingLogged } from "#core/fields/field.ts";
import { OBSERVATION_FIELDS } from "#core/fields/session-fields.ts";
import type { EngagementStage } from "#core/vocabulary/engagement.ts";
import { CHOOSABLE_SOURCES, STANCES } from "#core/vocabulary/occasion.ts";
import { DIRECTION_MARKS, DIRECTION_WORDS, DIRECTIONS, type Direction, type ShiftKind } from "#core/vocabulary/shift.ts";

/** What a partner does between two sessions, in a therapist's words, and the shift each one is. */
interface Happening {
  readonly label: string;
  readonly kind: ShiftKind;
  /** Null where what happened does not say it: a call may be warm or furious. */
  readonly direction: Direction | null;
  /** Kept as the shift's remark where the kind alone does not say it. */
  readonly remark: string | null;
}

const HAPPENINGS: Record<string, Happening> = {
  called: { label: "partner called", kind: "other", direction: null, remark: "The partner called" },
  asked: { label: "partner asked", kind: "partner-asked", direction: "toward", remark: null },
  read: { label: "partner read something", kind: "other", direction: null, remark: "The partner read something" },
  tried: { label: "partner tried something", kind: "partner-tried", direction: "toward", remark: null },
  setback: { label: "setback", kind: "setback", direction: "away", remark: null },
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
  readonly direction: string | null;
  readonly stage: EngagementStage | null;
  /** Null until it is chosen: who told it is never guessed. */
  readonly source: string | null;
  readonly evidence: string;
  readonly stances: readonly string[];
}

export function emptyChange(today: string): TypedChange {
  return { day: today, happened: null, direction: null, stage: null, source: null, evidence: "", stances: [] };
}

/** What happened proposes its direction where it says it; the direction stays in sight and can be changed. */
export function withHappened(change: TypedChange, happened: string): TypedChange {
  const happening = HAPPENINGS[happened];
  return happening ? { ...change, happened, direction: happening.direction } : change;
}

/** What is still needed, with the field to go to; null = ready. */
export function whatIsMissing(change: TypedChange, today: string): { field: string; sentence: string } | null {
  if (!isDay(change.day)) return { field: "day", sentence: "Give the day it happened." };
  if (change.day > today) return { field: "day", sentence: "This day is still to come." };
  if (change.evidence.trim().length > 500) return { field: "evidence", sentence: "Evidence is one line, at most 500 characters." };
  const nothing = change.happened === null && change.stage === null && change.evidence.trim() === "" && change.stances.length === 0;
  if (nothing) return { field: "happened", sentence: "Say what happened, or how they take part now." };
  if (change.happened !== null && change.direction === null) return { field: "direction", sentence: "Say which way it went, or neither." };
  return change.source === null ? { field: "source", sentence: "Say where this comes from." } : null;
}

function oneOf<Value extends string>(values: readonly Value[], value: string | null): Value {
  const found = values.find((each) => each === value);
  if (found === undefined) throw new Error("a change was sent before it was ready");
  return found;
}

/** The note as the server takes it, once nothing is missing. */
export function changeOf(change: TypedChange): Pick<NoteChange, "day" | "observation" | "shifts" | "note"> {
  const source = oneOf(CHOOSABLE_SOURCES, change.source);
  const evidence = change.evidence.trim() === "" ? null : change.evidence.trim();
  const seen = change.stage !== null || evidence !== null || change.stances.length > 0;
  const observation: ObservationBody | null = seen
    ? {
        ...nothingLogged(OBSERVATION_FIELDS),
        stage: change.stage,
        source,
        evidence,
        stances: STANCES.filter((stance) => change.stances.includes(stance)),
      }
    : null;
  const happening = change.happened === null ? undefined : HAPPENINGS[change.happened];
  return {
    day: change.day,
    observation,
    shifts: happening
      ? [{ kind: happening.kind, direction: oneOf(DIRECTIONS, change.direction), who: "observing", source, remark: happening.remark }]
      : [],
    note: null,
  };
}
