/** When a focus track gets a verdict word. Provisional until calibrated. */
export const FOCUS_THRESHOLDS = {
  directionP: 0.005,
  longestRunMargin: 3,
  crossingsMargin: 1,
  rangeSigmas: 4.5,
  stretchP: 0.005,
  stretchShare: 0.8,
} as const;
