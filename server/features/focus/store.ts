import type { ChooseFocus } from "#core/contracts/reading.ts";
import { type Refusal, refuse } from "#core/vocabulary/refusal.ts";
import { isBuiltInTrack } from "#core/vocabulary/track.ts";
import type { CaseScope } from "#server/access/scope.ts";
import type { Reader, Tx } from "#server/database/database.ts";
import { newId } from "#server/database/new-id.ts";

type Chosen = ChooseFocus["tracks"][number];

const named = ({ track, rater }: { track: string; rater: string }) => `${track} ${rater}`;

/**
 * The tracks a case is watched on from `today`. One that was watched already keeps its first day; one that is not named any more
 * ends today and stays readable. Chosen again later it begins anew: what was seen in between was not chosen beforehand.
 */
export async function chooseFocus(
  tx: Tx,
  scope: CaseScope,
  { tracks, today, now }: { tracks: readonly Chosen[]; today: string; now: Date },
): Promise<Refusal | null> {
  const { practiceId, caseId } = scope;
  const unknown = await unknownTrack(tx, scope, tracks);
  if (unknown) return unknown;
  const current = await tx.prisma.focusTrack.findMany({ where: { caseId, practiceId, droppedOn: null } });
  const wanted = new Set(tracks.map(named));
  const dropped = current.filter((each) => !wanted.has(named(each))).map((each) => each.id);
  if (dropped.length > 0) await tx.prisma.focusTrack.updateMany({ where: { practiceId, id: { in: dropped } }, data: { droppedOn: today } });
  const kept = new Set(current.map(named));
  await tx.insert(
    "focus_track",
    tracks
      .filter((each) => !kept.has(named(each)))
      .map(({ track, rater }) => ({ id: newId(), practiceId, caseId, track, rater, chosenOn: today, droppedOn: null, createdAt: now })),
  );
  return null;
}

/** A track that this case is not offered cannot be watched in it. */
async function unknownTrack(reader: Reader, { practiceId, caseId }: CaseScope, tracks: readonly Chosen[]): Promise<Refusal | null> {
  const own = tracks.map(({ track }) => track).filter((track) => !isBuiltInTrack(track));
  if (own.length === 0) return null;
  const known = await reader.prisma.track.findMany({
    where: { practiceId, id: { in: own }, archived: false, OR: [{ caseId: null }, { caseId }] },
    select: { id: true },
  });
  return own.every((track) => known.some(({ id }) => id === track)) ? null : refuse("unknown-track", "tracks");
}
