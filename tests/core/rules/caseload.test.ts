import { describe, expect, it } from "vitest";
import { type CaseFacts, caseloadView, type Gains } from "#core/rules/caseload.ts";
import type { RatedStage } from "#core/rules/ladder.ts";

const RULES = { today: "2026-11-24", movedWithinDays: 14, noMoveAfterSessions: 5 };

function facts(given: Partial<CaseFacts>): CaseFacts {
  return {
    caseId: "elm",
    label: "Elm",
    status: "active",
    openedOn: "2026-06-01",
    nextSessionOn: null,
    lastSequence: 20,
    hasSessions: true,
    lastSessionSequence: 14,
    ratedGoesOn: false,
    safetyOpen: false,
    promptOwed: false,
    consentMissing: false,
    lastSessionOn: "2026-11-17",
    spark: [],
    rated: [],
    groundings: [],
    shifts: [],
    drafts: [],
    dismissed: [],
    ...given,
  };
}

const view = (cases: readonly CaseFacts[], gains: ReadonlyMap<string, Gains> = new Map()) => caseloadView(cases, RULES, gains);

const seen = (day: string, sequence: number, stage: RatedStage["stage"]): RatedStage => ({ day, sequence, stage, source: "seen", kind: "session" });
const stuckAtOne = [10, 11, 12, 13, 14].map((sequence) => seen(`2026-11-${sequence}`, sequence, 1));

describe("moved in the last 14 days", () => {
  it("shows a stage change on the fourteenth day and not on the fifteenth", () => {
    const moved = (day: string) => view([facts({ rated: [seen("2026-10-01", 1, 2), seen(day, 2, 3)] })]).moved;
    expect(moved("2026-11-10")).toHaveLength(1);
    expect(moved("2026-11-09")).toHaveLength(0);
  });
  it("shows a slip back as well: a move is a move", () => {
    const [item] = view([facts({ rated: [seen("2026-11-01", 1, 4), seen("2026-11-20", 2, 3)] })]).moved;
    expect(item?.moves).toEqual([{ kind: "stage", day: "2026-11-20", from: 4, to: 3, source: "seen" }]);
  });
  it("is quiet once dismissed and speaks again at the next entry", () => {
    const rated = [seen("2026-11-01", 1, 2), seen("2026-11-12", 2, 3)];
    const dismissed = [{ panel: "moved" as const, upTo: 2 }];
    expect(view([facts({ rated, dismissed })]).moved).toHaveLength(0);
    expect(view([facts({ rated: [...rated, seen("2026-11-19", 3, 4)], dismissed })]).moved).toHaveLength(1);
  });
  it("shows the active partner's own shift, whatever the other does", () => {
    const shifts = [{ day: "2026-11-20", sequence: 3, kind: "own-voice" as const, direction: "toward" as const, who: "active" as const }];
    expect(view([facts({ shifts })]).moved).toHaveLength(1);
  });
  it("leaves closed cases in peace", () => {
    const rated = [seen("2026-11-01", 1, 2), seen("2026-11-20", 2, 3)];
    expect(view([facts({ status: "closed", rated })]).moved).toHaveLength(0);
  });
});

describe("no move on the ladder", () => {
  it("stands beside what the active partner gained since it began", () => {
    const shifts = [{ day: "2026-11-12", sequence: 12, kind: "own-voice" as const, direction: "toward" as const, who: "active" as const }];
    const grounded = (day: string, value: number) => ({ day, ratings: [{ track: "self-support", value, rater: "clinician" }] });
    const gains = new Map([["elm", { shifts, groundings: [grounded("2026-11-10", 2), grounded("2026-11-14", 9)] }]]);
    const gained = [
      { kind: "shift", day: "2026-11-12", shift: "own-voice" },
      { kind: "grounding", from: 2, to: 9 },
    ];
    expect(view([facts({ rated: stuckAtOne })], gains).noMove).toEqual([
      { caseId: "elm", label: "Elm", stage: 1, ratedSessions: 5, orMore: false, upTo: 20, gained },
    ]);
  });
  it("says 'or more' where the stretch began before the sessions that were read", () => {
    expect(view([facts({ rated: stuckAtOne, ratedGoesOn: true })]).noMove).toMatchObject([{ ratedSessions: 5, orMore: true }]);
    const rose = [seen("2026-11-08", 8, 0), seen("2026-11-09", 9, 1), ...stuckAtOne];
    expect(view([facts({ rated: rose, ratedGoesOn: true })]).noMove).toMatchObject([{ ratedSessions: 5, orMore: false }]);
  });
  it("is not said while a safety concern is open: silence can be fear", () => {
    expect(view([facts({ rated: stuckAtOne, safetyOpen: true })]).noMove).toHaveLength(0);
  });
  it("rests until the next session once dismissed with a reason", () => {
    const dismissed = [{ panel: "no-move" as const, upTo: 14 }];
    expect(view([facts({ rated: stuckAtOne, dismissed })]).noMove).toHaveLength(0);
    expect(view([facts({ rated: [...stuckAtOne, seen("2026-11-20", 15, 1)], lastSessionSequence: 15, dismissed })]).noMove).toHaveLength(1);
  });
  it("comes back after a session in which the partner was not rated", () => {
    const dismissed = [{ panel: "no-move" as const, upTo: 14 }];
    expect(view([facts({ rated: stuckAtOne, lastSessionSequence: 15, dismissed })]).noMove).toHaveLength(1);
  });
});

describe("a row", () => {
  it("says not rated as null, and declining as 0", () => {
    const [unrated, declining] = view([facts({}), facts({ rated: [seen("2026-11-01", 1, 0)] })]).rows;
    expect(unrated?.stage).toBeNull();
    expect(declining?.stage).toBe(0);
  });
  it("says how many of the four groundings were given", () => {
    const groundings = [
      {
        day: "2026-11-17",
        ratings: [
          { track: "self-support", value: 0, rater: "clinician" },
          { track: "values-clarity", value: null, rater: "clinician" },
        ],
      },
    ];
    expect(view([facts({ groundings })]).rows[0]).toMatchObject({ grounding: 0, groundingRated: 1, groundingChange: null });
  });
  it("lists a partner in the room without consent as owed", () => {
    expect(view([facts({ consentMissing: true })]).toFinish).toEqual([{ kind: "consent-missing", caseId: "elm", label: "Elm" }]);
  });
});
