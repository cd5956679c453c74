import { type GroupNorm, normCutoff } from "./norm-cutoff.ts";
import { type Computed, type NotComputable, notComputable } from "./not-computable.ts";
import { ratedValue } from "./rated-value.ts";
import { withoutNoise } from "./without-noise.ts";

/** The published critical value, as Jacobson and Truax wrote it. */
const CRITICAL = 1.96;

/** What is known of a measure. A figure that nobody published is null: then nothing is computed from it. */
export interface ChangeNorm {
  /** Standard deviation in points, > 0. */
  readonly sd: number | null;
  /** 0 ≤ r < 1. */
  readonly reliability: number | null;
  /** Which way is better, said of scores ("higher", "lower") or of their change ("increase", "decrease"). */
  readonly direction: "higher" | "lower" | "increase" | "decrease";
  /** Published points of reliable change, > 0: used instead of the formula where there are any. */
  readonly changePoints?: number | null | undefined;
  readonly clinical?: GroupNorm | null | undefined;
  readonly functional?: GroupNorm | null | undefined;
}

export type ChangeCategory = "recovered" | "improved" | "unchanged" | "deteriorated" | "harmed";

export type ReliableChange =
  | Computed<{
      /** later − earlier, in points. */
      difference: number;
      /** The standard error of a difference, in points; null where the formula lacks a figure. */
      sDiff: number | null;
      /** difference ÷ sDiff, with the sign of the difference; null where `sDiff` is. */
      index: number | null;
      /** The points that decide: published ones must be reached, computed ones (1.96·sDiff) be passed. */
      changePoints: number;
      basis: "published" | "formula";
      reliable: boolean;
      cutoff: number | null;
      category: ChangeCategory;
    }>
  | NotComputable<"not-rated-twice" | "norm-not-known" | "norm-not-usable" | "norms-contradict-direction">;

/**
 * Is the change between two scores more than measurement error, and did it cross into the other group's range?
 *
 * Formula: S_diff = √2·SD·√(1 − r); index = (later − earlier)/S_diff; reliable where |index| > 1.96, or, where change points are
 * published, where |later − earlier| ≥ those. Cut-off c = (SD_c·M_f + SD_f·M_c)/(SD_c + SD_f) where both groups' norms are known.
 * recovered = reliably better, from the clinical to the functional side of c; harmed = reliably worse, from the functional to the
 * clinical side; improved, deteriorated = reliable without that; unchanged = not reliable. A score equal to c is on neither side.
 *
 * @param earlier,later two scores of one measure, in its points; null = not scored.
 * @param norm see `ChangeNorm`.
 * @returns the figures above. Not computable where a score is missing, where there are neither change points nor SD and
 *   reliability, where a figure is outside its range, or where the functional group does not stand on the better side of the clinical
 *   one (then one of the two is entered wrongly, and every category might be upside down). One pair of scores is no badge: the
 *   caller asks for the same verdict at two consecutive administrations.
 * @throws TypeError, RangeError as `ratedValue` does; TypeError for an unknown direction.
 * Source: Jacobson & Truax 1991, JCCP 59:12–19. Variants: "harmed" as in R's clinicalsignificance; no correction for regression to
 * the mean (neither Gulliksen–Lord–Novick nor Edwards–Nunnally).
 */
export function reliableChange(earlier: number | null, later: number | null, norm: ChangeNorm): ReliableChange {
  const better = betterSign(norm.direction);
  const [before, after] = [ratedValue(earlier), ratedValue(later)];
  if (before === null || after === null) return notComputable("not-rated-twice");

  const { sd, reliability, changePoints: published = null, clinical, functional } = norm;
  const known = sd !== null && reliability !== null;
  if (published === null && !known) return notComputable("norm-not-known");
  const usable = known && Number.isFinite(sd) && sd > 0 && reliability >= 0 && reliability < 1;
  const sDiff = usable ? Math.SQRT2 * sd * Math.sqrt(1 - reliability) : null;
  const changePoints = published ?? (sDiff === null ? Number.NaN : CRITICAL * sDiff);
  if (!Number.isFinite(changePoints) || changePoints < 1e-9) return notComputable("norm-not-usable");

  const cutoff = clinical && functional ? normCutoff(clinical, functional) : null;
  if (clinical && functional) {
    if (cutoff === null) return notComputable("norm-not-usable");
    if (better * (functional.mean - clinical.mean) <= 0) return notComputable("norms-contradict-direction");
  }

  const difference = withoutNoise(after - before);
  const index = sDiff === null || sDiff < 1e-9 ? null : difference / sDiff;
  const reliable = published === null ? index !== null && Math.abs(index) > CRITICAL : Math.abs(difference) >= published;
  const side = (score: number) => (cutoff === null ? 0 : Math.sign(better * withoutNoise(score - cutoff)));
  const category = reliable ? changed(better * difference > 0, side(before), side(after)) : "unchanged";
  return {
    status: "computed",
    difference,
    sDiff,
    index,
    changePoints,
    basis: published === null ? "formula" : "published",
    reliable,
    cutoff,
    category,
  };
}

/** Sides: 1 = functional, −1 = clinical, 0 = neither, or no cut-off is known. */
function changed(forTheBetter: boolean, before: number, after: number): ChangeCategory {
  if (forTheBetter) return before < 0 && after > 0 ? "recovered" : "improved";
  return before > 0 && after < 0 ? "harmed" : "deteriorated";
}

function betterSign(direction: ChangeNorm["direction"]): 1 | -1 {
  if (direction === "higher" || direction === "increase") return 1;
  if (direction === "lower" || direction === "decrease") return -1;
  throw new TypeError('direction is "higher" or "lower", "increase" or "decrease"');
}
