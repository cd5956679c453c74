import type { AnsweredBy, ScoreAbout, ScoreHow } from "#core/vocabulary/measure.ts";

/** Who answered, about whom, and how the answer came about. */
export interface Answering {
  readonly answeredBy: AnsweredBy;
  readonly about: ScoreAbout;
  readonly how: ScoreHow;
}

/**
 * Do the three fit together? A self-report is one's own, about oneself or the relationship. A guess is the active partner's on behalf
 * of the observing one: about that partner, or about the relationship as that partner would answer. A clinician rates anything.
 */
export function fitTogether({ answeredBy, about, how }: Answering): boolean {
  if (how === "clinician" || answeredBy === "clinician") return how === answeredBy;
  if (how === "guess") return answeredBy === "active" && about !== "active";
  return about === answeredBy || about === "relationship";
}
