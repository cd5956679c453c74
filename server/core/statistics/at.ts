/** The value at a 0-based place that the caller knows to exist. Throws RangeError where there is none. */
export function at<Value>(list: ArrayLike<Value>, place: number): Value {
  const value = list[place];
  if (value === undefined) throw new RangeError(`no value at place ${place} of ${list.length}`);
  return value;
}
