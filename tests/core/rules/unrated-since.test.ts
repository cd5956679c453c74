import { describe, expect, it } from "vitest";
import { type CaseFacts, caseloadView } from "#core/rules/caseload.ts";
import type { RatedStage } from "#core/rules/ladder.ts";
import { currentStage, unratedAtEnd } from "#core/rules/unrated-since.ts";

const RULES = { today: "2026-11-24", movedWithinDays: 14, noMoveAfterSessions: 5 };
const seen = (day: string, sequence: number, stage: RatedStage["stage"]): RatedStage => ({ day, sequence, stage, source: "seen", kind: "session" });
const noted = (day: string, sequence: number, stage: RatedStage["stage"]): RatedStage => ({ ...seen(day, sequence, stage), kind: "between" });

/** Rated 4 and then 2 on 14 Aug; what followed is the matter of each test. */
function row(given: Partial<CaseFacts>) {
  const facts: CaseFacts = {
    caseId: "fox",
    label: "Quiet Fox",
    status: "active",
    openedOn: "2026-06-01",
    nextSessionOn: null,
    lastSequence: 20,
    hasSessions: true,
    lastSessionSequence: 20,
    ratedGoesOn: false,
    safetyOpen: false,
    promptOwed: false,
    consentMissing: false,
    lastSessionOn: "2026-11-17",
    spark: [4, 2],
    rated: [seen("2026-08-07", 1, 4), seen("2026-08-14", 2, 2)],
    groundings: [],
    shifts: [],
    drafts: [],
    dismissed: [],
    ...given,
  };
  return caseloadView([facts], RULES, new Map()).rows[0];
}

const silent = (sessions: number) => Array.from({ length: sessions }, () => null);

describe("a stage that later sessions left unrated", () => {
  it("is not shown as a fall of today: eight silent sessions after 14 Aug", () => {
    expect(row({ spark: [4, 2, ...silent(8)] })).toMatchObject({
      stage: 2,
      stageOn: "2026-08-14",
      stageChange: null,
      unrated: { sessions: 8, orMore: false },
    });
  });
  it("keeps its mark where the last session was rated", () => {
    expect(row({})).toMatchObject({ stageChange: "down", unrated: null });
  });
  it("says 'or more' where only silence was read", () => {
    expect(row({ spark: silent(10) })?.unrated).toEqual({ sessions: 10, orMore: true });
  });
  it("does not count the sessions before a note between sessions as after it", () => {
    const rated = [seen("2026-08-14", 2, 2), noted("2026-11-20", 21, 3)];
    expect(row({ spark: [2, null, null], rated })?.unrated).toBeNull();
    const earlier = [seen("2026-08-14", 2, 2), noted("2026-09-20", 10, 3)];
    expect(row({ spark: [2, null, null], rated: earlier })?.unrated).toEqual({ sessions: 1, orMore: true });
  });
  it("is nothing to say of a partner who was never rated", () => {
    expect(row({ spark: [null, null, null], rated: [] })?.unrated).toBeNull();
  });
  it("is drawn as not rated from the third silent session on", () => {
    expect(currentStage(2, { sessions: 2, orMore: false })).toBe(2);
    expect(currentStage(2, { sessions: 3, orMore: false })).toBeNull();
    expect(currentStage(0, null)).toBe(0);
  });
  it("counts held sessions only", () => {
    const entries = [
      { stage: 0 as const, held: true },
      { stage: null, held: true },
      { stage: null, held: false },
      { stage: null, held: true },
    ];
    expect(unratedAtEnd(entries)).toBe(2);
  });
});
