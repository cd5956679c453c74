/** Kendall's S of a series in order of time: how many pairs rise minus how many fall; ties count for neither. */
export function kendallScore(values: readonly number[]): number {
  let score = 0;
  for (const [place, later] of values.entries()) {
    for (const earlier of values.slice(0, place)) score += later > earlier ? 1 : later < earlier ? -1 : 0;
  }
  return score;
}
