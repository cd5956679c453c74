import fc from "fast-check";

export type Rating = number | null;

/** Every run draws the same series, so that a failure can be met again. */
export const RUNS = { seed: 20_260_309 };

/** Long series as often as short ones; by itself fast-check draws short ones. */
export const ANY_LENGTH = { size: "max" } as const;

/** A 0–10 rating: whole, so that ties abound. */
export const rating: fc.Arbitrary<number> = fc.integer({ min: 0, max: 10 });

/** Ratings of which about one in six is missing; now and then a narrow scale, in steps of a third as means of three items have them. */
export function ordinal(minLength: number, maxLength: number): fc.Arbitrary<Rating[]> {
  const narrow = fc.integer({ min: 3, max: 7 }).map((thirds) => thirds / 3);
  const one = (value: fc.Arbitrary<number>) => fc.option(value, { nil: null, freq: 5 });
  const lengths = { minLength, maxLength, ...ANY_LENGTH };
  return fc.oneof({ weight: 4, arbitrary: fc.array(one(rating), lengths) }, fc.array(one(narrow), lengths));
}

/** The same without missing ones. */
export function rated(minLength: number, maxLength: number): fc.Arbitrary<number[]> {
  return fc.array(rating, { minLength, maxLength, ...ANY_LENGTH });
}

/** "2026-01-05" and so many days on. */
export function dayAfter(days: number): string {
  return new Date(Date.UTC(2026, 0, 5 + days)).toISOString().slice(0, 10);
}

/** A series with a missing rating put in at each of the given places, which is where the next rating moves on from. */
export function withGaps(values: readonly number[], places: readonly number[]): Rating[] {
  const series: Rating[] = [...values];
  for (const place of places) series.splice(place % (series.length + 1), 0, null);
  return series;
}
