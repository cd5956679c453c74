import { rating, sentenceCase } from "#client/format.ts";
import type { DraftBody } from "#core/contracts/draft.ts";
import { type AnyField, namesOf } from "#core/fields/field.ts";
import { wordOf } from "#core/fields/kinds.ts";
import { trackOfKey } from "#core/fields/list-kinds.ts";
import { ENTRY_DRAFT_FIELDS, WHOLE_DRAFT_FIELDS } from "#core/fields/session-fields.ts";
import { NOTE_FORMATS, NOTE_SECTIONS } from "#core/vocabulary/occasion.ts";
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

const ENTRY_NAMES = namesOf(ENTRY_DRAFT_FIELDS);
type EntryName = (typeof ENTRY_NAMES)[number];

/** Every field in which two versions of a draft differ, in page order, in words. `nextSessionOffered` is none: nobody wrote it. */
export function draftDifferences(mine: DraftText, theirs: DraftText, names: Names): Difference[] {
  const found: Difference[] = [];
  for (const name of namesOf(WHOLE_DRAFT_FIELDS)) {
    const [one, other] = [mine.body[name], theirs.body[name]];
    if (same(one, other)) continue;
    const field: AnyField = WHOLE_DRAFT_FIELDS[name];
    found.push({
      id: name,
      name: field.label,
      mine: wordsOf(field, one, names),
      theirs: wordsOf(field, other, names),
      canKeepBoth: Array.isArray(field.empty),
    });
  }
  for (const name of ENTRY_NAMES) {
    for (const key of new Set([...Object.keys(mine.body[name]), ...Object.keys(theirs.body[name])])) {
      const [one, other] = [mine.body[name][key], theirs.body[name][key]];
      if (same(one ?? "", other ?? "")) continue;
      found.push({
        id: `${name}.${key}`,
        name: entryName(name, key, names),
        mine: entryWords(one),
        theirs: entryWords(other),
        canKeepBoth: name === "noteSections" && Boolean(one) && Boolean(other),
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
  const body: Record<string, unknown> = { ...mine.body };
  for (const name of ENTRY_NAMES) body[name] = { ...mine.body[name] };
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

/** Names of what has an id are the screen's; everything else is named by its declaration. */
function wordsOf(field: AnyField, typed: unknown, names: Names): string {
  return field.rule.kind === "ids" ? (typed as string[]).map(names[field.rule.of]).join(", ") : field.words(typed);
}

const HEADINGS = new Map(NOTE_FORMATS.flatMap((format) => NOTE_SECTIONS[format]));

function entryName(name: EntryName, key: string, names: Names): string {
  if (name === "ratings") return names.track(trackOfKey(key));
  if (name === "triesAnswered") return names.thing(key);
  return key === "text" ? "Note" : `Note: ${HEADINGS.get(key) ?? key}`;
}

function entryWords(entry: string | { readonly value: number | null; readonly rater: string } | undefined): string {
  if (entry === undefined) return "";
  if (typeof entry === "string") return entry;
  return `${sentenceCase(rating(entry.value))}, ${wordOf(RATER_WORDS, entry.rater)}`;
}
