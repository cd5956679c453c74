import { z } from "zod";
import type { StoredOf } from "#core/fields/field.ts";
import { ANSWERING_FIELDS, GIVEN_SCORE_FIELDS, type LISTED_SCORE_FIELDS, type WITHHELD_SCORE_FIELDS } from "#core/fields/score-fields.ts";
import type { CutOffSide, MeasureBetter, MeasureSubject, PromptAnswer } from "#core/vocabulary/measure.ts";
import { CUT_OFF_SIDES, MEASURE_BETTER, MOST_POINTS, PROMPT_ANSWERS } from "#core/vocabulary/measure.ts";
import type { Standing } from "#core/vocabulary/occasion.ts";
import { schemasOf } from "./declared.ts";
import { Id, Label, Line, OptionalLine, RequestKey, SessionDay, text } from "./fields.ts";

/** A score with its who, about whom, how and when. Either `score` is given, or `answers` of a measure that has a form. */
export const RecordScore = z
  .object({
    caseId: Id,
    requestKey: RequestKey,
    day: SessionDay,
    /** `safetyItem` stands beside a total; with `answers`, the form says it. */
    ...schemasOf(GIVEN_SCORE_FIELDS),
  })
  .refine((given) => (given.score === null) !== (given.answers === null), { path: ["score"] });
export type RecordScore = z.infer<typeof RecordScore>;

/** A correction adds a version; the earlier one stays readable. */
export const CorrectScore = RecordScore.safeExtend({ scoreId: Id, version: z.number().int().min(1) });
export type CorrectScore = z.infer<typeof CorrectScore>;

export const VoidScore = z.object({ caseId: Id, scoreId: Id, version: z.number().int().min(1), reason: Line, requestKey: RequestKey });
export type VoidScore = z.infer<typeof VoidScore>;

/** The safety prompt of one score, answered upon the version it was asked of. `concern`: one must be open. */
export const AnswerPrompt = z.object({ caseId: Id, scoreId: Id, version: z.number().int().min(1), answer: z.enum(PROMPT_ANSWERS) });
export type AnswerPrompt = z.infer<typeof AnswerPrompt>;

/** Past any sum of answers; beyond it the arithmetic of scores would lose its decimals. */
const Points = z.number().min(-MOST_POINTS).max(MOST_POINTS);

/** A measure of the practice's own, by form. */
export const AddMeasure = z
  .object({
    requestKey: RequestKey,
    name: Label,
    version: text().trim().max(80),
    better: z.enum(MEASURE_BETTER),
    lowest: Points,
    highest: Points,
    items: z.number().int().min(1).max(500).nullable(),
    cutOff: Points.nullable(),
    cutOffSide: z.enum(CUT_OFF_SIDES).nullable(),
    changePoints: Points.positive().nullable(),
    reliability: z.number().min(0).max(1).nullable(),
    normSd: Points.positive().nullable(),
    /** Where the figures come from. */
    source: OptionalLine,
  })
  .refine((measure) => measure.lowest < measure.highest, { path: ["highest"] })
  .refine((measure) => (measure.cutOff === null) === (measure.cutOffSide === null), { path: ["cutOffSide"] })
  .refine(({ cutOff, lowest, highest }) => cutOff === null || (cutOff >= lowest && cutOff <= highest), { path: ["cutOff"] })
  // A figure that nobody can look up decides nothing: each one needs its source.
  .refine(
    ({ cutOff, changePoints, reliability, normSd, source }) =>
      source !== null || [cutOff, changePoints, reliability, normSd].every((figure) => figure === null),
    {
      path: ["source"],
    },
  );
export type AddMeasure = z.infer<typeof AddMeasure>;
export const AddMeasureAnswer = z.object({ measureId: Id });
/** An own measure by its id, or the form of a published one by its `formId`. */
export const ArchiveMeasure = z.object({ measureId: Id, archived: z.boolean() });
export type ArchiveMeasure = z.infer<typeof ArchiveMeasure>;

/** A FHIR R4 file as text, at most 2 MB. */
export const FhirText = text().min(1).max(2_000_000);
/** `better`: asked for where the file is of no published instrument, because no questionnaire says which way is better. */
export const ImportQuestionnaire = z.object({ requestKey: RequestKey, text: FhirText, better: z.enum(MEASURE_BETTER).nullable().default(null) });
export type ImportQuestionnaire = z.infer<typeof ImportQuestionnaire>;

/** A filled-in form (QuestionnaireResponse) or a single total (Observation) for one measure; `day` null = the file's own day. */
export const RecordResponse = z.object({
  caseId: Id,
  requestKey: RequestKey,
  ...schemasOf(ANSWERING_FIELDS),
  text: FhirText,
  day: SessionDay.nullable(),
});
export type RecordResponse = z.infer<typeof RecordResponse>;

/** What is wrong with a file, in words made here, and the line it stands in where there is one. Plain text, never markup. */
const FileFault = z.object({ line: z.number().nullable(), words: z.string() }).readonly();
export type FileFault = z.infer<typeof FileFault>;
const FileFaults = z.array(FileFault).readonly();
const Remarks = z.array(z.string()).readonly();

/** `already`: the same questionnaire is here; nothing was added. `remarks`: what was left out or not taken over, in words. */
export const QuestionnaireAnswer = z.discriminatedUnion("imported", [
  z.object({ imported: z.literal(true), measureId: Id, name: z.string(), already: z.boolean(), remarks: Remarks }),
  /** `needsDirection`: the file is sound; it is brought in once `better` is given with it. */
  z.object({ imported: z.literal(false), needsDirection: z.boolean(), faults: FileFaults }),
]);
export type QuestionnaireAnswer = Readonly<z.infer<typeof QuestionnaireAnswer>>;

