/** What a field is: one declaration from which the contracts, the draft, the columns, the views and the screens follow. */

/**
 * One field. `Value` is what is logged, `Typed` what the form holds while it is typed, `Stored` what a version may hold (an import
 * may store what no clinician can choose).
 *
 * The functions are methods, because only then does a field of any type fit in a list of fields of all types.
 */
export interface Field<Value, Typed, Stored = Value> {
  /** The field's name on a screen. */
  readonly label: string;
  readonly rule: Rule;
  /** A field of held hours is left out of a cancelled hour and of a no-show. */
  readonly appliesTo: "every hour" | "held hours";
  /** What the form holds where nothing was typed. */
  readonly empty: Typed;
  /** What is logged where nothing was typed, or where the field does not apply. */
  readonly none: Value;
  /** What the first log of a case proposes, where the last hour would be asked and there is none. */
  readonly first: Value;
  /** What was typed as the value it is meant to be. Nothing is checked here: the contract refuses what is no such value. */
  candidate(typed: Typed): unknown;
  /** A stored value as the form holds it; null = nothing is stored. */
  typed(stored: Stored | null): Typed;
  /** What was typed, as text to be read. */
  words(typed: Typed): string;
}

export type AnyField = Field<unknown, unknown>;
export type Fields = Readonly<Record<string, AnyField>>;

/** What may stand in a field: core/contracts/declared.ts makes the contract of the log and of the draft from it. */
export type Rule = SingleRule | ListRule | EntriesRule;

type SingleRule =
  /** A calendar day. */
  | { readonly kind: "day"; readonly required: boolean }
  /** "17:30", or nothing. */
  | { readonly kind: "clock" }
  /** `emptyAs`: what the form holds while nothing is chosen. `storedOnly`: options that an import may store and nobody can choose. */
  | {
      readonly kind: "choice";
      readonly options: readonly string[];
      readonly storedOnly: readonly string[];
      readonly required: boolean;
      readonly emptyAs: "" | null;
    }
  /** A whole number of the range, or nothing. */
  | { readonly kind: "whole-number"; readonly lowest: number; readonly highest: number }
  /** Any number, or nothing. */
  | { readonly kind: "number" }
  | { readonly kind: "flag" }
  /** One line of at most so many characters, or nothing. */
  | { readonly kind: "line"; readonly most: number }
  /** A stage of engagement, or not rated. */
  | { readonly kind: "stage" }
  /** A built-in key, or the id of a row of the practice's own. */
  | { readonly kind: "key" }
  /** The answers of a form, stored as JSON, or nothing. */
  | { readonly kind: "form-answers" };

/** `most`: how many there may be. */
type ListRule =
  | { readonly kind: "choices"; readonly options: readonly string[] }
  /** Keys or ids of what `of` says: the screen knows their names. */
  | { readonly kind: "ids"; readonly of: "theme" | "goal"; readonly most: number }
  | { readonly kind: "lines"; readonly most: number }
  /** Rows of declared fields. */
  | { readonly kind: "rows"; readonly fields: Fields; readonly most: number };

/** Held by the form as entries under a key: two windows can differ in one entry of it. */
type EntriesRule =
  | { readonly kind: "ratings"; readonly most: number }
  | { readonly kind: "answers"; readonly most: number }
  | { readonly kind: "sections" };

/** What is logged, field by field. */
export type ValuesOf<Declared extends Fields> = {
  [Name in keyof Declared]: Declared[Name] extends Field<infer Value, infer _Typed, infer _Stored> ? Value : never;
};

/** What the form holds, field by field. */
export type TypedOf<Declared extends Fields> = {
  [Name in keyof Declared]: Declared[Name] extends Field<infer _Value, infer Typed, infer _Stored> ? Typed : never;
};

/** What is stored, field by field. */
export type StoredOf<Declared extends Fields> = {
  readonly [Name in keyof Declared]: Declared[Name] extends Field<infer _Value, infer _Typed, infer Stored> ? Stored : never;
};

/** What is stored where the whole may not apply: fields of the hour on an occasion that is no hour. */
export type StoredOrNull<Declared extends Fields> = { readonly [Name in keyof Declared]: StoredOf<Declared>[Name] | null };

/** Something that has a property for each declared field. */
type Holding<Declared extends Fields> = { readonly [Name in keyof Declared]: unknown };

/** The declared names, in the order of the declaration. */
export function namesOf<Declared extends Fields>(fields: Declared): (keyof Declared & string)[] {
  return Object.keys(fields);
}

/** One result for each declared field, under its name. */
export function eachField<Declared extends Fields, Result>(
  fields: Declared,
  resultOf: (field: AnyField, name: keyof Declared & string) => Result,
): Record<keyof Declared, Result> {
  const results = namesOf(fields).map((name) => [name, resultOf(fields[name] as AnyField, name)]);
  return Object.fromEntries(results) as Record<keyof Declared, Result>;
}

/** The declared fields of something that holds more than them. */
export function pickFields<Declared extends Fields, From extends Holding<Declared>>(fields: Declared, from: From): Pick<From, keyof Declared> {
  return eachField(fields, (_, name) => from[name]) as Pick<From, keyof Declared>;
}

/**
 * The declared fields of a row. A row that lacks the column of a declared field does not compile. Columns hold text and numbers;
 * they are only ever written from values of these types.
 */
export function storedOf<Declared extends Fields>(fields: Declared, row: Holding<Declared>): StoredOf<Declared> {
  return pickFields(fields, row) as StoredOf<Declared>;
}

/** The declared fields where none of them applies. */
export function nothingStored<Declared extends Fields>(fields: Declared): { readonly [Name in keyof Declared]: null } {
  return eachField(fields, () => null);
}

/** What is logged where nothing was typed. */
export function nothingLogged<Declared extends Fields>(fields: Declared): ValuesOf<Declared> {
  return eachField(fields, (field) => field.none) as ValuesOf<Declared>;
}

/** What the form holds where nothing was typed. */
export function emptyOf<Declared extends Fields>(fields: Declared): TypedOf<Declared> {
  return eachField(fields, (field) => field.empty) as TypedOf<Declared>;
}

/** Stored values as the form holds them; null = nothing is stored at all. */
export function typedOf<Declared extends Fields>(fields: Declared, stored: Holding<Declared> | null): TypedOf<Declared> {
  return eachField(fields, (field, name) => field.typed(stored === null ? null : stored[name])) as TypedOf<Declared>;
}

/** What was typed as the values it is meant to be, unchecked. A field of held hours is left out where the hour was not held. */
export function candidatesOf<Declared extends Fields>(
  fields: Declared,
  typed: TypedOf<Declared>,
  { held }: { readonly held: boolean },
): Record<keyof Declared, unknown> {
  return eachField(fields, (field, name) => (held || field.appliesTo === "every hour" ? field.candidate(typed[name]) : field.none));
}
