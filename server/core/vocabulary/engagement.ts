/**
 * The engagement ladder: how the observing partner took part, as the clinician saw it. Moves both ways, may skip.
 * An observation, not a stage of change (docs/clinical-rules.md, "The ladder"). Not rated is `null`, which is not 0.
 */
export type EngagementStage = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export const STAGES = [0, 1, 2, 3, 4, 5, 6] as const satisfies readonly EngagementStage[];

export const STAGE_WORDS: Record<EngagementStage, string> = {
  0: "declining",
  1: "along for the ride",
  2: "listening",
  3: "curious",
  4: "open",
  5: "willing to try",
  6: "taking part",
};

export const NOT_RATED = "not rated";

/** From here on "no move on the ladder" is no longer said. */
export const WILLING_TO_TRY: EngagementStage = 5;

export function isStage(value: unknown): value is EngagementStage {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 6;
}

/** The word for a stage; `null` reads "not rated". */
export function stageWord(stage: EngagementStage | null): string {
  return stage === null ? NOT_RATED : STAGE_WORDS[stage];
}
