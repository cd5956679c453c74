import type { RatingSeries } from "#core/series/rating-series.ts";
import { isBuiltInTrack, type LineRater, TRACK_MEANINGS } from "#core/vocabulary/track.ts";

type Shape = "circle" | "square" | "triangle" | "diamond";

/** How a line looks: never told by colour alone. A hollow mark is a number that is not the clinician's. */
export interface Look {
  readonly colour: string;
  readonly dash: string | undefined;
  readonly shape: Shape;
  readonly hollow: boolean;
}

const CLIMATE_LOOKS: Record<string, Omit<Look, "hollow">> = {
  tone: { colour: "var(--oc-tone)", dash: undefined, shape: "circle" },
  boundaries: { colour: "var(--oc-boundaries)", dash: "8 3", shape: "square" },
  "emotional-climate": { colour: "var(--oc-climate)", dash: "2 3", shape: "triangle" },
};
const OWN_LOOK: Omit<Look, "hollow"> = { colour: "var(--oc-ink)", dash: undefined, shape: "circle" };

export function lookOf({ track, rater }: Pick<RatingSeries, "track" | "rater">): Look {
  return { ...(CLIMATE_LOOKS[track] ?? OWN_LOOK), hollow: rater !== "clinician" };
}

export const GROUNDING_LOOK: Look = { colour: "var(--oc-active)", dash: undefined, shape: "circle", hollow: false };

const RATER_WORDS: Record<LineRater, string> = { clinician: "yours", active: "client’s", observing: "partner’s" };

/**
 * The name of a line among those of its panel: short, and whose number it is wherever that is not plainly the clinician's. A
 * line alone in its panel is named by the panel.
 */
export function endLabel({ track, rater }: RatingSeries, panel: readonly RatingSeries[]): string {
  const raters = panel.filter((other) => other.track === track).length;
  const whose = rater === "clinician" && raters === 1 ? "" : RATER_WORDS[rater];
  if (!isBuiltInTrack(track)) return whose;
  const short = track === "emotional-climate" ? "climate" : TRACK_MEANINGS[track].short.toLowerCase();
  return whose === "" ? short : `${short}, ${whose}`;
}
