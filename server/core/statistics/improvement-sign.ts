/** Which direction of a series is an improvement. */
export type Improvement = "increase" | "decrease";

const SIGNS: ReadonlyMap<string, 1 | -1> = new Map([
  ["increase", 1],
  ["decrease", -1],
]);

/** 1 where an increase is an improvement, −1 where a decrease is. Throws TypeError for any other word: a direction is never guessed. */
export function improvementSign(improvement: Improvement): 1 | -1 {
  const sign = SIGNS.get(improvement);
  if (sign === undefined) throw new TypeError('improvement is "increase" or "decrease"');
  return sign;
}
