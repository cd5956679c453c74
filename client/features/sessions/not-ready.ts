import type { TrackView } from "#core/contracts/case.ts";
import type { DraftView } from "#core/contracts/draft.ts";
import { notReady } from "#core/rules/draft.ts";
import { foldNote, isNoteFormat } from "#core/rules/draft-note.ts";
import { tooLongNote } from "#core/rules/note-length.ts";
import type { FieldErrors } from "./field-errors.ts";
import { isOutOfRange, rangeSentence } from "./RatingRow.tsx";

/** What keeps the draft from being finished, each at its field and in page order; empty = ready. */
export function notReadyOn({ body, privateNote }: Pick<DraftView, "body" | "privateNote">, tracks: readonly TrackView[], today: string): FieldErrors {
  const found: { -readonly [Field in keyof FieldErrors]: FieldErrors[Field] } = {};
  for (const { field, sentence } of notReady(body, today)) found[field] ??= sentence;
  const outside = body.attendance === "held" ? tracks.find((track) => isOutOfRange(track, body.ratings[track.track]?.value ?? null)) : undefined;
  if (outside) found.ratings = rangeSentence(outside);
  // As Finish will see it: what was written under another format is added to the first section.
  const sections = Object.values(foldNote(isNoteFormat(body.noteFormat) ? body.noteFormat : "free", body.noteSections));
  const longNote = sections.map(tooLongNote).find((sentence) => sentence !== null);
  if (longNote) found.noteSections = longNote;
  const longPrivate = tooLongNote(privateNote);
  if (longPrivate) found.privateNote = longPrivate;
  return found;
}
