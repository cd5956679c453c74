import { z } from "zod";
import type { StoredOf } from "#core/fields/field.ts";
import type { FRAME_FIELDS, LAST_SEEN_FIELDS, StoredObservation } from "#core/fields/session-fields.ts";
import type { CaseEventKind, CaseStatus, GoalStanding, Outcome, Role, Seat, SecretsPolicy, TryStanding } from "#core/vocabulary/case.ts";
import { GOAL_STANDINGS, OUTCOMES, ROLES, SEATS, SECRETS_POLICIES, TRY_STANDINGS } from "#core/vocabulary/case.ts";
import type { EngagementStage } from "#core/vocabulary/engagement.ts";
import type { BetterDirection, Rater } from "#core/vocabulary/track.ts";
import { ClockTime, Id, Label, Line, OptionalLine, RequestKey, SessionDay, text } from "./fields.ts";
import { FocusTracks } from "./reading.ts";
import { ObservationBody } from "./session.ts";

export const PartnerBody = z.object({
  label: Label,
  pronouns: OptionalLine,
  /** How to reach them, where the clinician wants it here at all. */
  contact: OptionalLine,
});
export type PartnerBody = z.infer<typeof PartnerBody>;

export const OpenCase = z.object({
  requestKey: RequestKey,
  label: Label,
  openedOn: SessionDay,
  active: PartnerBody,
  observing: PartnerBody,
  presentingConcern: text().trim().max(5_000),
  secretsPolicy: z.enum(SECRETS_POLICIES),
  collateralConsentOn: SessionDay.nullable(),
  nextSessionOn: SessionDay.nullable(),
  nextSessionStart: ClockTime.nullable(),
  goals: z.array(Line).max(20),
  /** Where the observing partner stands on the first day, where known; becomes an occasion between sessions. */
  firstObservation: ObservationBody.nullable(),
  /** What it is watched on from today: the best time to choose is before the first number. */
  focus: FocusTracks.optional(),
});
export type OpenCase = z.infer<typeof OpenCase>;
export const OpenCaseAnswer = z.object({ caseId: Id });

/** `revision` as last read: a case edited meanwhile in another tab is refused with `case-changed-meanwhile`. */
export const EditCase = z.object({
  caseId: Id,
  revision: z.number().int().min(1),
  label: Label,
  active: PartnerBody,
  observing: PartnerBody,
  presentingConcern: text().trim().max(5_000),
  secretsPolicy: z.enum(SECRETS_POLICIES),
  collateralConsentOn: SessionDay.nullable(),
  nextSessionOn: SessionDay.nullable(),
  nextSessionStart: ClockTime.nullable(),
});
export type EditCase = z.infer<typeof EditCase>;

export const ChangeStatus = z.object({ caseId: Id, requestKey: RequestKey, day: SessionDay, reason: OptionalLine });
export type ChangeStatus = z.infer<typeof ChangeStatus>;
export const CloseCase = ChangeStatus.extend({ outcome: z.enum(OUTCOMES) });
export type CloseCase = z.infer<typeof CloseCase>;
export const ChangeStatusAnswer = z.object({ revision: z.number().int() });
export const RecordRole = z.object({
  caseId: Id,
  requestKey: RequestKey,
  seat: z.enum(SEATS),
  role: z.enum(ROLES),
  fromDay: SessionDay,
});
export const ScheduleNext = z.object({ caseId: Id, nextSessionOn: SessionDay.nullable(), nextSessionStart: ClockTime.nullable() });

export const AddGoal = z.object({ caseId: Id, requestKey: RequestKey, wording: Line, openedOn: SessionDay });
export const AddGoalAnswer = z.object({ goalId: Id });
export const ChangeGoal = z.object({ caseId: Id, goalId: Id, wording: Line, standing: z.enum(GOAL_STANDINGS), day: SessionDay });
export const AddThing = z.object({ caseId: Id, requestKey: RequestKey, wording: Line, agreedOn: SessionDay });
export const AddThingAnswer = z.object({ thingId: Id });
export const ChangeThing = z.object({ caseId: Id, thingId: Id, wording: Line, standing: z.enum(TRY_STANDINGS), day: SessionDay });

