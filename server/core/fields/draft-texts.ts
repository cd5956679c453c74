import { TRY_STANDINGS } from "#core/vocabulary/case.ts";
import { ATTENDANCES, CHOOSABLE_SOURCES, NOTE_FORMATS, PRESENCES, SETTINGS, STANCES } from "#core/vocabulary/occasion.ts";
import { DIRECTIONS, SHIFT_KINDS, SHIFT_WHO } from "#core/vocabulary/shift.ts";
import { BUILT_IN_THEMES } from "#core/vocabulary/theme.ts";
import { RATERS } from "#core/vocabulary/track.ts";

/** What the form itself writes for a button that was pressed: nobody typed it. */
const CHOICES: ReadonlySet<string> = new Set([
  ...[...ATTENDANCES, ...PRESENCES, ...SETTINGS, ...STANCES, ...CHOOSABLE_SOURCES, ...NOTE_FORMATS],
  ...[...SHIFT_KINDS, ...DIRECTIONS, ...SHIFT_WHO, ...BUILT_IN_THEMES, ...RATERS, ...TRY_STANDINGS],
]);
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Every text in a value that somebody may have typed: with at least one letter in it, and neither an id nor a choice of the
 * form. Whatever shape the value has; in the order it is stored in, each text once.
 */
export function typedTexts(value: unknown): string[] {
  const found = new Set<string>();
  const visit = (part: unknown) => {
    if (typeof part === "string" && isTyped(part)) found.add(part);
    else if (typeof part === "object" && part !== null) Object.values(part).forEach(visit);
  };
  visit(value);
  return [...found];
}

function isTyped(text: string): boolean {
  return /\p{L}/u.test(text) && !CHOICES.has(text) && !ID.test(text);
}
