/** The kinds of fields that hold several values: lists, and entries under a key. */

import type { TryStanding } from "#core/vocabulary/case.ts";
import type { LineRater, Rater } from "#core/vocabulary/track.ts";
import { candidatesOf, type Field, type Fields, type Rule, type StoredOf, type TypedOf, typedOf, type ValuesOf } from "./field.ts";
import { type Given, wordOf } from "./kinds.ts";

type List<Item, Typed, Stored = Item> = Field<Item[], Typed[], readonly Stored[]>;

/** The lists of an hour are what was seen and said in it: they are of held hours only. */
function list({ label }: Given, rule: Rule): { label: string; rule: Rule; appliesTo: "held hours"; empty: never[]; none: never[]; first: never[] } {
  return { label, rule, appliesTo: "held hours", empty: [], none: [], first: [] };
}

/** Some of the options. */
export function choices<Option extends string>({
  options,
  words,
  ...given
}: Given & { readonly options: readonly Option[]; readonly words: Readonly<Record<string, string>> }): List<Option, string> {
  return {
    ...list(given, { kind: "choices", options }),
    candidate: (typed) => typed,
    typed: (stored) => [...(stored ?? [])],
    words: (typed) => typed.map((option) => wordOf(words, option)).join(", "),
  };
}

/** Keys or ids of themes or goals; the screen knows their names. */
export function ids({ of, most, ...given }: Given & { readonly of: "theme" | "goal"; readonly most: number }): List<string, string> {
  return {
    ...list(given, { kind: "ids", of, most }),
    candidate: (typed) => typed,
    typed: (stored) => [...(stored ?? [])],
    words: (typed) => typed.join(", "),
  };
}

/** Lines of text; an empty one is dropped. */
export function lines({ most, ...given }: Given & { readonly most: number }): List<string, string> {
  return {
    ...list(given, { kind: "lines", most }),
    candidate: (typed) => typed.map((each) => each.trim()).filter((each) => each !== ""),
    typed: (stored) => [...(stored ?? [])],
    words: (typed) => typed.join("\n"),
  };
}

/** Rows of declared fields. `wordsOf` tells one row. */
export function rows<Declared extends Fields>({
  fields,
  most,
  wordsOf,
  ...given
}: Given & { readonly fields: Declared; readonly most: number; readonly wordsOf: (row: TypedOf<Declared>) => string }): List<
  ValuesOf<Declared>,
  TypedOf<Declared>,
  StoredOf<Declared>
> {
  return {
    ...list(given, { kind: "rows", fields, most }),
    candidate: (typed) => typed.map((row) => candidatesOf(fields, row, { held: true })),
    typed: (stored) => (stored ?? []).map((row) => typedOf(fields, row)),
    words: (typed) => typed.map(wordsOf).join("\n"),
  };
}

/** A second rater's number on one track stands under the track, this sign and the rater, beside the first one. */
const SECOND_RATER = "@";

/** Where the form keeps the number of a second rater on one track. */
export function besideKey(track: string, rater: string): string {
  return `${track}${SECOND_RATER}${rater}`;
}

/** The track of an entry of the form's ratings. */
export function trackOfKey(key: string): string {
  return key.split(SECOND_RATER)[0] ?? key;
}

interface Rating<By> {
  track: string;
  value: number | null;
  rater: By;
}

/** Ratings of tracks; the form holds them by track. `value` null = asked and not rated; a track without an entry was not touched. */
export function ratings({
  most,
  ...given
}: Given & { readonly most: number }): Field<Rating<LineRater>[], Record<string, Omit<Rating<string>, "track">>, readonly Readonly<Rating<Rater>>[]> {
  return {
    ...list(given, { kind: "ratings", most }),
    empty: {},
    candidate: (typed) => Object.entries(typed).map(([key, { value, rater }]) => ({ track: trackOfKey(key), value, rater })),
    typed: (stored) => {
      const byKey: Record<string, Omit<Rating<string>, "track">> = {};
      for (const { track, value, rater } of stored ?? []) byKey[track in byKey ? besideKey(track, rater) : track] = { value, rater };
      return byKey;
    },
    words: (typed) => Object.keys(typed).join(", "),
  };
}

/** How things agreed earlier went; the form holds the answers by thing. */
export function answers({
  most,
  ...given
}: Given & { readonly most: number }): Field<{ thingId: string; standing: TryStanding }[], Record<string, string>> {
  return {
    ...list(given, { kind: "answers", most }),
    empty: {},
    candidate: (typed) => Object.entries(typed).map(([thingId, standing]) => ({ thingId, standing })),
    typed: (stored) => Object.fromEntries((stored ?? []).map(({ thingId, standing }) => [thingId, standing])),
    words: (typed) => Object.keys(typed).join(", "),
  };
}

/** The sections of a note by their keys, those of other formats too. */
export function sections({ label }: Given): Field<Record<string, string>, Record<string, string>, Readonly<Record<string, string>>> {
  return {
    label,
    rule: { kind: "sections" },
    appliesTo: "every hour",
    empty: {},
    none: {},
    first: {},
    candidate: (typed) => typed,
    typed: (stored) => ({ ...stored }),
    words: (typed) => Object.values(typed).join("\n"),
  };
}
