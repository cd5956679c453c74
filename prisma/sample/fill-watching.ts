import type { RatingBody } from "#core/contracts/session.ts";
import { NO_CONTENT } from "#core/rules/occasion-content.ts";
import { isRefusal, type Refusal } from "#core/vocabulary/refusal.ts";
import type { CaseScope } from "#server/access/scope.ts";
import type { Tx } from "#server/database/database.ts";
import { takeSequence } from "#server/features/cases/store.ts";
import { chooseFocus } from "#server/features/focus/store.ts";
import { markDay } from "#server/features/marked-days/store.ts";
import { insertOccasions } from "#server/features/sessions/store.ts";
import { dayOf } from "./days.ts";
import type { Filling } from "./filling.ts";

/** What a sample case is watched on (chosen when it was opened), the days marked in it, and guesses beside the actual numbers. */
export async function fillWatching(tx: Tx, scope: CaseScope, { coupleCase, today, note, now }: Filling): Promise<Refusal | null> {
  const { caseId } = scope;
  const openedOn = dayOf(coupleCase, coupleCase.opened, today);
  if (coupleCase.focus) {
    const refusal = await chooseFocus(tx, scope, { tracks: coupleCase.focus, today: openedOn, now });
    if (isRefusal(refusal)) return refusal;
    note({ action: "focus.chosen", objectType: "case", objectId: caseId, caseId });
  }
  for (const { wording, origin, ...when } of coupleCase.marks ?? []) {
    const objectId = await markDay(tx, scope, { day: dayOf(coupleCase, when, today), wording, origin, today, now });
    if (isRefusal(objectId)) return objectId;
    note({ action: "day.marked", objectType: "marked-day", objectId, caseId });
  }
  for (const { track, guess, actual, ...when } of coupleCase.guesses ?? []) {
    const ratings: RatingBody[] = [
      { track, value: guess, rater: "guess" },
      ...(actual === undefined ? [] : [{ track, value: actual, rater: "observing" as const }]),
    ];
    const day = dayOf(coupleCase, when, today);
    const sequence = await takeSequence(tx, scope);
    const [written] = await insertOccasions(tx, scope, [{ ...NO_CONTENT, kind: "check-in", day, sequence, ratings, now }]);
    note({ action: "guess.noted", objectType: "occasion", objectId: written?.id ?? null, caseId });
  }
  return null;
}
