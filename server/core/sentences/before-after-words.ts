import type { Day } from "#core/day.ts";
import type { BeforeAfterReading, HeadingShare } from "#core/readings/before-after.ts";
import { FEWEST_EACH_SIDE, FEWEST_FOR_HEADING } from "#core/readings/before-after-counts.ts";
import { RATER_LABELS } from "#core/vocabulary/track.ts";
import { counted, dayWords, figure, ordinal } from "#core/vocabulary/wording.ts";
import { isolated } from "./isolated.ts";

/** About what a sentence of a before/after reading is. */
export interface BeforeAfterSentence {
  readonly about: "pairs" | "heading" | "medians" | "chosen-day";
  readonly words: string;
  readonly aside: boolean;
}

const aloud = (about: BeforeAfterSentence["about"], words: string): BeforeAfterSentence => ({ about, words, aside: false });
const aside = (about: BeforeAfterSentence["about"], words: string): BeforeAfterSentence => ({ about, words, aside: true });

/**
 * What is said of the ratings before a day and from it on: pairs, and in the same sentence what is left of them against where the
 * earlier ratings were heading anyway, once there are 5 + 5; before, that this cannot be told yet. Nothing of why.
 */
export function beforeAfterSentences(reading: BeforeAfterReading, today: Day): BeforeAfterSentence[] {
  return [pairWords(reading, today), headingWords(reading), ...medianWords(reading, today), aside("chosen-day", CHOSEN_DAY)];
}

const CHOSEN_DAY =
  "A day picked because things looked different there will look different here: this counts pairs of ratings, and says nothing of what that day did.";

function pairWords(reading: BeforeAfterReading, today: Day): BeforeAfterSentence {
  const { before, after, pairs, day } = reading;
  const [earlier, later] = [before.points.length, after.points.length];
  const when = dayWords(day, today);
  if (!pairs) {
    const needs = needed(earlier, later, FEWEST_EACH_SIDE);
    return aloud(
      "pairs",
      `${trackOf(reading)}, before and after ${when}: cannot tell yet, with ${counted(earlier, "rating")} before and ${later} from that day on; ${needs}.`,
    );
  }
  const range = `rough range ${hundredths(pairs.lower)}–${hundredths(pairs.upper)}`;
  const share = `About ${hundredths(pairs.estimate)} of 100 before/after pairs ${favour(reading)}, ties counting half (${range})`;
  // A range on both sides of half and half leaves open which way it goes.
  const open = pairs.lower <= 0.5 && pairs.upper >= 0.5 ? " The rough range holds 50, which is no difference." : "";
  return aloud(
    "pairs",
    `${share}${besideWords(reading)}.${open} ${trackOf(reading)}: ${counted(earlier, "rating")} before ${when}, ${later} from that day on.`,
  );
}

/** In the same sentence as the pairs: 100 of 100 is read alone, and is little where it was heading there anyway. */
function besideWords({ heading, pairs, better }: BeforeAfterReading): string {
  if (!heading || !pairs) return "; where the earlier ones were heading cannot be told yet";
  // The share in which the later ones are higher, whichever way is better.
  const higher = better === "lower" ? 1 - pairs.estimate : pairs.estimate;
  const wentOn = !isLevel(heading) && (higher - 0.5) * heading.slope > 0;
  const turn = wentOn ? "but the earlier ones were already" : "and the earlier ones were";
  const held = heading.leavesScale ? "it cannot be told, as their line would leave the scale" : `${hundredths(heading.estimate)} of 100`;
  return `; ${turn} ${whitherWords(heading)}: held against that, ${held}`;
}

function isLevel({ slope }: HeadingShare): boolean {
  return figure(Math.abs(slope)) === "0";
}

function whitherWords(heading: HeadingShare): string {
  return isLevel(heading) ? "heading nowhere in particular" : `heading ${heading.slope > 0 ? "up" : "down"}`;
}

function headingWords(reading: BeforeAfterReading): BeforeAfterSentence {
  const { heading, pairs, before, after, lowest, highest } = reading;
  const [earlier, later] = [before.points.length, after.points.length];
  if (!heading || !pairs)
    return aside(
      "heading",
      `Whether that is more than where it was heading anyway: cannot tell yet, with ${counted(earlier, "rating")} before and ${later} after; ${needed(earlier, later, FEWEST_FOR_HEADING)}.`,
    );
  const pace = isLevel(heading) ? "" : `, by about ${figure(Math.abs(heading.slope))} a rating`;
  const where = `The ${earlier} earlier ratings were ${whitherWords(heading)}${pace}`;
  if (heading.leavesAt !== null)
    return aloud(
      "heading",
      `${where}. How the later ones stand against that cannot be told: the line of the earlier ratings would leave the scale (${figure(lowest)}–${figure(highest)}) by the ${ordinal(heading.leavesAt)} of ${later} later ones.`,
    );
  // No "more" or "less" of our own: where a series simply goes on as it did, the number falls on either side of 50 half of the time.
  const share = `about ${hundredths(heading.estimate)} of 100 pairs ${favour(reading)}; 50 would be just where it was heading anyway`;
  return aloud("heading", `${where}. Held against that line, ${share}. A line through ${earlier} ratings is rough, and so is this.`);
}

function medianWords({ before, after }: BeforeAfterReading, today: Day): BeforeAfterSentence[] {
  if (before.median === null || after.median === null) return [];
  const [first, last] = [before.points[0], after.points.at(-1)];
  if (!first || !last) return [];
  const days = `${dayWords(first.day, today)} to ${dayWords(last.day, today)}`;
  return [
    aside(
      "medians",
      `The median is ${figure(before.median)} over ${counted(before.points.length, "rating")} before and ${figure(after.median)} over ${counted(after.points.length, "rating")} from that day on (${days}).`,
    ),
  ];
}

/** Where neither way is better, the later ones are not favoured but higher. */
function favour({ better, before, after }: BeforeAfterReading): string {
  const inSessions = [...before.points, ...after.points].every((point) => point.sessionNumber !== null);
  const later = inSessions ? "the later sessions" : "the later ratings";
  return better === "neither" ? `have the higher number in ${later}` : `favour ${later}${better === "lower" ? " (lower is better)" : ""}`;
}

function needed(before: number, after: number, each: number): string {
  const [earlier, later] = [Math.max(0, each - before), Math.max(0, each - after)];
  const more = [...(earlier > 0 ? [`${earlier} more before`] : []), ...(later > 0 ? [`${later} more from it on`] : [])].join(" and ");
  return `${each} on each side are needed: ${more}`;
}

function trackOf({ name, rater }: BeforeAfterReading): string {
  return `${isolated(name)}${RATER_LABELS[rater].afterTrack}`;
}

function hundredths(share: number): number {
  return Math.round(share * 100);
}
