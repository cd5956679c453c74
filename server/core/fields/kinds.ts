/** The kinds of fields that hold one value. */

import { type EngagementStage, isStage, NOT_RATED, stageWord } from "#core/vocabulary/engagement.ts";
import type { Field, Rule } from "./field.ts";

/** What every declaration says: its name on a screen, and whether it is of held hours only. */
export interface Given {
  readonly label: string;
  readonly appliesTo?: "held hours";
}

interface GivenChoice<Option extends string> extends Given {
  readonly options: readonly Option[];
  /** How the options read; without it, as they are written. */
  readonly words?: Readonly<Record<string, string>>;
}

function named({ label, appliesTo }: Given): Pick<Field<unknown, unknown>, "label" | "appliesTo"> {
  return { label, appliesTo: appliesTo ?? "every hour" };
}

/** What was typed without the spaces around it; null where nothing is left. */
export function orNull(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}

/** The text for an option; an option that has none reads as it is written. */
export function wordOf(words: Readonly<Record<string, string>>, option: string): string {
  return words[option] ?? option;
}

interface Text<Value> {
  readonly rule: Rule;
  readonly none: Value;
  readonly first?: Value | undefined;
  readonly candidate?: (typed: string) => unknown;
}

/** A field that the form holds as the text that was typed. */
function typedAsText<Value, Stored = Value>(given: Given, { rule, none, first, candidate }: Text<Value>): Field<Value, string, Stored> {
  return {
    ...named(given),
    rule,
    empty: "",
    none,
    first: first ?? none,
    candidate: candidate ?? orNull,
    typed: (stored) => (stored === null ? "" : String(stored)),
    words: (typed) => typed,
  };
}

const asTyped = (typed: unknown) => typed;

/** A day that must be given. */
export function day(given: Given): Field<string, string> {
  return typedAsText(given, { rule: { kind: "day", required: true }, none: "", candidate: asTyped });
}

/** A day, or nothing. */
export function optionalDay(given: Given): Field<string | null, string> {
  return typedAsText<string | null>(given, { rule: { kind: "day", required: false }, none: null });
}

/** A time of day, or nothing. */
export function clockTime(given: Given): Field<string | null, string> {
  return typedAsText<string | null>(given, { rule: { kind: "clock" }, none: null });
}

/** One line of at most `most` characters, or nothing. No line has more than 500 (contracts/fields.ts). */
export function line({ most, ...given }: Given & { readonly most: number }): Field<string | null, string> {
  return typedAsText<string | null>(given, { rule: { kind: "line", most }, none: null });
}

/** A whole number from `lowest` to `highest`, or nothing. */
export function wholeNumber({
  lowest,
  highest,
  first,
  ...given
}: Given & { readonly lowest: number; readonly highest: number; readonly first?: number }): Field<number | null, string> {
  const rule = { kind: "whole-number", lowest, highest } as const;
  return typedAsText<number | null>(given, { rule, none: null, first, candidate: wholeNumberTyped });
}

/** The number typed, null for nothing typed, or the text itself so that the parse refuses it where it stands. */
export function wholeNumberTyped(typed: string): number | string | null {
  if (typed.trim() === "") return null;
  return /^\d+$/.test(typed.trim()) ? Number(typed) : typed;
}

/** Any number, or nothing. */
export function number(given: Given): Field<number | null, string> {
  return typedAsText<number | null>(given, { rule: { kind: "number" }, none: null });
}

/** A short text that is always there: a built-in key, an id, the name of a version. */
export function key(given: Given): Field<string, string> {
  return typedAsText(given, { rule: { kind: "key" }, none: "", candidate: asTyped });
}

interface FormAnswer {
  linkId: string;
  /** null = not answered, never 0. */
  value: number | null;
}

/** The answers of a form by item, or nothing; stored as JSON. */
export function formAnswers(given: Given): Field<FormAnswer[] | null, string, string | null> {
  return typedAsText<FormAnswer[] | null, string | null>(given, { rule: { kind: "form-answers" }, none: null });
}

/** One of the options. `usual` stands until another one is chosen. */
export function requiredChoice<Option extends string, StoredOnly extends string = never>({
  options,
  storedOnly = [],
  words = {},
  usual,
  ...given
}: GivenChoice<Option> & { readonly usual: Option; readonly storedOnly?: readonly StoredOnly[] }): Field<Option, string, Option | StoredOnly> {
  return {
    ...named(given),
    rule: { kind: "choice", options, storedOnly, required: true, emptyAs: "" },
    empty: usual,
    none: usual,
    first: usual,
    candidate: asTyped,
    typed: (stored) => stored ?? usual,
    words: (typed) => wordOf(words, typed),
  };
}

/** One of the options, or nothing; the form holds nothing as empty text. It reads as it is written. */
export function textChoice<Option extends string>({
  options,
  first,
  ...given
}: Given & { readonly options: readonly Option[]; readonly first?: Option }): Field<Option | null, string> {
  const rule = { kind: "choice", options, storedOnly: [], required: false, emptyAs: "" } as const;
  return typedAsText<Option | null>(given, { rule, none: null, first });
}

/** One of the options, or nothing; the form holds nothing as null. */
export function choice<Option extends string, StoredOnly extends string = never>({
  options,
  storedOnly = [],
  words = {},
  ...given
}: GivenChoice<Option> & { readonly storedOnly?: readonly StoredOnly[] }): Field<Option | null, string | null, Option | StoredOnly | null> {
  return {
    ...named(given),
    rule: { kind: "choice", options, storedOnly, required: false, emptyAs: null },
    empty: null,
    none: null,
    first: null,
    candidate: asTyped,
    typed: (stored) => stored,
    words: (typed) => (typed === null ? "" : wordOf(words, typed)),
  };
}

/** Yes or no. `usual` stands until the other one is chosen; where the field does not apply, it is no. */
export function flag({
  usual,
  words,
  ...given
}: Given & { readonly usual: boolean; readonly words: { readonly yes: string; readonly no: string } }): Field<boolean, boolean> {
  return {
    ...named(given),
    rule: { kind: "flag" },
    empty: usual,
    none: false,
    first: usual,
    candidate: asTyped,
    typed: (stored) => stored ?? usual,
    words: (typed) => (typed ? words.yes : words.no),
  };
}

/** A stage of engagement; null = not rated. */
export function stage(given: Given): Field<EngagementStage | null, number | null> {
  return {
    ...named(given),
    rule: { kind: "stage" },
    empty: null,
    none: null,
    first: null,
    candidate: asTyped,
    typed: (stored) => stored,
    words: (typed) => (isStage(typed) ? stageWord(typed) : NOT_RATED),
  };
}
