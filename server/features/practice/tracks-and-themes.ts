import type { ThemeView, TrackView } from "#core/contracts/case.ts";
import type { RatingBody } from "#core/contracts/session.ts";
import { type Refusal, refuse } from "#core/vocabulary/refusal.ts";
import { BUILT_IN_THEMES, isBuiltInTheme, THEME_WORDS } from "#core/vocabulary/theme.ts";
import { type BetterDirection, BUILT_IN_RANGE, BUILT_IN_TRACKS, isBuiltInTrack, TRACK_MEANINGS } from "#core/vocabulary/track.ts";
import type { CaseScope, ClinicianScope } from "#server/access/scope.ts";
import type { Reader, Tx } from "#server/database/database.ts";

/**
 * The tracks of a case: the seven built in, then the practice's own that are offered everywhere or bound to this case.
 * One that is archived, or came along with a session moved here, is not offered, yet shown where the case has ratings on it:
 * `ratedHere` names those.
 */
export async function readTracks(
  reader: Reader,
  scope: ClinicianScope,
  { caseId, ratedHere }: { caseId: string; ratedHere?: ReadonlySet<string> },
): Promise<TrackView[]> {
  const own = await reader.prisma.track.findMany({
    where: { practiceId: scope.practiceId },
    orderBy: { createdAt: "asc" },
  });
  const offered = (track: (typeof own)[number]) => !track.archived && (track.caseId === null || track.caseId === caseId);
  const shown = own.filter((track) => offered(track) || ratedHere?.has(track.id));
  return [
    ...BUILT_IN_TRACKS.map((track) => ({ track, name: TRACK_MEANINGS[track].name, ...BUILT_IN_RANGE, better: "higher" as const, builtIn: true })),
    ...shown.map(({ id, name, lowest, highest, better }) => ({
      track: id,
      name,
      lowest,
      highest,
      better: better as BetterDirection,
      builtIn: false,
    })),
  ];
}

/** The five built-in themes, then the practice's own in order of arrival; archived ones too, for old sessions name them. */
export async function readThemes(reader: Reader, scope: ClinicianScope): Promise<ThemeView[]> {
  const own = await reader.prisma.theme.findMany({ where: { practiceId: scope.practiceId }, orderBy: { createdAt: "asc" } });
  return [
    ...BUILT_IN_THEMES.map((theme) => ({ theme, name: THEME_WORDS[theme], builtIn: true, archived: false })),
    ...own.map(({ id, name, archived }) => ({ theme: id, name, builtIn: false, archived })),
  ];
}

/**
 * Before tracks and themes of the practice's own are used: nobody takes them out (undoing an import) until this transaction ends.
 * Taken before the lock of a case.
 */
export async function lockNamesOf(
  tx: Tx,
  { practiceId }: ClinicianScope,
  { ratings, themes }: { readonly ratings: readonly { readonly track: string }[]; readonly themes: readonly string[] },
): Promise<void> {
  const usesOwn = ratings.some(({ track }) => !isBuiltInTrack(track)) || themes.some((theme) => !isBuiltInTheme(theme));
  if (usesOwn) await tx.lock({ kind: "practice", id: practiceId });
}

/** Does every rating name a track offered in this case, inside that track's range? */
export async function refuseRatings(reader: Reader, scope: CaseScope, ratings: readonly RatingBody[]): Promise<Refusal | null> {
  const ownIds = ratings.map((rating) => rating.track).filter((track) => !isBuiltInTrack(track));
  const own =
    ownIds.length === 0
      ? []
      : await reader.prisma.track.findMany({
          where: { practiceId: scope.practiceId, id: { in: ownIds }, OR: [{ caseId: null }, { caseId: scope.caseId }] },
        });
  for (const { track, value } of ratings) {
    const range = isBuiltInTrack(track) ? BUILT_IN_RANGE : own.find((candidate) => candidate.id === track);
    if (!range) return refuse("unknown-track", `ratings.${track}`);
    if (value !== null && (value < range.lowest || value > range.highest)) return refuse("value-out-of-range", `ratings.${track}`);
  }
  return null;
}

/** Does every theme stand in the built-in list or the practice's own? */
export async function refuseThemes(reader: Reader, scope: ClinicianScope, themes: readonly string[]): Promise<Refusal | null> {
  const ownIds = themes.filter((theme) => !isBuiltInTheme(theme));
  if (ownIds.length === 0) return null;
  const known = await reader.prisma.theme.count({ where: { practiceId: scope.practiceId, id: { in: ownIds } } });
  return known === new Set(ownIds).size ? null : refuse("unknown-theme", "themes");
}
