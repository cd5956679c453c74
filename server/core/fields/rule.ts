import type { Fields } from "./field.ts";

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
