import type { Day } from "#core/day.ts";
import type { RippleDirection, RippleReading } from "#core/readings/ripple-reading.ts";
import type { RippleSeries } from "#core/readings/ripple-series.ts";
import { isBuiltInTrack, RATER_LABELS, TRACK_MEANINGS } from "#core/vocabulary/track.ts";
import { capital, counted, dayWords } from "#core/vocabulary/wording.ts";
import { isolated } from "./isolated.ts";
import { RIPPLE_POWER } from "./ripple-power.ts";

/** About what a sentence of the ripple view is. */
export interface RippleSentence {
  readonly about: "not-tested" | "forward" | "reverse" | "together" | "count" | "split" | "power" | "caution" | "absence";
  readonly words: string;
  readonly aside: boolean;
}

const aloud = (about: RippleSentence["about"], words: string): RippleSentence => ({ about, words, aside: false });
const aside = (about: RippleSentence["about"], words: string): RippleSentence => ({ about, words, aside: true });

const CAUTION = "Therapy itself, a holiday or the mood of whoever rates can move both.";
const ABSENCE = "Where it cannot be told, that is no evidence that nothing follows.";

/**
 * What is said of two series side by side: one of three verdicts each way round ("followed by", "moved together", "cannot tell yet"),
 * the count, how seldom a ripple is found with so few, and the caution. Of series that are not tested, only that they are not.
 */
export function rippleSentences(reading: RippleReading, today: Day): RippleSentence[] {
  const { standing } = reading;
  if (standing === "held-back") return [aloud("not-tested", `Shown together, not tested; ${bothRated(reading)}.`)];
  if (standing === "same-series") return [aloud("not-tested", `One series twice: shown, not tested; ${bothRated(reading)}.`)];
  if (standing === "same-rater")
    return [
      aloud("not-tested", `${RATER_LABELS[reading.first.rater].who} rated both: shown together, not tested.`),
      aside("count", `Numbers that one person gives in one ${unitOf(reading)} share that person’s mood; ${bothRated(reading)}.`),
    ];
  return [...verdictWords(reading), countWords(reading, today), powerWords(reading), aside("caution", CAUTION), aside("absence", ABSENCE)].filter(
    ({ about }) => about !== "absence" || isAnyOpen(reading),
  );
}

/** The facts beside the chart, in the words of its sentences: "14 sessions with both rated, 7 of them in the longest stretch without a long gap". */
export function factsWords(reading: RippleReading): string {
  const [both, tested] = [ratedTogether(reading), inStretch(reading)];
  const part = reading.pairs === null || tested === both ? "" : `, ${tested} of them in the longest stretch without a long gap`;
  return `${counted(both, unitOf(reading))} with both rated${part}`;
}

function verdictWords(reading: RippleReading): RippleSentence[] {
  const { forward, reverse, pairs, pairsNeeded, first, second } = reading;
  if (!forward || !reverse || pairs === null) return [];
  if (reading.standing === "too-few") {
    const [both, needed] = [inStretch(reading), pairsNeeded + 1];
    const where = both < ratedTogether(reading) ? "in the longest stretch without a long gap both" : "both";
    // A long gap begins a new stretch, and the count with it.
    const more = `${needed - both} more, if no long gap comes`;
    return [
      aloud(
        "forward",
        `Cannot tell yet whether ${seriesWords(first)} or ${seriesWords(second)} follows the other: ${where} are rated in ${both} of the ${needed} ${unitOf(reading)}s it takes; ${more}.`,
      ),
    ];
  }
  if (forward.verdict === "moved-together" && reverse.verdict === "moved-together")
    return [
      aloud(
        "together",
        `Moved together: ${seriesWords(first)} and ${seriesWords(second)} go the same way over ${counted(inStretch(reading), unitOf(reading))}; which comes first cannot be told.`,
      ),
    ];
  const over = `over ${counted(pairs, "pair")} of a ${unitOf(reading)} and the next`;
  return [aloud("forward", directionWords(forward, over)), aloud("reverse", directionWords(reverse, `over the same ${counted(pairs, "pair")}`))];
}

function directionWords({ from, to, verdict, sign }: RippleDirection, over: string): string {
  const [one, other] = [seriesWords(from), seriesWords(to)];
  if (verdict === "followed-by") return `Followed by: rises in ${one} were followed by ${sign === -1 ? "falls" : "rises"} in ${other}, ${over}.`;
  return `${capital(one)}, then ${other}: cannot tell yet, ${over}.`;
}

function isAnyOpen({ forward, reverse }: RippleReading): boolean {
  return [forward, reverse].some((way) => way !== null && way.verdict !== "followed-by");
}

function countWords(reading: RippleReading, today: Day): RippleSentence {
  const [both, tested] = [ratedTogether(reading), inStretch(reading)];
  if (tested === both) return aside("count", `${capital(bothRated(reading))}.`);
  const days = reading.stretch ? `, ${dayWords(reading.stretch.fromDay, today)} to ${dayWords(reading.stretch.toDay, today)}` : "";
  return aside("split", `${capital(bothRated(reading))}; ${tested} of these lie in the longest stretch without a long gap${days}.`);
}

function powerWords(reading: RippleReading): RippleSentence {
  const least = reading.pairsNeeded + 1;
  const step = RIPPLE_POWER.findLast(({ sessions }) => inStretch(reading) >= sessions);
  if (!step || step.sessions === least)
    return aside(
      "power",
      `${least} ${unitOf(reading)}s are the minimum, not enough: at that number a moderate ripple is found in ${RIPPLE_POWER[0].found}.`,
    );
  return aside("power", `With ${step.sessions} ${unitOf(reading)}s a moderate ripple is found in ${step.found}.`);
}

/** "both are rated in 24 of 30 sessions". */
function bothRated(reading: RippleReading): string {
  return `both are rated in ${ratedTogether(reading)} of ${counted(reading.sittings.length, unitOf(reading))}`;
}

function ratedTogether({ sittings }: RippleReading): number {
  return sittings.filter((each) => each.first !== null && each.second !== null).length;
}

/** Sittings with both rated in the stretch that is tested, or would be: one more than it has pairs. */
function inStretch(reading: RippleReading): number {
  return reading.pairs === null || ratedTogether(reading) === 0 ? 0 : reading.pairs + 1;
}

function unitOf({ sittings }: RippleReading): "session" | "sitting" {
  return sittings.every((each) => each.held) ? "session" : "sitting";
}

/** "tone (the client’s number)". */
function seriesWords(series: RippleSeries): string {
  return `${plainWords(series)} (${RATER_LABELS[series.rater].number})`;
}

function plainWords({ key, name, of }: RippleSeries): string {
  const track = key.slice(0, key.lastIndexOf("."));
  if (isBuiltInTrack(track)) return TRACK_MEANINGS[track].short.toLowerCase();
  return of === "own" ? `“${isolated(name)}”` : of === "active" ? "grounding" : "the observing partner’s stage";
}
