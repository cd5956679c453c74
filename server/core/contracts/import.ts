import { z } from "zod";
import { CAME, COLUMN_LIMIT, DATE_ORDERS, DECIMAL_MARKS, IMPORT_KINDS, type ImportKind, ROW_LIMIT } from "#core/vocabulary/import.ts";
import { ATTENDANCES, SETTINGS } from "#core/vocabulary/occasion.ts";
import { DIRECTIONS, SHIFT_KINDS, SHIFT_WHO } from "#core/vocabulary/shift.ts";
import { BETTER_DIRECTIONS, LINE_RATERS } from "#core/vocabulary/track.ts";
import { Id, Label, RequestKey, Stage, text } from "./fields.ts";

/** The therapist's own words, as compared: spaces collapsed, lower case (server/core/import/words.ts). */
const Words = text().max(40_000);
const wordsTo = <Meaning extends z.ZodType>(to: Meaning) => z.array(z.object({ words: Words, to })).max(ROW_LIMIT);

/** A built-in theme or an own one by its id, or a new one by its name; null = this word is no theme. */
export const ThemeMeaning = z.union([z.object({ theme: text().min(1).max(64) }), z.object({ newTheme: Label })]).nullable();
export type ThemeMeaning = z.infer<typeof ThemeMeaning>;

export const ShiftMeaningChosen = z.object({ kind: z.enum(SHIFT_KINDS), who: z.enum(SHIFT_WHO), direction: z.enum(DIRECTIONS) }).nullable();
export type ShiftMeaningChosen = z.infer<typeof ShiftMeaningChosen>;

/** What a column of the sheet comes in as. */
export const ColumnUse = z.discriminatedUnion("as", [
  z.object({ as: z.literal("leave-out") }),
  z.object({ as: z.literal("day") }),
  z.object({ as: z.literal("case") }),
  z.object({ as: z.literal("start") }),
  z.object({ as: z.literal("minutes") }),
  z.object({ as: z.literal("note") }),
  z.object({ as: z.literal("came"), words: wordsTo(z.enum(CAME).nullable()) }),
  z.object({ as: z.literal("attendance"), words: wordsTo(z.enum(ATTENDANCES)) }),
  z.object({ as: z.literal("setting"), words: wordsTo(z.enum(SETTINGS).nullable()) }),
  z.object({ as: z.literal("stage"), words: wordsTo(Stage) }),
  z.object({ as: z.literal("themes"), words: wordsTo(ThemeMeaning) }),
  z.object({ as: z.literal("shifts"), words: wordsTo(ShiftMeaningChosen) }),
  /** A built-in track, or the practice's own by its id. */
  z.object({ as: z.literal("rating"), track: text().min(1).max(64), rater: z.enum(LINE_RATERS) }),
  z.object({
    as: z.literal("new-track"),
    name: Label,
    lowest: z.number(),
    highest: z.number(),
    better: z.enum(BETTER_DIRECTIONS),
    rater: z.enum(LINE_RATERS),
  }),
]);
export type ColumnUse = z.infer<typeof ColumnUse>;
export type ColumnUseName = ColumnUse["as"];

/** Where the rows under one name of the sheet go: an own case by id, a case by label (opened if there is none), or nowhere. */
export const CaseMeaning = z
  .union([z.object({ caseId: Id }), z.object({ label: Label, active: Label.nullable(), observing: Label.nullable() })])
  .nullable();
export type CaseMeaning = z.infer<typeof CaseMeaning>;

export const ImportMapping = z.object({
  kind: z.enum(IMPORT_KINDS),
  /** null = not asked for yet, or not needed: every day in the sheet reads one way only. */
  dateOrder: z.enum(DATE_ORDERS).nullable(),
  decimalMark: z.enum(DECIMAL_MARKS),
  /** By position: headers may repeat. */
  columns: z.array(ColumnUse).max(COLUMN_LIMIT),
  /** `words` is "" for the one case of a sheet without a case column. */
  cases: z.array(z.object({ words: Words, to: CaseMeaning })).max(ROW_LIMIT),
});
export type ImportMapping = z.infer<typeof ImportMapping>;

export const ImportFile = z.object({ fileName: text().trim().min(1).max(255), contentBase64: text() });
export type ImportFile = z.infer<typeof ImportFile>;
export const PreviewImport = ImportFile.extend({ mapping: ImportMapping });
export type PreviewImport = z.infer<typeof PreviewImport>;
export const CommitImport = PreviewImport.extend({ requestKey: RequestKey });
export type CommitImport = z.infer<typeof CommitImport>;
export const UndoImport = z.object({ batchId: Id, requestKey: RequestKey });
export type UndoImport = z.infer<typeof UndoImport>;

