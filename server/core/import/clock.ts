/** Reads "17:30", "5.30 pm", "5pm", "17h30" as "17:30"; null where it is no time of day. */
export function readClock(cell: string): string | null {
  const parts = /^(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?(?::\d{2})?\s*(am|pm|a\.m\.|p\.m\.)?$/i.exec(cell.trim());
  if (!parts) return null;
  const [, hourText = "", minuteText, half] = parts;
  if (minuteText === undefined && half === undefined) return null;
  let hour = Number(hourText);
  const minute = Number(minuteText ?? "0");
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase().startsWith("p") ? 12 : 0);
  }
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** Longest hour that the log takes, in minutes. */
const LONGEST = 600;

/** Reads "50", "50 min", "1 h 20", "1.5 h", "80'" as whole minutes, 1–600; null where it is no length of an hour. */
export function readMinutes(cell: string): number | null {
  const text = cell.trim().toLowerCase();
  const hours = /^(\d+(?:[.,]\d+)?)\s*(?:h|hr|hrs|hour|hours)(?:\s*(\d{1,2})\s*(?:m|min|mins|minutes|')?)?$/.exec(text);
  const clock = /^(\d):([0-5]\d)$/.exec(text);
  const plain = /^(\d{1,3})(?:[.,]0+)?\s*(?:m|min|mins|minute|minutes|')?\.?$/.exec(text);
  let minutes: number | null = null;
  if (hours) minutes = Math.round(Number((hours[1] ?? "").replace(",", ".")) * 60) + Number(hours[2] ?? "0");
  else if (clock) minutes = Number(clock[1]) * 60 + Number(clock[2]);
  else if (plain) minutes = Number(plain[1]);
  return minutes !== null && minutes >= 1 && minutes <= LONGEST ? minutes : null;
}
