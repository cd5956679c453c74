import fc from "fast-check";
import { expect, it } from "vitest";
import { baselineCorrectedTau } from "#core/statistics/baseline-corrected-tau.ts";
import { lagOneAutocorrelation } from "#core/statistics/lag-one-autocorrelation.ts";
import { mannKendall } from "#core/statistics/mann-kendall.ts";
import { napEffect } from "#core/statistics/nap-effect.ts";
import { pettitt } from "#core/statistics/pettitt.ts";
import { reliableChange } from "#core/statistics/reliable-change.ts";
import { ripple } from "#core/statistics/ripple.ts";
import { runChart } from "#core/statistics/run-chart.ts";
import { suddenGain } from "#core/statistics/sudden-gain.ts";
import { theilSen } from "#core/statistics/theil-sen.ts";
import { xmrLimits } from "#core/statistics/xmr-limits.ts";
import { times } from "../../campaign.ts";
import { dayAfter, ordinal, RUNS } from "./ordinal.ts";

const CASES = times({ usual: 10_000, campaign: 200_000 });

/** Every path to a number that is none, or to nothing at all. */
function flaws(value: unknown, path: string): string[] {
  if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0) ? [] : [`${path} is ${Object.is(value, -0) ? "-0" : value}`];
  if (value === undefined) return [`${path} is undefined`];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, each]) => flaws(each, `${path}.${key}`));
}

const NAMES = [
  ...["napEffect", "baselineCorrectedTau", "theilSen", "mannKendall", "lagOneAutocorrelation", "runChart"],
  ...["xmrLimits", "pettitt", "reliableChange", "suddenGain", "ripple"],
];

interface Answer {
  readonly status: string;
  readonly reason?: string;
}

it(`gives a figure or a reason for each of ${CASES} random series with ties and unrated sessions, never NaN, never a fault`, {
  timeout: times({ usual: 120_000, campaign: 600_000 }),
}, () => {
  const series = fc.tuple(ordinal(0, 45), ordinal(45, 45), fc.array(fc.nat(12), { minLength: 45, maxLength: 45 }), fc.nat(20));
  const answered = new Map<string, number>();
  fc.assert(
    fc.property(series, ([x, other, steps, count]) => {
      const y = x.map((_, place) => other[place] ?? null);
      let day = 0;
      const days = x.map((_, place) => {
        day += steps[place] ?? 0;
        return dayAfter(day);
      });
      const improvement = count % 2 === 0 ? "increase" : "decrease";
      const norm = { sd: 2, reliability: 0.9, direction: "higher", clinical: { mean: 3, sd: 2 }, functional: { mean: 7, sd: 1 } } as const;
      const answers: Record<string, Answer> = {
        napEffect: napEffect(x.slice(0, count), x.slice(count), { improvement }),
        baselineCorrectedTau: baselineCorrectedTau(x.slice(0, count), x.slice(count), { improvement }),
        theilSen: theilSen(x.map((value, place) => ({ day: days[place] ?? "", value }))),
        mannKendall: mannKendall(x),
        lagOneAutocorrelation: lagOneAutocorrelation(x),
        runChart: runChart(x),
        xmrLimits: xmrLimits(x, count),
        pettitt: pettitt(x),
        reliableChange: reliableChange(x[0] ?? null, x[1] ?? null, norm),
        suddenGain: suddenGain(x, { reliableChangePoints: 2, lowerIsBetter: true }),
        ripple: ripple(x, y, count % 3 === 0 ? { days } : {}),
      };
      // One look at each case, not one at each answer: of 110,000 assertions most of the time would be theirs.
      expect(flaws(answers, "answers")).toEqual([]);
      for (const [name, { status, reason }] of Object.entries(answers)) {
        const kind = reason === undefined ? `${name} ${status}` : `${name} ${status}: ${reason}`;
        answered.set(kind, (answered.get(kind) ?? 0) + 1);
      }
    }),
    { ...RUNS, numRuns: CASES },
  );
  // Not by never computing anything: each was computed, and each refused, with a reason, often enough.
  const kinds = [...answered.keys()].map((kind) => kind.replace(/: [a-z0-9]+(-[a-z0-9]+)+$/, " with a reason"));
  const names = NAMES.flatMap((name) => [`${name} computed`, `${name} not-computable with a reason`]);
  expect([...new Set(kinds)].toSorted()).toEqual(names.toSorted());
  for (const name of NAMES) expect(answered.get(`${name} computed`), name).toBeGreaterThan(CASES / 100);
});
