/** Below this number of cases a figure is a description of those cases, and is said to be no more. */
export const FEW_CASES = 5;

/** Is a figure one of too few cases to be read as more than themselves? No case at all is no figure. */
export function isFew(cases: number): boolean {
  return cases > 0 && cases < FEW_CASES;
}
