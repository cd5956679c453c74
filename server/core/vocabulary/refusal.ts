/**
 * A refusal is a returned code: something a clinician asked for that the record does not allow. Faults are thrown.
 * The sentences for these codes live in client/api/refusal-sentences.ts, exhaustive by type.
 */
export const REFUSAL_CODES = [
  "not-signed-in",
  "locked",
  "not-found",
  "bad-input",
  "too-many-attempts",
  "wrong-email-or-password",
  "wrong-password",
  "already-set-up",
  "weak-password",
  "case-closed",
  "case-not-closed",
  "case-not-active",
  "case-changed-meanwhile",
  "draft-changed-meanwhile",
  "draft-gone",
  "draft-unreadable",
  "session-changed-meanwhile",
  "session-set-aside",
  "same-case",
  "key-reused",
  "already-done",
  "future-day",
  "value-out-of-range",
  "value-between-steps",
  "unknown-track",
  "unknown-theme",
  "unknown-goal",
  "name-taken",
  "concern-closed",
  "unknown-measure",
  "answerer-mismatch",
  "answer-not-offered",
  "score-set-aside",
  "score-changed-meanwhile",
  "answer-beside-total",
  "no-open-concern",
  "file-too-large",
  "file-unreadable",
  "file-empty",
  "import-undone",
  "import-not-ready",
  "not-saved",
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export interface Refusal {
  readonly refused: RefusalCode;
  /** The input field at fault, as a dotted path, where there is one. */
  readonly field?: string;
}

export function refuse(refused: RefusalCode, field?: string): Refusal {
  return field === undefined ? { refused } : { refused, field };
}

export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === "object" && answer !== null && "refused" in answer;
}