export const OpenConcern = z.object({
  caseId: Id,
  requestKey: RequestKey,
  openedOn: SessionDay,
  wording: text().trim().min(1).max(5_000),
  action: text().trim().max(5_000),
});
export const OpenConcernAnswer = z.object({ concernId: Id });
export const CloseConcern = z.object({ caseId: Id, concernId: Id, closedOn: SessionDay, closingWords: OptionalLine });

export interface PartnerView {
  readonly id: string;
  readonly seat: Seat;
  readonly label: string;
  readonly pronouns: string | null;
  readonly contact: string | null;
}

export interface RolePeriodView {
  readonly id: string;
  readonly seat: Seat;
  readonly role: Role;
  readonly fromDay: string;
  readonly toDay: string | null;
}

export interface GoalView {
  readonly id: string;
  readonly wording: string;
  readonly standing: GoalStanding;
  readonly openedOn: string;
  readonly closedOn: string | null;
  /** Current sessions that touched it, newest first. */
  readonly touchedOn: readonly string[];
}

export interface ThingView {
  readonly id: string;
  readonly wording: string;
  readonly standing: TryStanding;
  readonly agreedOn: string;
  readonly answeredOn: string | null;
}

export interface ConcernView {
  readonly id: string;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly wording: string;
  readonly action: string;
  readonly closingWords: string | null;
}

export interface CaseEventView {
  readonly id: string;
  readonly kind: CaseEventKind;
  readonly day: string;
  readonly outcome: Outcome | null;
  readonly reason: string | null;
}

export interface TrackView {
  /** Built-in key or own id. */
  readonly track: string;
  readonly name: string;
  readonly lowest: number;
  readonly highest: number;
  readonly better: BetterDirection;
  readonly builtIn: boolean;
}

/** A chip on the log and the Themes tab. */
export interface ThemeView {
  readonly theme: string;
  readonly name: string;
  readonly builtIn: boolean;
  readonly archived: boolean;
}

/** Last known answers: dotted on the log, never filled in. */
export interface LastAnswers extends StoredOf<typeof FRAME_FIELDS>, StoredOf<typeof LAST_SEEN_FIELDS>, Pick<StoredObservation, "stances"> {
  readonly day: string;
  readonly ratings: Readonly<Record<string, { readonly value: number | null; readonly rater: Rater }>>;
}

/** What is begun and not finished. */
export interface DraftSummary {
  readonly id: string;
  readonly kind: "session" | "correction";
  /** The session (its id, not a version's) that this draft corrects. */
  readonly corrects: string | null;
  readonly day: string;
  readonly updatedAt: string;
}

export interface CaseView {
  readonly id: string;
  readonly label: string;
  readonly status: CaseStatus;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly outcome: Outcome | null;
  readonly presentingConcern: string;
  readonly nextSessionOn: string | null;
  readonly nextSessionStart: string | null;
  readonly collateralConsentOn: string | null;
  /** The observing partner was there in a held session and no collateral consent is on record: a gap to close now. */
  readonly consentMissing: boolean;
  readonly secretsPolicy: SecretsPolicy;
  readonly revision: number;
  readonly active: PartnerView;
  readonly observing: PartnerView;
  readonly roles: readonly RolePeriodView[];
  readonly events: readonly CaseEventView[];
  readonly goals: readonly GoalView[];
  readonly things: readonly ThingView[];
  readonly concerns: readonly ConcernView[];
  readonly drafts: readonly DraftSummary[];
  readonly tracks: readonly TrackView[];
  readonly themes: readonly ThemeView[];
  readonly sessionsHeld: number;
  readonly stage: EngagementStage | null;
  readonly stageOn: string | null;
  readonly last: LastAnswers | null;
}
