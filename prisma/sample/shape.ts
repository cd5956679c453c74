import type { CaseEventKind, GoalStanding, Outcome, Role, SecretsPolicy, TryStanding } from "#core/vocabulary/case.ts";
import type { EngagementStage } from "#core/vocabulary/engagement.ts";
import type { MarkOrigin } from "#core/vocabulary/marked-day.ts";
import type { AnsweredBy, ScoreAbout, ScoreHow } from "#core/vocabulary/measure.ts";
import type { Attendance, EvidenceSource, Presence, Setting, Stance } from "#core/vocabulary/occasion.ts";
import type { Direction, ShiftKind, ShiftWho } from "#core/vocabulary/shift.ts";
import type { BuiltInTheme } from "#core/vocabulary/theme.ts";
import type { BuiltInTrack, ClimateTrack, LineRater } from "#core/vocabulary/track.ts";

/**
 * How the sample couples are written down. Days are counted in working days before "today", so that a case keeps its
 * weekday, no session falls on a weekend, and the home screen says the same on whatever day the practice is opened:
 * a session `weeksAgo` 0 lies `slot` working days back, each week further back five more.
 */
export interface When {
  readonly weeksAgo: number;
  /** Working days later (+) or earlier (−) than the case's usual weekday. */
  readonly shifted?: number;
}

type ChoosableSource = Exclude<EvidenceSource, "not-recorded">;
export type OwnTheme = "in-laws" | "money" | "being-parents";
export type OwnTrack = "sleep";

/**
 * The seven built-in tracks in their order: tone, boundaries, emotional climate; values and clarity, mine and not mine,
 * grounded response, support for myself. `null` = asked and not rated; a shorter list leaves the rest untouched.
 */
export type Ratings = readonly (number | null)[];

export type SampleNote =
  | string
  | { readonly data: string; readonly assessment: string; readonly plan: string }
  | { readonly subjective: string; readonly objective: string; readonly assessment: string; readonly plan: string }
  | { readonly behaviour: string; readonly intervention: string; readonly response: string; readonly plan: string };

export interface SampleObservation {
  readonly presence?: Presence;
  /** Absent = not rated. */
  readonly stage?: EngagementStage;
  /** Absent = what presence proposes: seen when the partner was there, told by the client when not. */
  readonly source?: ChoosableSource;
  readonly evidence?: string;
  readonly stances?: readonly Stance[];
}

export interface SampleShift {
  readonly kind: ShiftKind;
  /** Absent = what the kind proposes. */
  readonly direction?: Direction;
  readonly who?: ShiftWho;
  /** Absent = told by the client. */
  readonly source?: ChoosableSource;
  readonly remark?: string;
}

export interface SampleSession extends When, SampleObservation {
  /** Absent = held. */
  readonly attendance?: Attendance;
  readonly startTime?: string;
  readonly minutes?: number;
  readonly setting?: Setting;
  readonly ratings?: Ratings;
  /** The practice's own tracks. */
  readonly own?: Readonly<Partial<Record<OwnTrack, number | null>>>;
  /** Whose number it was, where it differs from the case's habit. */
  readonly raters?: Readonly<Partial<Record<BuiltInTrack, LineRater>>>;
  readonly themes?: readonly (BuiltInTheme | OwnTheme)[];
  readonly shifts?: readonly SampleShift[];
  /** Keys of SampleCase.goals. */
  readonly goals?: readonly string[];
  /** Things to try, by a key of the author's. */
  readonly tries?: Readonly<Record<string, string>>;
  readonly answers?: Readonly<Record<string, TryStanding>>;
  readonly note?: SampleNote;
  readonly privateNote?: string;
  /** A corrected session: what its first version said otherwise. */
  readonly firstLogged?: Partial<SampleSession>;
  /** A session logged by mistake, and why it does not count. */
  readonly voided?: string;
}

/** Between two sessions: the partner called, asked, read, tried something. */
export interface SampleChange extends When, SampleObservation {
  readonly shifts?: readonly SampleShift[];
  readonly note?: string;
}

export interface SampleGoal {
  readonly wording: string;
  /** Absent = from the first day. */
  readonly since?: When;
  readonly ended?: When & { readonly standing: Exclude<GoalStanding, "open"> };
}

/** A day the clinician marked, to see what lies before and after it. */
export interface SampleMark extends When {
  readonly wording: string;
  readonly origin: MarkOrigin;
}

/** What the active partner thought the other would answer, and what the other answered; absent = not asked yet. */
export interface SampleGuess extends When {
  readonly track: ClimateTrack;
  readonly guess: number;
  readonly actual?: number;
}

/** What one person answered on one published measure, about one and the same: oldest first. */
export interface SampleScores {
  /** An id of core/measures/catalogue.ts. */
  readonly measure: string;
  readonly answeredBy: AnsweredBy;
  readonly about: ScoreAbout;
  /** Absent = a self-report. */
  readonly how?: ScoreHow;
  readonly scores: readonly (readonly [weeksAgo: number, score: number, safetyItem?: number])[];
}

export interface SampleConcern {
  readonly opened: When;
  readonly wording: string;
  readonly action: string;
  readonly closed?: When & { readonly words: string };
}

export interface SamplePartner {
  readonly label: string;
  readonly pronouns: string;
}

export interface SampleCase {
  readonly label: string;
  readonly active: SamplePartner;
  readonly observing: SamplePartner;
  readonly presentingConcern: string;
  readonly secretsPolicy: SecretsPolicy;
  /** Working days between the newest possible session and today, 1–4. */
  readonly slot: 1 | 2 | 3 | 4;
  readonly startTime: string;
  readonly minutes: number;
  readonly setting: Setting;
  readonly opened: When;
  readonly consent?: When;
  /** Working days from today; absent = nothing agreed. */
  readonly nextInDays?: number;
  readonly first?: SampleObservation;
  /** Tracks whose number the client gives. */
  readonly clientRates?: readonly BuiltInTrack[];
  readonly goals: Readonly<Record<string, SampleGoal>>;
  readonly sessions: readonly SampleSession[];
  readonly between?: readonly SampleChange[];
  readonly roles?: readonly (When & { readonly role: Role })[];
  readonly events?: readonly (When & { readonly kind: Exclude<CaseEventKind, "opened">; readonly outcome?: Outcome; readonly reason: string })[];
  readonly concerns?: readonly SampleConcern[];
  /** What it is watched on since it was opened. */
  readonly focus?: readonly { readonly track: BuiltInTrack; readonly rater: LineRater }[];
  readonly marks?: readonly SampleMark[];
  readonly guesses?: readonly SampleGuess[];
  readonly scores?: readonly SampleScores[];
  /** Still being typed; `corrects` = of the session on that day. */
  readonly draft?: { readonly session: SampleSession; readonly corrects?: boolean; readonly privateNote?: string };
}
