import { z } from "zod";
import { DRAFT_FIELDS } from "#core/fields/session-fields.ts";
import { DRAFT_TEXT_LIMIT } from "#core/fields/text-limits.ts";
import { draftSchemasOf } from "./declared.ts";
import { draftText, Id, RequestKey } from "./fields.ts";

const Typed = draftText().max(DRAFT_TEXT_LIMIT);

/**
 * A draft as it stands on the form: every field may be unfinished, because a draft is never refused for what is in it.
 * Finish parses it as a SessionBody and names the field that is not ready.
 */
export const DraftBody = z.object({
  ...draftSchemasOf(DRAFT_FIELDS),
  /** The next date that the form offered when it opened: left as it was, it says nothing. */
  nextSessionOffered: Typed.optional(),
});
export type DraftBody = z.infer<typeof DraftBody>;

export const StartDraft = z.object({
  caseId: Id,
  requestKey: RequestKey,
  /** The session (its id, not a version's) that this draft corrects; null logs a new one. */
  corrects: Id.nullable(),
});

/** `revision` is the one the typist last saw; another tab's save in between is a conflict, never an overwrite. */
export const SaveDraft = z.object({
  draftId: Id,
  revision: z.number().int().min(1),
  body: DraftBody,
  privateNote: Typed,
});

export interface DraftView {
  readonly id: string;
  readonly caseId: string;
  readonly kind: "session" | "correction";
  readonly corrects: string | null;
  readonly correctsVersion: number | null;
  readonly revision: number;
  readonly body: DraftBody;
  readonly privateNote: string;
  readonly updatedAt: string;
}

export type SaveDraftAnswer =
  | { readonly saved: true; readonly revision: number; readonly savedAt: string }
  /** Another tab saved first: both texts, so that nothing is lost. */
  | { readonly saved: false; readonly theirs: DraftView };

/** A draft whose stored text cannot be opened as a form: what was typed into it, to be copied, until it is discarded. */
export interface BrokenDraft {
  readonly id: string;
  readonly caseId: string;
  readonly kind: "session" | "correction";
  readonly corrects: string | null;
  readonly broken: true;
  /** In the order in which they are stored; the whole stored text where it cannot be divided into fields. */
  readonly texts: readonly string[];
  readonly privateNote: string;
}

/** What is remembered of a draft that was begun: its id alone, so that no copy of its text is kept beside it. */
export const StartDraftAnswer = z.object({ draftId: Id });
