import { rating, sentenceCase } from "#client/format.ts";
import type { DraftBody } from "#core/contracts/draft.ts";
import { isStage, NOT_RATED, stageWord } from "#core/vocabulary/engagement.ts";
import { NOTE_FORMATS, NOTE_SECTIONS, PRESENCE_WORDS, SOURCE_WORDS, STANCE_WORDS } from "#core/vocabulary/occasion.ts";
import { SHIFT_MEANINGS } from "#core/vocabulary/shift.ts";
import { RATER_WORDS } from "#core/vocabulary/track.ts";
import type { DraftText } from "./draft-saver.ts";
import { same } from "./same-text.ts";

/** Whose text of a field is kept. `both` keeps both texts, one after the other, or both lists as one. */
export type Choice = "mine" | "theirs" | "both";

export interface Difference {
  /** A field of the form, or one entry of it: "evidence", "ratings.tone", "noteSections.plan", "privateNote". */
  readonly id: string;
  readonly name: string;
  readonly mine: string;
  readonly theirs: string;
  readonly canKeepBoth: boolean;
}

/** What ids are called on the screen. */
export interface Names {
  readonly track: (track: string) => string;
  readonly theme: (theme: string) => string;
  readonly goal: (goalId: string) => string;
  readonly thing: (thingId: string) => string;
}

/** `nextSessionOffered` is what the form opened with, not what anybody wrote. */
const FIELD_NAMES: Record<Exclude<keyof DraftBody, "ratings" | "noteSections" | "triesAnswered" | "nextSessionOffered">, string> = {
  day: "Date",
  attendance: "Held, cancelled or no-show",
  startTime: "Start",
  minutes: "Minutes",
  setting: "How",
  activePresent: "Active partner present",
  presence: "Presence of the observing partner",
  stage: "How they took part",
  source: "Evidence source",
  evidence: "Evidence",
  stances: "Holding back",
  themes: "Themes",
  shifts: "Shifts",
  goalsTouched: "Goals touched",
  newGoals: "New goals",
  newTries: "To try before next time",
  noteFormat: "Note format",
  nextSessionOn: "Next session",
  nextSessionStart: "Next session's start",
};

const LISTS = ["stances", "themes", "shifts", "goalsTouched", "newGoals", "newTries"] as const;
const MAPS = ["ratings", "triesAnswered", "noteSections"] as const;

/** Every field in which two versions of a draft differ, in page order, in words. */
export function draftDifferences(mine: DraftText, theirs: DraftText, names: Names): Difference[] {
  const found: Difference[] = [];
  for (const field of Object.keys(FIELD_NAMES) as (keyof typeof FIELD_NAMES)[]) {
    if (same(mine.body[field], theirs.body[field])) continue;
    found.push({
      id: field,
      name: FIELD_NAMES[field],
      mine: wordsOf(field, mine.body, names),
      theirs: wordsOf(field, theirs.body, names),
      canKeepBoth: (LISTS as readonly string[]).includes(field),
    });
  }
  for (const map of MAPS) {
    for (const key of new Set([...Object.keys(mine.body[map]), ...Object.keys(theirs.body[map])])) {
      const [one, other] = [mine.body[map][key], theirs.body[map][key]];
      if (same(one ?? "", other ?? "")) continue;
      found.push({
        id: `${map}.${key}`,
        name: entryName(map, key, names),
        mine: entryWords(one),
        theirs: entryWords(other),
        canKeepBoth: map === "noteSections" && Boolean(one) && Boolean(other),
      });
    }
  }
  if (mine.privateNote !== theirs.privateNote) {
    const canKeepBoth = mine.privateNote !== "" && theirs.privateNote !== "";
    found.push({ id: "privateNote", name: "Private note", mine: mine.privateNote, theirs: theirs.privateNote, canKeepBoth });
  }
  return found;
}

/** One draft out of two: `choices` by difference id; what is not chosen stays mine. */
export function mergeDrafts(mine: DraftText, theirs: DraftText, choices: Readonly<Record<string, Choice>>): DraftText {
  const body: Record<string, unknown> = { ...mine.body, ratings: { ...mine.body.ratings } };
  for (const map of MAPS) body[map] = { ...mine.body[map] };
  let privateNote = mine.privateNote;
  for (const [id, choice] of Object.entries(choices)) {
    if (choice === "mine") continue;
    const [field = "", key] = id.split(/\.(.*)/s);
    if (field === "privateNote") {
      privateNote = choice === "both" ? bothTexts(mine.privateNote, theirs.privateNote) : theirs.privateNote;
    } else if (key === undefined) {
      const [one, other] = [mine.body[field as keyof DraftBody], theirs.body[field as keyof DraftBody]];
      body[field] = choice === "both" && Array.isArray(one) && Array.isArray(other) ? union(one, other) : other;
    } else {
      const entries = body[field] as Record<string, unknown>;
      const other = (theirs.body[field as "noteSections"] as Record<string, string>)[key];
      if (other === undefined) delete entries[key];
      else entries[key] = choice === "both" ? bothTexts(String(entries[key] ?? ""), other) : other;
    }
  }
  return { body: body as DraftBody, privateNote };
}

function bothTexts(one: string, other: string): string {
  return [one, other].filter((text) => text.trim() !== "").join("\n\n");
}

function union(one: readonly unknown[], other: readonly unknown[]): unknown[] {
  return [...one, ...other.filter((item) => !one.some((kept) => same(kept, item)))];
}

function wordsOf(field: keyof typeof FIELD_NAMES, body: DraftBody, names: Names): string {
  switch (field) {
    case "activePresent":
      return body.activePresent ? "present" : "not present";
    case "presence":
      return wordIn(PRESENCE_WORDS, body.presence);
    case "stage":
      return isStage(body.stage) ? stageWord(body.stage) : NOT_RATED;
    case "source":
      return wordIn(SOURCE_WORDS, body.source);
    case "stances":
      return body.stances.map((stance) => wordIn(STANCE_WORDS, stance)).join(", ");
    case "themes":
      return body.themes.map(names.theme).join(", ");
    case "goalsTouched":
      return body.goalsTouched.map(names.goal).join(", ");
    case "shifts":
      return body.shifts
        .map(({ kind, remark }) => [kind in SHIFT_MEANINGS ? SHIFT_MEANINGS[kind as "other"].words : kind, remark].filter(Boolean).join(": "))
        .join("\n");
    case "newGoals":
    case "newTries":
      return body[field].join("\n");
    default:
      return body[field];
  }
}

function wordIn(words: Readonly<Record<string, string>>, value: string | null): string {
  return value === null ? "" : (words[value] ?? value);
}

const HEADINGS = new Map(NOTE_FORMATS.flatMap((format) => NOTE_SECTIONS[format]));

function entryName(map: (typeof MAPS)[number], key: string, names: Names): string {
  if (map === "ratings") return names.track(key.split("@")[0] ?? key);
  if (map === "triesAnswered") return names.thing(key);
  return key === "text" ? "Note" : `Note: ${HEADINGS.get(key) ?? key}`;
}

function entryWords(entry: string | { readonly value: number | null; readonly rater: string } | undefined): string {
  if (entry === undefined) return "";
  if (typeof entry === "string") return entry;
  return `${sentenceCase(rating(entry.value))}, ${wordIn(RATER_WORDS, entry.rater)}`;
}
