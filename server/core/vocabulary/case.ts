/** The words of a case: who sits where, how a case stands, how it ended. One meaning each (ARCHITECTURE.md, glossary). */

export const CASE_STATUSES = ["active", "paused", "closed"] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** Which of the two chairs. Fixed for the life of a case; what a partner is *doing* there is their dated role. */
export const SEATS = ["active", "observing"] as const;
export type Seat = (typeof SEATS)[number];

export const ROLES = ["client", "observer", "collateral", "joined", "left"] as const;
export type Role = (typeof ROLES)[number];

export const OUTCOMES = ["deepened", "shifted", "ended", "undecided"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const SECRETS_POLICIES = ["none-stated", "no-secrets", "limited-secrets"] as const;
export type SecretsPolicy = (typeof SECRETS_POLICIES)[number];

export const CASE_EVENT_KINDS = ["opened", "paused", "resumed", "closed", "reopened"] as const;
export type CaseEventKind = (typeof CASE_EVENT_KINDS)[number];

export const GOAL_STANDINGS = ["open", "reached", "set-aside"] as const;
export type GoalStanding = (typeof GOAL_STANDINGS)[number];

export const TRY_STANDINGS = ["open", "done", "partly", "not-done", "set-aside"] as const;
export type TryStanding = (typeof TRY_STANDINGS)[number];

export const CLINICIAN_ROLES = ["owner", "clinician", "supervisor"] as const;
export type ClinicianRole = (typeof CLINICIAN_ROLES)[number];

export const ROLE_WORDS: Record<Role, string> = {
  client: "client",
  observer: "observer",
  collateral: "collateral",
  joined: "joined",
  left: "left",
};

export const OUTCOME_WORDS: Record<Outcome, string> = {
  deepened: "the relationship deepened",
  shifted: "the relationship shifted",
  ended: "the relationship ended",
  undecided: "undecided",
};

export const SECRETS_POLICY_WORDS: Record<SecretsPolicy, string> = {
  "none-stated": "no secrets policy stated",
  "no-secrets": "no-secrets policy",
  "limited-secrets": "limited-secrets policy",
};
