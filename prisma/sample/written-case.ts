import type { NoteChange, ObservationBody, SessionBody, ShiftBody } from "#core/contracts/session.ts";
import type { Day } from "#core/day.ts";
import { nothingLogged } from "#core/fields/field.ts";
import { OBSERVATION_FIELDS } from "#core/fields/session-fields.ts";
import { emptySession } from "#core/rules/draft.ts";
import { sourceProposedBy } from "#core/rules/evidence-source.ts";
import type { NoteFormat } from "#core/vocabulary/occasion.ts";
import { SHIFT_MEANINGS } from "#core/vocabulary/shift.ts";
import { BUILT_IN_TRACKS } from "#core/vocabulary/track.ts";
import { dayOf, workingDaysBefore } from "./days.ts";
import type { SampleCase, SampleNote, SampleObservation, SampleSession, SampleShift } from "./shape.ts";

/** One session in its versions, oldest first; goals, things, own themes and own tracks by the author's keys. */
export interface WrittenSession {
  readonly kind: "session";
  readonly day: Day;
  readonly versions: readonly SessionBody[];
  /** Keys of the last version's `newTries`, in their order. */
  readonly tryKeys: readonly string[];
  readonly privateNote: string | null;
  readonly voided: string | null;
}

export interface WrittenChange {
  readonly kind: "between";
  readonly day: Day;
  readonly change: Pick<NoteChange, "day" | "observation" | "shifts" | "note">;
}

/** Everything that hangs on a day of a case, oldest first, in the words of the contracts. */
export function writtenEntries(coupleCase: SampleCase, today: Day): (WrittenSession | WrittenChange)[] {
  const sessions = coupleCase.sessions.map((session): WrittenSession => {
    const { firstLogged, voided, privateNote, tries } = session;
    const last = sessionBody(coupleCase, session, today);
    const first = firstLogged ? [sessionBody(coupleCase, { ...session, ...firstLogged, tries: {}, answers: {} }, today)] : [];
    return {
      kind: "session",
      day: last.day,
      versions: [...first, last],
      tryKeys: Object.keys(tries ?? {}),
      privateNote: privateNote ?? null,
      voided: voided ?? null,
    };
  });
  const between = (coupleCase.between ?? []).map((change): WrittenChange => {
    const day = dayOf(coupleCase, change, today);
    return {
      kind: "between",
      day,
      change: { day, observation: observationBody(change), shifts: shiftBodies(change.shifts), note: change.note ?? null },
    };
  });
  // A stable sort: a note of the same day as a session comes after it.
  return [...sessions, ...between].sort((a, b) => a.day.localeCompare(b.day));
}

/** A session as the log would hand it over. */
export function sessionBody(coupleCase: SampleCase, session: SampleSession, today: Day): SessionBody {
  const attendance = session.attendance ?? "held";
  const held = attendance === "held";
  const upcoming = nextSession(coupleCase, session, today);
  return {
    ...emptySession(dayOf(coupleCase, session, today)),
    attendance,
    startTime: session.startTime ?? coupleCase.startTime,
    minutes: held ? (session.minutes ?? coupleCase.minutes) : null,
    setting: held ? (session.setting ?? coupleCase.setting) : null,
    activePresent: held,
    observation: held ? observationBody(session) : null,
    ratings: ratingBodies(coupleCase, session),
    themes: [...(session.themes ?? [])],
    shifts: shiftBodies(session.shifts),
    goalsTouched: [...(session.goals ?? [])],
    triesAnswered: Object.entries(session.answers ?? {}).map(([thingId, standing]) => ({ thingId, standing })),
    newTries: Object.values(session.tries ?? {}),
    note: noteBody(session.note),
    nextSessionOn: upcoming,
    nextSessionStart: upcoming === null ? null : coupleCase.startTime,
  };
}

/** How the observing partner was seen; null where nothing was said of them. */
export function observationBody({ presence, stage, source, evidence, stances }: SampleObservation): ObservationBody | null {
  const told = stage !== undefined || evidence !== undefined || (stances ?? []).length > 0;
  if (!told && presence === undefined) return null;
  const proposed = sourceProposedBy(presence ?? null);
  return {
    ...nothingLogged(OBSERVATION_FIELDS),
    presence: presence ?? null,
    stage: stage ?? null,
    source: told ? (source ?? (proposed === "not-recorded" ? null : proposed)) : null,
    evidence: evidence ?? null,
    stances: [...(stances ?? [])],
  };
}

function ratingBodies(coupleCase: SampleCase, session: SampleSession): SessionBody["ratings"] {
  const builtIn = (session.ratings ?? []).map((value, index): SessionBody["ratings"][number] => {
    const track = BUILT_IN_TRACKS[index];
    if (track === undefined) throw new RangeError("more ratings than tracks");
    const habit = coupleCase.clientRates?.includes(track) ? "active" : "clinician";
    return { track, value, rater: session.raters?.[track] ?? habit };
  });
  const own = Object.entries(session.own ?? {}).map(([track, value]): SessionBody["ratings"][number] => ({
    track,
    value: value ?? null,
    rater: "active",
  }));
  return [...builtIn, ...own];
}

function shiftBodies(shifts: readonly SampleShift[] | undefined): ShiftBody[] {
  return (shifts ?? []).map(({ kind, direction, who, source, remark }) => ({
    kind,
    direction: direction ?? SHIFT_MEANINGS[kind].direction,
    who: who ?? SHIFT_MEANINGS[kind].who,
    source: source ?? "told",
    remark: remark ?? null,
  }));
}

function noteBody(note: SampleNote | undefined): SessionBody["note"] {
  if (note === undefined) return null;
  if (typeof note === "string") return { format: "free", sections: { text: note } };
  const format: NoteFormat = "data" in note ? "dap" : "subjective" in note ? "soap" : "birp";
  return { format, sections: { ...note } };
}

/** The date agreed at the end of the hour: the next one logged, or the one still to come. */
function nextSession(coupleCase: SampleCase, session: SampleSession, today: Day): Day | null {
  const day = dayOf(coupleCase, session, today);
  const later = coupleCase.sessions.map((each) => dayOf(coupleCase, each, today)).filter((each) => each > day);
  const [next] = later.sort();
  if (next !== undefined) return next;
  return coupleCase.nextInDays === undefined ? null : workingDaysBefore(today, -coupleCase.nextInDays);
}
