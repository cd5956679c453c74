import { describe, expect, it } from "vitest";
import { OpenCase } from "#core/contracts/case.ts";
import { DraftBody } from "#core/contracts/draft.ts";
import { NoteChange, SessionBody } from "#core/contracts/session.ts";
import { addDays, isDay } from "#core/day.ts";
import { type CaseFacts, caseloadView } from "#core/rules/caseload.ts";
import { draftOf } from "#core/rules/draft.ts";
import { isRefusal } from "#core/vocabulary/refusal.ts";
import { isGroundingTrack } from "#core/vocabulary/track.ts";
import { dayOf, weekdayOf, workingDaysBefore } from "#sample/days.ts";
import { writtenScores } from "#sample/fill-scores.ts";
import { SAMPLE_CASES } from "#sample/practice.ts";
import type { SampleCase } from "#sample/shape.ts";
import { observationBody, sessionBody, type WrittenSession, writtenEntries } from "#sample/written-case.ts";

const A_MONDAY = "2026-11-23";
/** Two weeks in a row, so every weekday twice; and the days where calendars go wrong. */
const TODAYS = [...Array.from({ length: 14 }, (_, later) => addDays(A_MONDAY, later)), "2027-01-01", "2028-02-29", "2028-03-01"];

const sessionsOf = (coupleCase: SampleCase, today = A_MONDAY) => writtenEntries(coupleCase, today).filter((entry) => entry.kind === "session");
const latestOf = (session: WrittenSession): SessionBody => session.versions.at(-1) as SessionBody;
const countingOf = (coupleCase: SampleCase) =>
  sessionsOf(coupleCase)
    .filter((session) => session.voided === null)
    .map(latestOf);
const caseNamed = (label: string) => SAMPLE_CASES.find((each) => each.label === label) as SampleCase;

describe("working days", () => {
  it("puts five working days before a Monday on the Monday before", () => {
    expect(workingDaysBefore(A_MONDAY, 5)).toBe("2026-11-16");
  });
  it("puts one working day before a Monday, and a Sunday's own, on the Friday", () => {
    expect(workingDaysBefore(A_MONDAY, 1)).toBe("2026-11-20");
    expect(workingDaysBefore("2026-11-22", 0)).toBe("2026-11-20");
  });
  it("counts forward over a weekend", () => {
    expect(workingDaysBefore("2026-11-27", -1)).toBe("2026-11-30");
    expect(workingDaysBefore("2026-11-25", -3)).toBe("2026-11-30");
  });
});