/** Never the score itself: the safety prompt comes before it. */
export const ScoreRecorded = z.object({
  scoreId: Id,
  /** An answer above 0 to the item on self-harm that was not spoken of yet: the prompt comes before the score. */
  safetyPrompt: z.boolean(),
});
export type ScoreRecorded = Readonly<z.infer<typeof ScoreRecorded>>;

export const ResponseAnswer = z.discriminatedUnion("recorded", [
  ScoreRecorded.extend({ recorded: z.literal(true), remarks: Remarks }),
  z.object({ recorded: z.literal(false), faults: FileFaults }),
]);
export type ResponseAnswer = Readonly<z.infer<typeof ResponseAnswer>>;

/** One way to answer an item, with the number it counts. */
export interface FormOption {
  readonly label: string;
  readonly value: number;
  /** Codes it may come as in a response ("http://loinc.org|LA6568-5"), for matching. */
  readonly codes: readonly string[];
}

export interface FormItem {
  readonly linkId: string;
  /** "system|code" of the item, best first; a response is matched by these before `linkId`. */
  readonly codes: readonly string[];
  readonly text: string;
  readonly options: readonly FormOption[];
  /** Asks about self-harm: an answer above 0 opens the safety prompt before the score is shown. */
  readonly safety: boolean;
}

/** What a Questionnaire becomes: the items that count, in order. */
export interface MeasureForm {
  readonly items: readonly FormItem[];
}

/** A form as it is kept; `catalogue` names the published instrument it is a form of. */
export interface KeptForm extends MeasureForm {
  readonly catalogue: string | null;
}

/** A measure as a screen needs it: of the catalogue or the practice's own. */
export interface MeasureView {
  /** Catalogue id ("csi-4") or own id. */
  readonly id: string;
  readonly name: string;
  /** What it asks about, in our own few words; "" for an own measure. */
  readonly asks: string;
  /** What its answers can be about; null for an own measure, which may be about anything. */
  readonly subject: MeasureSubject | null;
  readonly version: string;
  readonly own: boolean;
  readonly archived: boolean;
  readonly items: number | null;
  readonly lowest: number;
  readonly highest: number;
  /** Totals come in steps of this, counted from `lowest`; null where the scale has none. */
  readonly step: number | null;
  readonly better: MeasureBetter;
  readonly cutOff: { readonly value: number; readonly side: CutOffSide; readonly recalled: boolean } | null;
  /** Named stretches of the scale, lowest first: from `from` (inclusive) upward. */
  readonly bands: readonly { readonly from: number; readonly words: string }[];
  /** Published points; `confidence` as published (0.95, or 0.9 for CORE-10); null where not published. */
  readonly changePoints: { readonly points: number; readonly confidence: number | null; readonly recalled: boolean } | null;
  /** `kind` null where the practice did not say. */
  readonly reliability: { readonly value: number; readonly kind: "alpha" | "retest" | null; readonly recalled: boolean } | null;
  readonly normSd: { readonly value: number; readonly mean: number | null; readonly recalled: boolean } | null;
  readonly source: string;
  readonly form: MeasureForm | null;
  /** What `measures.archive` takes to put the form aside: the own measure's id, or the row of a published one's form. */
  readonly formId: string | null;
  /** What the form of a published measure calls its own version; null where there is none, and for an own measure, whose version it is. */
  readonly formVersion: string | null;
  /** How many answers may be missing before there is no score; null where there is no form. */
  readonly mostMissing: number | null;
  /** The number (1-based) of the item on self-harm; null where it has none. */
  readonly safetyItem: number | null;
}

/** A score whose safety prompt is not answered: everything but the score, which nobody is shown before. */
export interface HeldScoreView extends StoredOf<typeof LISTED_SCORE_FIELDS> {
  /** The occasion's rootId: what corrections and voids name. */
  readonly id: string;
  readonly version: number;
  readonly day: string;
  readonly sequence: number;
}

/** One recorded score, the current version. `score` null = too many answers missing. */
export interface ScoreView extends HeldScoreView, StoredOf<typeof WITHHELD_SCORE_FIELDS> {}

/** One version of a score as it was written. `answers`: by item, where the items were answered here or came in a file. */
export interface ScoreVersionView extends Omit<ScoreView, "id" | "sequence"> {
  readonly standing: Standing;
  /** Why it was voided. */
  readonly standingReason: string | null;
  /** When it was written: an ISO moment. */
  readonly writtenAt: string;
  /** How its safety prompt was answered, and on which day; null where there was none, or it is still owed. */
  readonly promptAnswer: PromptAnswer | null;
  readonly promptAnsweredOn: string | null;
  readonly answers: readonly { readonly linkId: string; readonly value: number | null }[] | null;
}

/** A score that was voided: it counts nowhere and stays readable. */
export interface VoidedScoreView {
  readonly id: string;
  readonly day: string;
  readonly measure: string;
  readonly reason: string | null;
}

/** What the Measures tab draws from: one read. */
export interface MeasuresView {
  readonly caseId: string;
  readonly today: string;
  /** All that can be recorded, and those archived that have scores here. */
  readonly measures: readonly MeasureView[];
  /** Current scores in order of day, then of entry, without those held back. */
  readonly scores: readonly ScoreView[];
  /** Scores whose safety prompt comes first, in the same order. */
  readonly held: readonly HeldScoreView[];
  readonly voided: readonly VoidedScoreView[];
  /** Days of held sessions: where sittings were. */
  readonly sessionDays: readonly string[];
}
