/**
 * When a focus track gets a verdict word, and why not sooner (docs/statistics.md, "Many looks, one case").
 *
 * A case is looked at after every session, so the promise is kept over all looks and not only over the last: of perfectly stable
 * cases (two focus tracks, ratings 0–10, neighbours correlated .3), at most one in ten shows any verdict word at any of the looks
 * from the 6th to the 30th rating; at any one look it is about one in thirty. Found by simulation, printed by
 * `npm run bench -- stable`, with the power that is left. Neighbours correlated .5 make these shares three times as large: that is
 * why the words change where ratings resemble each other.
 *
 * The statistics keep their own textbook limits; only what is spoken here is stricter.
 */
export const FOCUS_THRESHOLDS = {
  /**
   * Mann–Kendall p at or below which a direction is spoken. Up to 8 ratings p is exact, and six that climb all the way have .0028.
   * Of stable series with neighbours correlated .3, eight times as many have p ≤ .001 as p says.
   */
  directionP: [
    { from: 6, p: 0.003 },
    { from: 9, p: 0.001 },
  ],
  /** Pettitt p at or below which a stretch is shaded. The approximate p is far too large in short series: hence two steps. */
  stretchP: [
    { from: 15, p: 0.005 },
    { from: 25, p: 0.002 },
  ],
  /** |U_k| as a share of the largest, from which k belongs to the stretch. */
  stretchShare: 0.8,
  run: {
    /** The chance that a rating lies on the same side of the median as the one before: 1 − arccos(.3)/π for neighbours correlated .3. */
    sameSide: 0.597,
    /** The chance left to a stable series of a run longer than the limit. */
    longestRunChance: 0.01,
    /** Standard deviations below the crossings to be expected. */
    crossingsSpreads: 2.8,
    /** The smaller side's least share: where most ratings lie on the median or at an end of the scale, the rest all lie on one side of it. */
    smallerSide: 1 / 3,
  },
  range: {
    /** Standard deviations (MR̄/1.128) from the center to a limit. Three, as on a factory floor, fail with 12 whole numbers that resemble each other. */
    sigmas: 7,
    /** A limit is at least this share of the scale away from the center: 12 ratings that are nearly alike know nothing of a usual bad day. */
    leastReach: 0.4,
    /** From this many of the first 12 at one end of the scale on, nothing is said: they are alike because the scale ends there. */
    mostAtAnEnd: 3,
    /** Only the newest ratings are spoken of: a session two years ago is no prompt. */
    newest: 12,
  },
} as const;
