import type { TimelineView } from "#core/contracts/timeline.ts";
import type { Day } from "#core/day.ts";
import { rippleSentences } from "#core/sentences/ripple-words.ts";
import { type Ripple, type RippleVerdict, ripple } from "#core/statistics/ripple.ts";
import { type AlignedSitting, alignedSittings, type RippleSeries, rippleSeries } from "./ripple-series.ts";

/** Sittings at which both were rated, from the first to the last that was tested. */
export interface TestedStretch {
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly fromX: number;
  readonly toX: number;
  /** Both rated within the stretch, and in all. */
  readonly sittings: number;
  readonly ofSittings: number;
}

/** One way round. */
export interface RippleDirection {
  readonly from: RippleSeries;
  readonly to: RippleSeries;
  readonly verdict: RippleVerdict;
  /** Of "followed-by" only: 1 = rises by rises, −1 = rises by falls. */
  readonly sign: 1 | -1 | null;
}

/** About what a sentence of the ripple view is. */
export interface RippleSentence {
  readonly about: "not-tested" | "forward" | "reverse" | "together" | "count" | "split" | "power" | "caution" | "absence";
  readonly words: string;
  readonly aside: boolean;
}

export interface RippleReading {
  readonly first: RippleSeries;
  readonly second: RippleSeries;
  /** `held-back`: nothing is said of this case at present. `same-rater`, `same-series`: shown together, not tested. */
  readonly standing: "tested" | "too-few" | "same-rater" | "same-series" | "held-back";
  readonly sittings: readonly AlignedSitting[];
  /** Pairs of a sitting and the next, in the stretch tested; and how many are needed. Null where nothing is counted. */
  readonly pairs: number | null;
  readonly pairsNeeded: number;
  readonly stretch: TestedStretch | null;
  readonly forward: RippleDirection | null;
  readonly reverse: RippleDirection | null;
  readonly sentences: readonly RippleSentence[];
}

export interface RippleWanted {
  readonly view: TimelineView;
  /** Keys of `rippleSeries`. */
  readonly first: string;
  readonly second: string;
  readonly hasOpenConcern: boolean;
}

/** With fewer the tests cannot reach .05 (docs/statistics.md, "ripple"). */
const PAIRS_NEEDED = 21;

/** Two series of a case side by side, and what may be said of one after the other. Null for a key that this case has no numbers for. */
export function readRipple({ view, first, second, hasOpenConcern }: RippleWanted): RippleReading | null {
  const offered = rippleSeries(view);
  const [one, other] = [first, second].map((key) => offered.find((each) => each.key === key));
  if (!one || !other) return null;
  const sittings = alignedSittings(view, first, second);
  const untold = hasOpenConcern ? "held-back" : first === second ? "same-series" : one.rater === other.rater ? "same-rater" : null;
  const reading: Tested = untold === null ? tested(one, other, sittings) : { ...NOT_TESTED, standing: untold };
  const whole = { first: one, second: other, sittings, ...reading };
  return { ...whole, sentences: rippleSentences(whole, view.today) };
}

type Tested = Pick<RippleReading, "standing" | "pairs" | "pairsNeeded" | "stretch" | "forward" | "reverse">;

const NOT_TESTED = { pairs: null, pairsNeeded: PAIRS_NEEDED, stretch: null, forward: null, reverse: null } as const;

function tested(from: RippleSeries, to: RippleSeries, sittings: readonly AlignedSitting[]): Tested {
  const [x, y, days] = [sittings.map((each) => each.first), sittings.map((each) => each.second), sittings.map((each) => each.day)];
  const forward = ripple(x, y, { days });
  const { pairs, pairsNeeded } = forward;
  return {
    standing: forward.status === "computed" ? "tested" : "too-few",
    pairs,
    pairsNeeded,
    stretch: forward.status === "computed" ? stretchOf(sittings, forward) : null,
    forward: { from, to, ...claimOf(forward) },
    reverse: { from: to, to: from, ...(reverseOf(forward) ?? claimOf(ripple(y, x, { days }))) },
  };
}

type Claim = Pick<RippleDirection, "verdict" | "sign">;

function claimOf(found: Ripple): Claim {
  return { verdict: found.verdict, sign: found.status === "computed" && found.verdict === "followed-by" && found.sign !== 0 ? found.sign : null };
}

/** The p at which `ripple` lets a direction pass. */
const PASSES_AT = 0.05;

/**
 * What is already known of y → x, or null: asking anew takes as long again, a second with 700 sessions. Moving together holds both ways
 * round; where y follows x, x does not follow y; and where the tests of y → x did not pass, it is not followed either.
 */
function reverseOf(forward: Ripple): Claim | null {
  if (forward.verdict === "moved-together") return { verdict: forward.verdict, sign: null };
  const mayFollow =
    forward.status === "computed" &&
    forward.verdict === "cannot-tell-yet" &&
    Math.max(forward.reverse.pDetrended, forward.reverse.pDifferenced) <= PASSES_AT;
  return mayFollow ? null : { verdict: "cannot-tell-yet", sign: null };
}

function stretchOf(sittings: readonly AlignedSitting[], { firstPlace, lastPlace }: { readonly firstPlace: number; readonly lastPlace: number }) {
  const [from, to] = [sittings[firstPlace - 1], sittings[lastPlace - 1]];
  if (!from || !to) return null;
  const both = (rows: readonly AlignedSitting[]) => rows.filter((each) => each.first !== null && each.second !== null).length;
  return {
    fromDay: from.day,
    toDay: to.day,
    fromX: from.x,
    toX: to.x,
    sittings: both(sittings.slice(firstPlace - 1, lastPlace)),
    ofSittings: both(sittings),
  };
}
