/** Made-up series on real days, as a reading meets them. */
import type { OccasionSummary } from "#core/contracts/record.ts";
import { addDays } from "#core/day.ts";
import { occasion, rated } from "../series/given.ts";

/** A Monday; sessions are weekly from here unless said otherwise. */
export const FIRST_DAY = "2026-01-05";

export const week = (weeks: number): string => addDays(FIRST_DAY, 7 * weeks);

/** One held session a week in which the tone was rated; null = not rated. */
export const toneWeekly = (values: readonly (number | null)[], rater: "clinician" | "active" = "clinician"): OccasionSummary[] =>
  values.map((value, place) => occasion({ day: week(place), ratings: value === null ? [] : [rated("tone", value, rater)] }));

/** The same number over and over. */
export const times = (count: number, value: number): number[] => Array.from({ length: count }, () => value);

/** The words of the sentences about one thing, in order. */
export const saidOf = (sentences: readonly { readonly about: string; readonly words: string }[], about: string): string[] =>
  sentences.filter((sentence) => sentence.about === about).map((sentence) => sentence.words);
