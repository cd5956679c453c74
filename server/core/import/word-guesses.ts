/**
 * What a therapist's own words most likely mean. Guesses only: each is shown to be confirmed, and what is not recognised
 * stays not rated, never a stand-in. First match wins, so the order within a list matters.
 */
import { type EngagementStage, isStage, STAGE_WORDS, STAGES } from "#core/vocabulary/engagement.ts";
import type { Came } from "#core/vocabulary/import.ts";
import type { Attendance, Setting } from "#core/vocabulary/occasion.ts";
import { SHIFT_MEANINGS, type ShiftKind } from "#core/vocabulary/shift.ts";
import { BUILT_IN_THEMES, type BuiltInTheme, THEME_WORDS } from "#core/vocabulary/theme.ts";
import type { ShiftMeaningChosen, ThemeMeaning } from "../contracts/import.ts";
import { isNotRated } from "./numbers.ts";
import { sameWords } from "./words.ts";

type Guesses<Meaning> = readonly (readonly [words: RegExp, meaning: Meaning])[];

function firstMatch<Meaning>(guesses: Guesses<Meaning>, words: string): Meaning | null {
  return guesses.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

const STAGE_GUESSES: Guesses<EngagementStage> = [
  [/\b(fully|all in|taking part|took part|participat|joint|joined in)/, 6],
  [/\b(tried|trying|willing|did the|practi[sc]ed)\b/, 5],
  [/\b(curious|asked|asking|interested|wondered|questions?)\b/, 3],
  [/\b(not listening|refus|declin|would ?n.t come|won.t|no way|hostile|walked out)/, 0],
  [/\b(opened|opening|open|shared|vulnerable)\b/, 4],
  [/\b(listen|attentive|heard|nodd)/, 2],
  [/\b(just sat|sat there|along|passive|quiet|silent|present only|bored|checked out)\b/, 1],
];

/** "refused" → 0 … "fully in" → 6; a plain 0–6 is itself; what is not recognised is not rated. */
export function guessStage(text: string): EngagementStage | null {
  const words = sameWords(text);
  if (words === "" || isNotRated(words)) return null;
  const named = STAGES.find((stage) => STAGE_WORDS[stage] === words);
  if (named !== undefined) return named;
  const number = /^([0-6])(?:\s*(?:\/|of)\s*6)?$/.exec(words);
  if (number) return isStage(Number(number[1])) ? (Number(number[1]) as EngagementStage) : null;
  return firstMatch(STAGE_GUESSES, words);
}

const CANCELLED = /\b(cancel|rescheduled|postponed|called off)/;
const NO_SHOW = /\b(no[- ]?show|dna|did not (come|attend|show)|didn.t (come|attend|show)|forgot|missed)\b/;
const ONLINE = /\b(zoom|online|on-line|video|remote|remotely|skype|teams|facetime|telehealth|virtual|screen)\b/;
const PART = /\b(part|partly|joined late|came late|left early|half|last \d+|first \d+)\b/;
const ALONE = /\b(only|alone|solo|by (him|her|them)sel(f|ves)|individual)\b/;
const BOTH = /\b(both|together|couple|all)\b/;
const YES = /^(y|yes|present|in( the)? room|came|x|✓|in person)$/;
const NO = /^(n|no|absent|not there|away|did not come|0)$/;

/** The people a cell names: "Dana, Kit on zoom" → Dana and Kit. "both" names nobody. */
export function namesIn(text: string): string[] {
  return text
    .split(/\s*(?:,|\+|&|\/|;|\band\b|\bwith\b)\s*/i)
    .map((part) =>
      part
        .replace(/\b(on|via|by|over|in|the|room|person|only|alone|solo|late|part|of|it)\b/gi, " ")
        .replace(/\b(zoom|online|video|remote|remotely|skype|teams|facetime|telehealth|phone)\b/gi, " ")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((part) => /^\p{Lu}/u.test(part));
}

/** "Dana + Kit" and "both" → in the room; "Dana, Kit on zoom" → online; "Dana only" and "Dana" → absent. */
export function guessCame(text: string): Came | null {
  const words = sameWords(text);
  if (words === "" || isNotRated(words)) return null;
  if (CANCELLED.test(words)) return "cancelled";
  if (NO_SHOW.test(words)) return "no-show";
  if (NO.test(words)) return "absent";
  if (YES.test(words)) return "in-room";
  const several = BOTH.test(words) || namesIn(text).length > 1;
  if (PART.test(words) && several) return "joined-part";
  if (several) return ONLINE.test(words) ? "online" : "in-room";
  if (ALONE.test(words) || namesIn(text).length === 1) return "absent";
  if (PART.test(words)) return "joined-part";
  return ONLINE.test(words) ? "online" : null;
}

/** A session is held unless the sheet says otherwise. */
export function guessAttendance(text: string): Attendance {
  const words = sameWords(text);
  if (CANCELLED.test(words)) return "cancelled";
  return NO_SHOW.test(words) || NO.test(words) ? "no-show" : "held";
}

export function guessSetting(text: string): Setting | null {
  const words = sameWords(text);
  if (/\b(phone|call|telephone)\b/.test(words)) return "phone";
  if (ONLINE.test(words)) return "video";
  return /\b(person|office|room|face to face|f2f|practice)\b/.test(words) ? "in-person" : null;
}

const THEME_GUESSES: Guesses<BuiltInTheme> = [
  [/\bshow(ing)? up\b/, "how-i-show-up"],
  [/\btrigger/, "emotional-triggers"],
  [/\b(unmet )?needs?\b/, "unmet-needs"],
  [/^(my )?(patterns?|cycles?)\b|\breinforc/, "patterns-i-reinforce"],
  [/\bbeliefs?\b/, "old-beliefs"],
];

/** What a practice calls its own themes. */
export interface KnownTheme {
  readonly theme: string;
  readonly name: string;
}

/** A built-in or own theme of that name, else a built-in one that the words point to, else a new one. */
export function guessTheme(text: string, known: readonly KnownTheme[]): ThemeMeaning {
  const words = sameWords(text);
  if (words === "" || isNotRated(words)) return null;
  const built = BUILT_IN_THEMES.find((theme) => sameWords(THEME_WORDS[theme]) === words);
  const own = known.find((theme) => sameWords(theme.name) === words)?.theme;
  const theme = built ?? own ?? firstMatch(THEME_GUESSES, words);
  return theme === null ? { newTheme: themeName(text) } : { theme };
}

const LONGEST_NAME = 80;

function themeName(text: string): string {
  const name = text.replace(/\s+/g, " ").trim();
  const capital = name.charAt(0).toUpperCase() + name.slice(1);
  return capital.length <= LONGEST_NAME ? capital : `${capital.slice(0, LONGEST_NAME - 1).trimEnd()}…`;
}

const SHIFT_GUESSES: Guesses<ShiftKind> = [
  [/\bset ?back|\b(big|bad|huge) fight|\brelapse|\bblew up/, "setback"],
  [/\bsoften|\bsofter|\bwarmer|\bgentler|\bkinder/, "tone-softened"],
  [/\bharsher|\bharden|\bharder tone|\bcolder|\bshouted|\byelled/, "tone-hardened"],
  [/\bcrossed|\bviolated|\bbroke (the|a) (boundary|agreement)/, "boundary-crossed"],
  [/\bsaid no\b|\bheld\b|\bstood (her|his|their|my) ground/, "boundary-held"],
  [/\bboundar/, "boundary-clarified"],
  [/\basked\b|\bquestion/, "partner-asked"],
  [/\btried\b|\bexercise\b|\bpractised|\bpracticed/, "partner-tried"],
  [/\bspoke up|\bown voice|\bvoice\b|\bsaid what/, "own-voice"],
  [/\bdecid|\bdecision/, "hard-decision"],
  [/\bgood talk|\bhealthy|\bhonest (talk|conversation)|\brepaired/, "healthy-conversation"],
];

/** Every text is some shift: what is not recognised is "other", with the therapist's words beside it. */
export function guessShift(text: string): ShiftMeaningChosen {
  const words = sameWords(text);
  if (words === "" || isNotRated(words) || /^(no|nothing)$/.test(words)) return null;
  const kind = Object.keys(SHIFT_MEANINGS).find((each) => SHIFT_MEANINGS[each as ShiftKind].words === words) as ShiftKind | undefined;
  return shiftOf(kind ?? firstMatch(SHIFT_GUESSES, words) ?? "other");
}

/** A kind with the direction and the person it usually has. */
export function shiftOf(kind: ShiftKind): NonNullable<ShiftMeaningChosen> {
  const { who, direction } = SHIFT_MEANINGS[kind];
  return { kind, who, direction };
}