describe("the twelve couples", () => {
  it("are twelve, each under a label of their own and partners by first name only", () => {
    expect(new Set(SAMPLE_CASES.map((each) => each.label)).size).toBe(12);
    const names = SAMPLE_CASES.flatMap((each) => [each.active.label, each.observing.label]);
    expect(names.filter((name) => !/^\p{Lu}\p{Ll}+$/u.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(24);
  });
  it("have about 180 sessions between them, 8 to 34 each but for the couple that has just begun", () => {
    const counts = SAMPLE_CASES.map((each) => countingOf(each).length);
    const total = counts.reduce((sum, count) => sum + count, 0);
    expect(total).toBeGreaterThanOrEqual(170);
    expect(total).toBeLessThanOrEqual(195);
    expect(counts.filter((count) => count < 8)).toEqual([2]);
    expect(Math.max(...counts)).toBeLessThanOrEqual(34);
    expect(counts.some((count) => count >= 30)).toBe(true);
  });
  it("parse as the log, the case form and the draft would have it", () => {
    for (const coupleCase of SAMPLE_CASES) {
      for (const entry of writtenEntries(coupleCase, A_MONDAY)) {
        if (entry.kind === "session") for (const body of entry.versions) expect(SessionBody.parse(body), coupleCase.label).toEqual(body);
        else NoteChange.parse({ caseId: "x", requestKey: "x".repeat(8), ...entry.change });
      }
      if (coupleCase.draft) DraftBody.parse(draftOf(sessionBody(coupleCase, coupleCase.draft.session, A_MONDAY)));
      const { label, active, observing, presentingConcern, secretsPolicy, goals, first } = coupleCase;
      OpenCase.parse({
        requestKey: "x".repeat(8),
        label,
        openedOn: dayOf(coupleCase, coupleCase.opened, A_MONDAY),
        active: { ...active, contact: null },
        observing: { ...observing, contact: null },
        presentingConcern,
        secretsPolicy,
        collateralConsentOn: null,
        nextSessionOn: null,
        nextSessionStart: null,
        goals: Object.values(goals).map((goal) => goal.wording),
        firstObservation: observationBody(first ?? {}),
      });
    }
  });
  it("touch only goals that stand open on that day, and answer each thing once, after it was agreed", () => {
    for (const coupleCase of SAMPLE_CASES) {
      const agreed = new Set<string>();
      for (const session of sessionsOf(coupleCase)) {
        const { day, goalsTouched, triesAnswered } = latestOf(session);
        for (const key of goalsTouched) {
          const goal = coupleCase.goals[key];
          expect(goal, `${coupleCase.label}: ${key}`).toBeDefined();
          expect(dayOf(coupleCase, goal?.since ?? coupleCase.opened, A_MONDAY) <= day, `${coupleCase.label} ${day}: ${key}`).toBe(true);
          if (goal?.ended) expect(day <= dayOf(coupleCase, goal.ended, A_MONDAY), `${coupleCase.label} ${day}: ${key}`).toBe(true);
        }
        for (const { thingId } of triesAnswered) expect(agreed.delete(thingId), `${coupleCase.label} ${day}: ${thingId}`).toBe(true);
        for (const key of session.tryKeys) agreed.add(key);
      }
    }
  });
  it("rate 0 to 10 in whole numbers, both ends used, some numbers missing and some the client's own", () => {
    const ratings = SAMPLE_CASES.flatMap(countingOf).flatMap((body) => body.ratings.filter((rating) => rating.track !== "sleep"));
    const given = ratings.flatMap(({ value }) => (value === null ? [] : [value]));
    expect(given.every((value) => Number.isInteger(value) && value >= 0 && value <= 10)).toBe(true);
    expect(Math.min(...given)).toBe(0);
    expect(Math.max(...given)).toBe(10);
    expect(ratings.filter(({ value }) => value === null).length).toBeGreaterThanOrEqual(5);
    expect(new Set(ratings.map(({ rater }) => rater))).toEqual(new Set(["clinician", "active", "observing"]));
  });
  it("include a correction, a voided session, cancelled hours, no-shows, private notes, changes between sessions and role changes", () => {
    const sessions = SAMPLE_CASES.flatMap((each) => sessionsOf(each));
    expect(sessions.filter((session) => session.versions.length === 2).length).toBeGreaterThanOrEqual(1);
    expect(sessions.filter((session) => session.voided !== null)).toHaveLength(1);
    const attended = new Set(sessions.map((session) => latestOf(session).attendance));
    expect(attended).toEqual(new Set(["held", "cancelled", "no-show"]));
    expect(sessions.filter((session) => session.privateNote !== null).length).toBeGreaterThanOrEqual(4);
    expect(SAMPLE_CASES.flatMap((each) => each.between ?? []).length).toBeGreaterThanOrEqual(6);
    expect(new Set(SAMPLE_CASES.flatMap((each) => (each.roles ?? []).map((period) => period.role)))).toEqual(
      new Set(["collateral", "joined", "left"]),
    );
  });
  it("have one safety concern open, of the partner who is silent, and one closed", () => {
    const concerns = SAMPLE_CASES.flatMap((each) =>
      (each.concerns ?? []).map((concern) => ({ label: each.label, open: concern.closed === undefined })),
    );
    expect(concerns).toEqual([
      { label: "Larkspur", open: false },
      { label: "Quiet Fox", open: true },
    ]);
  });
  it("have nobody in the hour before the collateral consent is signed, but for the one couple where it is owed", () => {
    const early = SAMPLE_CASES.filter((coupleCase) => {
      const consent = coupleCase.consent ? dayOf(coupleCase, coupleCase.consent, A_MONDAY) : "9999-12-31";
      const present = countingOf(coupleCase).filter(({ observation }) => observation?.presence != null && observation.presence !== "absent");
      return present.some(({ day }) => day < consent);
    });
    expect(early.map((each) => each.label)).toEqual(["Elm"]);
  });
  it("have scores that could have been recorded so: in range, between the first day and today, the guess apart", () => {
    const scored = SAMPLE_CASES.filter((each) => each.scores !== undefined);
    expect(scored.length).toBeGreaterThanOrEqual(5);
    for (const coupleCase of scored) {
      const written = writtenScores(coupleCase, A_MONDAY);
      if (isRefusal(written)) throw new Error(`${coupleCase.label}: ${written.refused} ${written.field}`);
      const opened = dayOf(coupleCase, coupleCase.opened, A_MONDAY);
      for (const { day, score } of written) {
        expect(day >= opened && day < A_MONDAY, `${coupleCase.label} ${day}`).toBe(true);
        // Nobody who opens the sample practice is met by a safety prompt about somebody who does not exist.
        expect(score.safetyItem ?? 0, coupleCase.label).toBe(0);
      }
    }
    expect(new Set(scored.flatMap((each) => each.scores ?? []).map(({ how = "self" }) => how))).toEqual(new Set(["self", "guess"]));
  });
  it("leave a gap of fifteen weeks in one of them", () => {
    const days = countingOf(caseNamed("Larkspur")).map((body) => body.day);
    const gaps = days.slice(1).map((day, index) => (Date.parse(day) - Date.parse(days[index] ?? "")) / 604_800_000);
    expect(Math.max(...gaps)).toBe(15);
  });
  it("show neighbouring ratings that resemble each other in the long case", () => {
    const tone = countingOf(caseNamed("Meridian")).flatMap((body) =>
      body.ratings.flatMap(({ track, value }) => (track === "tone" && value !== null ? [value] : [])),
    );
    const steps = tone.slice(1).map((value, index) => Math.abs(value - (tone[index] ?? Number.NaN)));
    expect(tone.length).toBeGreaterThanOrEqual(22);
    expect(Math.max(...steps)).toBeLessThanOrEqual(2);
  });
});

describe.each(TODAYS)("opened on %s", (today) => {
  it("has every entry on a working day of its own, in order, before today, and the next hour after it", () => {
    for (const coupleCase of SAMPLE_CASES) {
      const { label } = coupleCase;
      const opened = dayOf(coupleCase, coupleCase.opened, today);
      const entries = writtenEntries(coupleCase, today).map((entry) => entry.day);
      const written = coupleCase.sessions.map((session) => dayOf(coupleCase, session, today));
      expect([...written].sort(), label).toEqual(written);
      expect(new Set(entries).size, label).toBe(entries.length);
      const newest = entries.at(-1) ?? "";
      for (const day of [opened, ...entries]) {
        expect(isDay(day) && weekdayOf(day) < 5, `${label} ${day}`).toBe(true);
        expect(day >= opened && day < today, `${label} ${day}`).toBe(true);
      }
      if (coupleCase.nextInDays === undefined) continue;
      const next = workingDaysBefore(today, -coupleCase.nextInDays);
      expect(next > today && next > newest && weekdayOf(next) < 5, `${label} ${next}`).toBe(true);
    }
  });

  it("shows three moved, one without a move, two drafts and one consent missing", () => {
    const view = caseloadView(
      SAMPLE_CASES.map((coupleCase) => factsOf(coupleCase, today)),
      { today, movedWithinDays: 14, noMoveAfterSessions: 5 },
      new Map(),
    );
    expect(view.moved.map(({ label }) => label).sort()).toEqual(["Cedar", "Harbor", "Saltmarsh"]);
    expect(view.noMove.map(({ label, stage, ratedSessions }) => ({ label, stage, ratedSessions }))).toEqual([
      { label: "Elm", stage: 1, ratedSessions: 5 },
    ]);
    expect(view.toFinish.map(({ kind, label }) => `${label}: ${kind}`)).toEqual(["Bramble: draft", "Elm: consent-missing", "Harbor: draft"]);
    const stages = view.rows.map((row) => row.stage);
    expect(new Set(stages)).toEqual(new Set([null, 0, 1, 2, 3, 4, 5, 6]));
    expect(view.rows.filter((row) => row.flags.includes("safety-open")).map((row) => row.label)).toEqual(["Quiet Fox"]);
  });
});

/** What the home screen would be told of a couple; the record's own answer is checked in tests/server/sample-fill.test.ts. */
function factsOf(coupleCase: SampleCase, today: string): CaseFacts {
  const entries = writtenEntries(coupleCase, today);
  const opening = observationBody(coupleCase.first ?? {});
  const seen = entries.flatMap((entry, index) => {
    if (entry.kind === "session" && entry.voided !== null) return [];
    const { day, observation, shifts } = entry.kind === "session" ? latestOf(entry) : entry.change;
    return [{ kind: entry.kind, day, sequence: index + 2, observation, shifts, body: entry.kind === "session" ? latestOf(entry) : null }];
  });
  const opened = {
    kind: "between" as const,
    day: dayOf(coupleCase, coupleCase.opened, today),
    sequence: 1,
    observation: opening,
    shifts: [],
    body: null,
  };
  const all = [opened, ...seen];
  const held = seen.flatMap(({ body }) => (body?.attendance === "held" ? [body] : []));
  const present = held.some((body) => body.observation !== null && body.observation.presence !== null && body.observation.presence !== "absent");
  const lastEvent = coupleCase.events?.at(-1)?.kind;
  return {
    caseId: coupleCase.label,
    label: coupleCase.label,
    status: lastEvent === "closed" ? "closed" : lastEvent === "paused" ? "paused" : "active",
    openedOn: opened.day,
    nextSessionOn: null,
    lastSequence: all.length,
    lastSessionSequence: Number.MAX_SAFE_INTEGER,
    ratedGoesOn: false,
    hasSessions: held.length > 0,
    promptOwed: false,
    safetyOpen: (coupleCase.concerns ?? []).some((concern) => !concern.closed),
    consentMissing: present && coupleCase.consent === undefined,
    lastSessionOn: held.at(-1)?.day ?? null,
    spark: held.slice(-10).map((body) => body.observation?.stage ?? null),
    rated: all.flatMap(({ kind, day, sequence, observation }) =>
      observation && observation.stage !== null ? [{ kind, day, sequence, stage: observation.stage, source: observation.source }] : [],
    ),
    groundings: held.filter((body) => body.ratings.some(({ track, value }) => value !== null && isGroundingTrack(track))).slice(-2),
    shifts: all.flatMap(({ day, sequence, shifts }) => shifts.map(({ kind, direction, who }) => ({ day, sequence, kind, direction, who }))),
    drafts: coupleCase.draft ? [{ draftId: "x", day: dayOf(coupleCase, coupleCase.draft.session, today), kind: "session" as const }] : [],
    dismissed: [],
  };
}
