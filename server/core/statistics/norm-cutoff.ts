/** A group's mean and standard deviation on a measure, in its points. */
export interface GroupNorm {
  readonly mean: number;
  readonly sd: number;
}

/**
 * Jacobson and Truax's cut-off c: the score that stands equally many standard deviations from a clinical and a functional group,
 * (SD_c·M_f + SD_f·M_c)/(SD_c + SD_f). Null where a figure is not finite or an SD is not above 0.
 */
export function normCutoff(clinical: GroupNorm, functional: GroupNorm): number | null {
  const usable = [clinical, functional].every((group) => Number.isFinite(group.mean) && Number.isFinite(group.sd) && group.sd > 0);
  const cutoff = (clinical.sd * functional.mean + functional.sd * clinical.mean) / (clinical.sd + functional.sd);
  return usable && Number.isFinite(cutoff) ? cutoff : null;
}
