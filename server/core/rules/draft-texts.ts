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

/** Where the form keeps what was chosen, by the last part of its name. */
const CHOSEN = new Set([
  ...["attendance", "setting", "presence", "source", "stances", "kind", "direction", "who", "themes", "rater"],
  ...["goalsTouched", "triesAnswered", "noteFormat"],
]);
/** Where the form proposes a day, a time or a number: nobody need have typed it. */
const PROPOSED = new Set(["day", "startTime", "minutes", "nextSessionOn", "nextSessionStart", "nextSessionOffered"]);

/**
 * Every text in a value that somebody may have typed: all that is not blank, but for ids, for choices where the form keeps a choice, and
 * for days and numbers where the form proposes one. Whatever shape the value has; in the order it is stored in, each text once.
 */
export function typedTexts(value: unknown): string[] {
  const found = new Set<string>();
  const visit = (part: unknown, place: string) => {
    if (typeof part === "string") {
      if (isTyped(part, place)) found.add(part);
    } else if (Array.isArray(part)) for (const each of part) visit(each, place);
    else if (typeof part === "object" && part !== null) for (const [name, each] of Object.entries(part)) visit(each, name);
  };
  visit(value, "");
  return [...found];
}

function isTyped(text: string, place: string): boolean {
  if (text.trim() === "" || ID.test(text)) return false;
  if (CHOSEN.has(place)) return !CHOICES.has(text);
  return !PROPOSED.has(place) || /\p{L}/u.test(text);
}
