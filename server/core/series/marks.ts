import type { CaseEventView, RolePeriodView } from "#core/contracts/case.ts";
import type { MarkedDayView } from "#core/contracts/reading.ts";
import { type Day, dayNumber } from "#core/day.ts";
import { compare } from "#core/rules/ladder.ts";
import { capital } from "#core/sentences/wording.ts";
import { type CaseEventKind, OUTCOME_WORDS, ROLE_WORDS, type Seat } from "#core/vocabulary/case.ts";
import { type EngagementStage, stageWord } from "#core/vocabulary/engagement.ts";
import { SOURCE_WORDS } from "#core/vocabulary/occasion.ts";
import { DIRECTION_MARKS, DIRECTION_WORDS, type Direction, SHIFT_MEANINGS, WHO_WORDS } from "#core/vocabulary/shift.ts";
import type { DayX, Placed } from "./axis.ts";

/** A mark above the panels: a shift, an observation between sessions, or something that happened to the case itself. */
export interface Mark {
  readonly x: DayX;
  readonly day: Day;
  readonly what: "shift" | "between" | "event";
  /** Where it points; null for an event, which points nowhere. */
  readonly direction: Direction | null;
  readonly glyph: string;
  readonly words: string;
  readonly occasion: string | null;
}

/** Hollow, so that nobody reads the pausing of a case as a shift. */
export const EVENT_GLYPH = "◇";

const EVENT_WORDS: Record<CaseEventKind, string> = {
  opened: "Case opened",
  paused: "Case paused",
  resumed: "Case resumed",
  closed: "Case closed",
  reopened: "Case reopened",
};
const SEAT_WORDS: Record<Seat, string> = { active: "Active partner", observing: "Observing partner" };

/** Shifts seen in sessions or told between them, and what was noted between sessions, as marks on the shared axis. */
export function occasionMarks(placed: readonly Placed[]): Mark[] {
  let stage: EngagementStage | null = null;
  return placed.flatMap((each) => {
    const before = stage;
    stage = each.occasion.observation?.stage ?? stage;
    return [...betweenMark(each, before), ...shiftMarks(each)];
  });
}

function shiftMarks({ occasion, x }: Placed): Mark[] {
  return occasion.shifts.map(({ kind, direction, who, source, remark }) => {
    const what = kind === "other" && remark ? remark : SHIFT_MEANINGS[kind].words;
    const words = `${capital(what)} (${WHO_WORDS[who]}, ${DIRECTION_WORDS[direction]}, ${SOURCE_WORDS[source]})`;
    return { x, day: occasion.day, what: "shift" as const, direction, glyph: DIRECTION_MARKS[direction], words, occasion: occasion.id };
  });
}

function betweenMark({ occasion, x, firstStance }: Placed, before: EngagementStage | null): Mark[] {
  // A shift told between sessions is the mark itself; a second one would count the same phone call twice.
  if (occasion.kind !== "between" || occasion.shifts.length > 0) return [];
  const stage = occasion.observation?.stage ?? null;
  const source = occasion.observation?.source ?? null;
  const direction = directionOf(before, stage);
  const what = [
    firstStance ? "First stance" : "Noted between sessions",
    stage === null ? null : stageWord(stage),
    source && SOURCE_WORDS[source],
  ].filter((part) => part !== null);
  // Often there is no stage, only what was told: then the line of evidence is the whole of it.
  const evidence = occasion.observation?.evidence;
  const words = what.join(", ") + (evidence ? `: ${evidence}` : "");
  return [{ x, day: occasion.day, what: "between", direction, glyph: DIRECTION_MARKS[direction], words, occasion: occasion.id }];
}

function directionOf(before: EngagementStage | null, now: EngagementStage | null): Direction {
  if (before === null || now === null) return "neither";
  return ({ up: "toward", down: "away", same: "neither" } as const)[compare(before, now)];
}

/** Openings, pauses, endings and changes of role. The role each partner began with is no change and gets no mark. */
export function caseMarks(events: readonly CaseEventView[], roles: readonly RolePeriodView[]): Mark[] {
  const marks = events.map(({ kind, day, outcome }) =>
    eventMark(day, outcome === null ? EVENT_WORDS[kind] : `${EVENT_WORDS[kind]}: ${OUTCOME_WORDS[outcome]}`),
  );
  const changes = (["active", "observing"] as const).flatMap((seat) =>
    roles
      .filter((role) => role.seat === seat)
      .sort((a, b) => a.fromDay.localeCompare(b.fromDay))
      .slice(1),
  );
  return [...marks, ...changes.map(({ seat, role, fromDay }) => eventMark(fromDay, `${SEAT_WORDS[seat]}: ${ROLE_WORDS[role]} from here`))];
}

/** A day marked to see what lies before and after it: its own sign, so that it is told from what happened on that day. */
export const MARKED_GLYPH = "◈";

export function markedDayMarks(markedDays: readonly MarkedDayView[]): Mark[] {
  return markedDays.map(({ day, wording }) => ({ ...eventMark(day, `Marked: ${wording}`), glyph: MARKED_GLYPH }));
}

function eventMark(day: Day, words: string): Mark {
  return { x: dayNumber(day), day, what: "event", direction: null, glyph: EVENT_GLYPH, words, occasion: null };
}
