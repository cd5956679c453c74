import type { AnsweredBy, MeasureSubject, ScoreAbout, ScoreHow } from "#core/vocabulary/measure.ts";

/** Who answered, about whom, and how the answer came about. */
export interface Answering {
  readonly answeredBy: AnsweredBy;
  readonly about: ScoreAbout;
  readonly how: ScoreHow;
  /** What the measure asks about; null = anything. */
  readonly subject: MeasureSubject | null;
}

/**
 * Do they fit together? A self-report is one's own, about oneself or the relationship. A guess is the active partner's on behalf
 * of the observing one: about that partner, or about the relationship as that partner would answer. A clinician rates anything.
 *
 * A published measure narrows that to what it asks about, since its norms are of nothing else: the relationship, or one person. The work
 * with the therapist is the active partner's to tell, and about themselves in it.
 */
export function fitTogether({ answeredBy, about, how, subject }: Answering): boolean {
  if (subject === "relationship" && about !== "relationship") return false;
  if (subject === "person" && about === "relationship") return false;
  if (subject === "work") return answeredBy === "active" && about === "active" && how === "self";
  if (how === "clinician" || answeredBy === "clinician") return how === answeredBy;
  if (how === "guess") return answeredBy === "active" && about !== "active";
  return about === answeredBy || about === "relationship";
}
