/** The simulations as rows of the bench, and as tables for whoever reads along. */
import type { BenchRow } from "../measure.ts";
import { claimsOf, MODERATE, SHARED, type Shared } from "./ripple-pairs.ts";
import { lookedAtAfterEach, lookedAtOnce } from "./stable-cases.ts";
import { STABLE, type Timeline } from "./wandering.ts";
import { VERDICTS } from "./watched-case.ts";

const SEED = 20261127;
const SESSIONS = [14, 20, 30] as const;
const CASES = 1000;
const CASES_IN_ROWS = 2000;

/** A row of the table: a kind of case, and in how many of them every look is taken, which is slow. */
interface Kind {
  readonly words: string;
  readonly timeline: Timeline;
  readonly followed: number;
}

const STABLE_KINDS: readonly Kind[] = [
  { words: "stable, φ .3, 5 ± 1.5", timeline: STABLE, followed: 1000 },
  { words: "stable, φ .3, 5 ± 1", timeline: { ...STABLE, spread: 1 }, followed: 250 },
  { words: "stable, φ .3, 5 ± 2.5", timeline: { ...STABLE, spread: 2.5 }, followed: 0 },
  { words: "stable, φ .3, 9 ± 1.5", timeline: { ...STABLE, level: 9 }, followed: 250 },
  { words: "stable, φ .3, 10 ± 3", timeline: { ...STABLE, level: 10, spread: 3 }, followed: 250 },
  { words: "stable, φ .3, 0.5 ± 2.5", timeline: { ...STABLE, level: 0.5, spread: 2.5 }, followed: 0 },
  { words: "stable, φ .3, 15 % missing", timeline: { ...STABLE, missing: 0.15 }, followed: 0 },
  { words: "stable, φ 0", timeline: { ...STABLE, likeness: 0 }, followed: 0 },
  { words: "stable, φ .5", timeline: { ...STABLE, likeness: 0.5 }, followed: 250 },
];
const MOVING_KINDS: readonly Kind[] = [
  { words: "steady drift of 3, φ .3, 4 ± 1", timeline: { ...STABLE, level: 4, spread: 1, drift: 3 }, followed: 0 },
  { words: "step of 3 halfway, φ .3, 4 ± 1", timeline: { ...STABLE, level: 4, spread: 1, step: 3 }, followed: 0 },
];

/** Many looks, one case: the promise is at most 10 % of stable cases, at any one look and over all looks up to the 30th session. */
export function stableRows(): BenchRow[] {
  const rows: BenchRow[] = [];
  say(["two watched tracks of seven", "n", ...VERDICTS, "any", "any look so far"]);
  for (const { words, timeline, followed } of [...STABLE_KINDS, ...MOVING_KINDS]) {
    const soFar = followed === 0 ? null : lookedAtAfterEach(timeline, { seed: SEED + 1, cases: followed, sessions: 30 }, SESSIONS);
    for (const [place, sessions] of SESSIONS.entries()) {
      const cases = timeline === STABLE ? CASES_IN_ROWS : CASES;
      const { any, each } = lookedAtOnce(timeline, { seed: SEED, cases, sessions });
      const ever = soFar?.[place];
      say([words, String(sessions), ...VERDICTS.map((verdict) => percent(each[verdict])), percent(any), ever === undefined ? "" : percent(ever)]);
      if (timeline === STABLE) rows.push(row(`stable-any-verdict-${sessions}`, any, cases));
      if (timeline === STABLE && ever !== undefined) rows.push(row(`stable-any-look-${sessions}`, ever, followed));
      if (timeline.drift > 0) rows.push(row(`focus-power-drift-${sessions}`, any, cases));
      if (timeline.step > 0) rows.push(row(`focus-power-step-${sessions}`, any, cases));
    }
  }
  return rows;
}

const RUNS = 1000;
const PAIRED_SESSIONS = [22, 30, 40] as const;

/** Ripple: "followed by" is claimed, one way round or the other, in at most 5 % of pairs of which neither follows the other. */
export function rippleRows(): BenchRow[] {
  const rows: BenchRow[] = [];
  say(["two series, φ .3", "n", "followed by", "the other way round", "moved together"]);
  for (const sessions of PAIRED_SESSIONS) {
    for (const shared of Object.keys(SHARED) as Shared[]) {
      const { forward, reverse, together } = claimsOf(shared, 0, { seed: SEED, runs: RUNS, sessions });
      say([`neither follows, shared: ${shared}`, String(sessions), percent(forward), percent(reverse), percent(together)]);
      // Both ways round are read out, and never both said: a false claim is one either way.
      rows.push(row(`ripple-false-${shared}-${sessions}`, forward + reverse, RUNS));
    }
    for (const shared of ["nothing", "drift"] as const) {
      const { forward, reverse, together } = claimsOf(shared, MODERATE, { seed: SEED, runs: RUNS, sessions });
      say([`second follows (${MODERATE}), shared: ${shared}`, String(sessions), percent(forward), percent(reverse), percent(together)]);
      if (shared === "nothing") rows.push(row(`ripple-power-${sessions}`, forward, RUNS));
    }
  }
  return rows;
}

function row(id: string, share: number, n: number): BenchRow {
  return { id, value: 100 * share, unit: "%", floor: null, ratio: null, n };
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

const FIRST_WIDTH = 42;
const SECOND_WIDTH = 4;

function say([first = "", second = "", ...others]: readonly string[]): void {
  const cells = [first.padEnd(FIRST_WIDTH), second.padStart(SECOND_WIDTH), ...others.map((cell) => cell.padStart(20))];
  process.stderr.write(`${cells.join("")}\n`);
}
