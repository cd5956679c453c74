import { describe, expect, it } from "vitest";
import { noMoveOnLadder, type RatedStage, stageChange, stageMoves } from "#core/rules/ladder.ts";
import type { EngagementStage } from "#core/vocabulary/engagement.ts";
import type { OccasionKind } from "#core/vocabulary/occasion.ts";

function rated(stages: readonly EngagementStage[], kind: OccasionKind = "session"): RatedStage[] {
  return stages.map((stage, index) => ({ day: `2026-03-${String(index + 1).padStart(2, "0")}`, sequence: index + 1, stage, source: "seen", kind }));
}

describe("moves on the ladder", () => {
  it("go both ways and may skip", () => {
    expect(stageMoves(rated([1, 1, 4, 2])).map(({ day, from, to }) => [day, from, to])).toEqual([
      ["2026-03-03", 1, 4],
      ["2026-03-04", 4, 2],
    ]);
  });
  it("include a move to declining, which is 0 and not missing", () => expect(stageMoves(rated([1, 0]))).toHaveLength(1));
  it("cannot be told from a single rating", () => expect(stageChange(rated([3]))).toBeNull());
  it("compare with the rating before, not with the best ever", () => expect(stageChange(rated([5, 2, 3]))).toBe("up"));
});

describe("no move on the ladder", () => {
  it("needs five rated sessions", () => {
    expect(noMoveOnLadder(rated([2, 2, 2, 2]), 5)).toBeNull();
    expect(noMoveOnLadder(rated([2, 2, 2, 2, 2]), 5)).toEqual({ ratedSessions: 5, since: "2026-03-01" });
  });
  it("does not count the session of the move itself", () => {
    expect(noMoveOnLadder(rated([1, 2, 2, 2, 2, 2]), 5)).toBeNull();
    expect(noMoveOnLadder(rated([1, 2, 2, 2, 2, 2, 2]), 5)).toMatchObject({ ratedSessions: 5 });
  });
  it("is still said when the partner only slipped back", () => expect(noMoveOnLadder(rated([3, 3, 2, 2, 2]), 5)).toMatchObject({ ratedSessions: 5 }));
  it("is never said from willing to try on", () => expect(noMoveOnLadder(rated([5, 5, 5, 5, 5, 5]), 5)).toBeNull());
  it("is said of a partner who keeps declining: 0 is a rating", () => expect(noMoveOnLadder(rated([0, 0, 0, 0, 0]), 5)).not.toBeNull());
  it("counts sessions only, though a move between sessions is a move", () => {
    const sessions = rated([1, 1, 1, 1, 1]);
    const between: RatedStage = { day: "2026-03-03", sequence: 9, stage: 2, source: "told", kind: "between" };
    const after: RatedStage[] = [...sessions.slice(0, 3), between, ...sessions.slice(3).map((each) => ({ ...each, stage: 2 as const }))];
    expect(noMoveOnLadder(after, 5)).toBeNull();
  });
});
