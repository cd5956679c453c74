import type { TrackView } from "#core/contracts/case.ts";
import type { DraftBody } from "#core/contracts/draft.ts";
import { notReady } from "#core/rules/draft.ts";
import type { FieldErrors } from "./field-errors.ts";
import { isOutOfRange } from "./RatingRow.tsx";

/** What keeps the draft from being finished, each at its field and in page order; empty = ready. */
export function notReadyOn(body: DraftBody, tracks: readonly TrackView[], today: string): FieldErrors {
  const found: Partial<Record<keyof DraftBody, string>> = {};
  for (const { field, sentence } of notReady(body, today)) found[field] ??= sentence;
  const outside = body.attendance === "held" ? tracks.find((track) => isOutOfRange(track, body.ratings[track.track]?.value ?? null)) : undefined;
  if (outside) found.ratings = `${outside.name} goes from ${outside.lowest} to ${outside.highest}. Change the number, or press – for not rated.`;
  return found;
}
