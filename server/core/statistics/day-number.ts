const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

/** Whole days from 1970-01-01 to a calendar day "YYYY-MM-DD"; earlier days are negative. Throws RangeError for text that is no day. */
export function dayNumber(day: string): number {
  const parts = PATTERN.exec(day);
  const ms = parts ? Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) : Number.NaN;
  // An impossible day rolls over into the next month, and then reads differently.
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== day) throw new RangeError("a day is written YYYY-MM-DD and is in the calendar");
  return ms / MS_PER_DAY;
}
