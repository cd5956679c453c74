import { type NoteGuess, NoteGuessAnswer } from "#core/contracts/reading.ts";
import type { RatingBody } from "#core/contracts/session.ts";
import { NO_CONTENT } from "#core/rules/occasion-content.ts";
import { type Refusal, refuse } from "#core/vocabulary/refusal.ts";
import { isGroundingTrack } from "#core/vocabulary/track.ts";
import type { CaseScope } from "#server/access/scope.ts";
import { caseWrite } from "#server/audit/case-write.ts";
import type { Tx } from "#server/database/database.ts";
import { takeSequence } from "#server/features/cases/store.ts";
import { lockNamesOf, refuseRatings } from "#server/features/practice/tracks-and-themes.ts";
import { currentVersion, insertOccasions, setStanding } from "#server/features/sessions/store.ts";
import type { Services } from "#server/process/services.ts";

/**
 * Notes what the active partner guesses the other would answer, and what the other did answer where that is known: one
 * check-in, on which both hang as ratings with their own rater. Not a session. An actual number that comes later makes a new
 * version of the check-in; the earlier one stays readable.
 */
export async function noteGuess(
  services: Services,
  scope: CaseScope,
  { input, today }: { input: NoteGuess; today: string },
): Promise<{ checkInId: string } | Refusal> {
  const request = { requestKey: input.requestKey, action: "guess.noted", body: input, answer: NoteGuessAnswer };
  const before = (tx: Tx) => lockNamesOf(tx, scope, { ratings: input.pairs, themes: [] });
  return caseWrite(services, { scope, request, before }, async ({ tx, scope: fresh, note }) => {
    if (fresh.status === "closed") return refuse("case-closed");
    if (input.day > today) return refuse("future-day", "day");
    // The four groundings are the active partner's own: the other has no number of them to be guessed.
    if (input.pairs.some(({ track }) => isGroundingTrack(track))) return refuse("unknown-track", "pairs");
    const ratings = ratingsOf(input.pairs);
    const outside = await refuseRatings(tx, fresh, ratings);
    if (outside) return outside;
    const { corrects } = input;
    const earlier = corrects && (await currentVersion(tx, fresh, corrects.checkInId));
    if (corrects && earlier?.kind !== "check-in") return refuse("session-set-aside");
    if (corrects && earlier && earlier.version !== corrects.version) return refuse("session-changed-meanwhile");
    if (earlier) await setStanding(tx, fresh, { occasionId: earlier.id, standing: "superseded", reason: null });
    const [written] = await insertOccasions(tx, fresh, [
      {
        ...NO_CONTENT,
        kind: "check-in",
        day: input.day,
        sequence: earlier ? earlier.sequence : await takeSequence(tx, fresh),
        ...(corrects && earlier ? { rootId: corrects.checkInId, version: earlier.version + 1 } : {}),
        ratings,
        now: services.now(),
      },
    ]);
    if (!written) throw new Error("nothing was written");
    note({ action: earlier ? "guess.corrected" : "guess.noted", objectType: "occasion", objectId: written.id, caseId: scope.caseId });
    return { checkInId: written.rootId };
  });
}

/** A number that was not given leaves no row: nobody was asked. */
function ratingsOf(pairs: NoteGuess["pairs"]): RatingBody[] {
  return pairs.flatMap(({ track, guess, actual }) => [
    ...(guess === null ? [] : [{ track, value: guess, rater: "guess" as const }]),
    ...(actual === null ? [] : [{ track, value: actual, rater: "observing" as const }]),
  ]);
}
