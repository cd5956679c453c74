/** The arithmetic mean of at least one number. Throws RangeError for none. */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError("no values to take a mean of");
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