/** Why a column was guessed to be what it is; said beside the guess. */
export type GuessReason = "header" | "values" | "remembered" | "counts-the-rows" | "same-day-again" | "empty" | "unknown";

export interface ColumnReading {
  readonly index: number;
  readonly header: string;
  /** The first few cells that hold something. */
  readonly samples: readonly string[];
  readonly filled: number;
  /** Different cells, most frequent first; `times` each. Cut at 300: the rest is read as guessed. */
  readonly values: readonly { readonly text: string; readonly times: number }[];
  /** The parts of list cells ("money; in-laws"), likewise. */
  readonly parts: readonly { readonly text: string; readonly times: number }[];
  readonly numbers: { readonly count: number; readonly lowest: number; readonly highest: number } | null;
  readonly guess: ColumnUse;
  readonly because: GuessReason;
}

/** What must be asked, because the sheet alone does not say. */
export type ImportQuestion = "date-order" | "no-day-column" | "one-line-a-person" | "which-case";

export interface ImportReading {
  readonly fileName: string;
  /** Lines below the header. */
  readonly rows: number;
  readonly columns: readonly ColumnReading[];
  readonly questions: readonly ImportQuestion[];
  /** A day that reads two ways, as an example beside the question. */
  readonly ambiguousDay: string | null;
  readonly guess: ImportMapping;
  /** The mapping was remembered from an earlier file with the same columns. */
  readonly remembered: boolean;
}

export type LeftOutReason =
  | "blank"
  | "above-header"
  | "total"
  | "no-day"
  | "impossible-day"
  | "unreadable-day"
  | "future-day"
  | "no-case"
  | "case-left-out"
  | "case-closed"
  | "repeated"
  | "already-here"
  | "nothing-rated"
  | "too-long";

export interface LeftOutRow {
  /** The row's number as a spreadsheet counts them, the header being 1. */
  readonly row: number;
  readonly reason: LeftOutReason;
  /** Its first filled cells, so that it can be recognised. */
  readonly cells: readonly string[];
  /** The row it repeats. */
  readonly sameAs?: number;
}

export type CellProblem =
  | "out-of-range"
  | "not-a-number"
  | "other-scale"
  | "minutes-unreadable"
  | "start-unreadable"
  | "not-held"
  | "same-day-exists";

/** Something about a row that does come in. */
export interface RowNote {
  readonly row: number;
  readonly problem: CellProblem;
  readonly header: string;
  readonly text: string;
}

export interface PreviewCase {
  readonly label: string;
  /** null = it will be opened. */
  readonly caseId: string | null;
  readonly active: string | null;
  readonly observing: string | null;
  readonly comingIn: number;
  readonly alreadyHere: number;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

export interface ImportPreview {
  readonly kind: ImportKind;
  readonly comingIn: number;
  readonly cases: readonly PreviewCase[];
  readonly leftOut: readonly LeftOutRow[];
  readonly notes: readonly RowNote[];
  readonly newThemes: readonly string[];
  readonly newTracks: readonly string[];
  /** Headers of columns that hold something and do not come in. */
  readonly columnsLeftOut: readonly string[];
}

export const ImportResult = z
  .object({
    /** null where nothing was new. */
    batchId: Id.nullable(),
    kind: z.enum(IMPORT_KINDS),
    cameIn: z.number(),
    leftOut: z.number(),
    cases: z.array(z.object({ caseId: Id, label: z.string(), cameIn: z.number(), opened: z.boolean() }).readonly()).readonly(),
  })
  .readonly();
export type ImportResult = z.infer<typeof ImportResult>;

export const UndoResult = z
  .object({
    removed: z.number(),
    /** Corrected or moved since: they stay. */
    kept: z.array(z.object({ caseId: Id, caseLabel: z.string(), sessionId: Id, day: z.string() }).readonly()).readonly(),
    /** Cases that this import opened and that hold other work by now. */
    casesKept: z.array(z.object({ caseId: Id, label: z.string() }).readonly()).readonly(),
  })
  .readonly();
export type UndoResult = z.infer<typeof UndoResult>;

export interface ImportListItem {
  readonly id: string;
  readonly fileName: string;
  readonly cameIn: number;
  readonly leftOut: number;
  readonly importedAt: string;
  readonly undoneAt: string | null;
}
