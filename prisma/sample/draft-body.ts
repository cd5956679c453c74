import type { DraftBody } from "#core/contracts/draft.ts";
import type { SessionBody } from "#core/contracts/session.ts";

/** A session as it stands on the log form while it is still being typed. */
export function draftBody(session: SessionBody): DraftBody {
  const { day, attendance, startTime, minutes, setting, activePresent, observation, themes, shifts, goalsTouched, note } = session;
  return {
    day,
    attendance,
    startTime: startTime ?? "",
    minutes: minutes === null ? "" : String(minutes),
    setting: setting ?? "",
    activePresent,
    presence: observation?.presence ?? null,
    stage: observation?.stage ?? null,
    source: observation?.source ?? null,
    evidence: observation?.evidence ?? "",
    stances: [...(observation?.stances ?? [])],
    ratings: Object.fromEntries(session.ratings.map(({ track, value, rater }) => [track, { value, rater }])),
    themes: [...themes],
    shifts: shifts.map((shift) => ({ ...shift, remark: shift.remark ?? "" })),
    goalsTouched: [...goalsTouched],
    newGoals: [...session.newGoals],
    triesAnswered: Object.fromEntries(session.triesAnswered.map(({ thingId, standing }) => [thingId, standing])),
    newTries: [...session.newTries],
    noteFormat: note?.format ?? "free",
    noteSections: { ...note?.sections },
    nextSessionOn: session.nextSessionOn ?? "",
    nextSessionStart: session.nextSessionStart ?? "",
  };
}
