/** A shift: a dated event that matters. Its direction is the clinician's; each kind only proposes one. */

export const DIRECTIONS = ["toward", "away", "neither"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Whose shift it was. */
export const SHIFT_WHO = ["active", "observing", "both"] as const;
export type ShiftWho = (typeof SHIFT_WHO)[number];

export const SHIFT_KINDS = [
  "healthy-conversation",
  "boundary-clarified",
  "hard-decision",
  "own-voice",
  "tone-softened",
  "tone-hardened",
  "boundary-held",
  "boundary-crossed",
  "partner-asked",
  "partner-tried",
  "setback",
  "other",
] as const;
export type ShiftKind = (typeof SHIFT_KINDS)[number];

export interface ShiftKindMeaning {
  readonly words: string;
  /** Proposed when the kind is chosen; the clinician may choose otherwise. */
  readonly direction: Direction;
  readonly who: ShiftWho;
}

export const SHIFT_MEANINGS: Record<ShiftKind, ShiftKindMeaning> = {
  "healthy-conversation": { words: "a healthy conversation", direction: "toward", who: "both" },
  "boundary-clarified": { words: "a boundary clarified", direction: "toward", who: "active" },
  "hard-decision": { words: "a hard decision", direction: "neither", who: "active" },
  "own-voice": { words: "own voice found", direction: "toward", who: "active" },
  "tone-softened": { words: "tone softened", direction: "toward", who: "both" },
  "tone-hardened": { words: "tone hardened", direction: "away", who: "both" },
  "boundary-held": { words: "boundary held", direction: "toward", who: "active" },
  // Whose it was is the clinician's to say: proposing one of the two would make a one-sided record by itself.
  "boundary-crossed": { words: "boundary crossed", direction: "away", who: "both" },
  "partner-asked": { words: "partner asked", direction: "toward", who: "observing" },
  "partner-tried": { words: "partner tried something", direction: "toward", who: "observing" },
  setback: { words: "setback", direction: "away", who: "both" },
  other: { words: "other", direction: "neither", who: "both" },
};

export const DIRECTION_WORDS: Record<Direction, string> = {
  toward: "toward",
  away: "away",
  neither: "neither way",
};

/** Never colour alone: every direction has its mark. */
export const DIRECTION_MARKS: Record<Direction, string> = { toward: "▲", away: "▼", neither: "◆" };

export const WHO_WORDS: Record<ShiftWho, string> = {
  active: "active partner",
  observing: "observing partner",
  both: "both",
};
