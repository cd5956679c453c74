import type { CaseFlag, CaseloadRow, CaseloadView, MovedItem, NoMoveItem, ToFinishItem, UnratedSince } from "#core/contracts/caseload.ts";
import { addDays, type Day } from "#core/day.ts";
import type { CaseStatus } from "#core/vocabulary/case.ts";
import type { EngagementStage } from "#core/vocabulary/engagement.ts";
import type { Direction, ShiftKind, ShiftWho } from "#core/vocabulary/shift.ts";
import { type Grounding, groundingOf } from "./grounding.ts";
import { compare, noMoveOnLadder, type RatedStage, stageChange, stageMoves } from "./ladder.ts";
import { unratedAtEnd } from "./unrated-since.ts";

/** What the home screen needs to know of one case: a bounded window of its newest entries, oldest first. */
export interface CaseFacts {
  readonly caseId: string;
  readonly label: string;
  readonly status: CaseStatus;
  readonly openedOn: Day;
  readonly nextSessionOn: Day | null;
  readonly lastSequence: number;
  readonly hasSessions: boolean;
  /** The latest entry of a session, rated or not; -1 where there is none. */
  readonly lastSessionSequence: number;
  readonly safetyOpen: boolean;
  readonly consentMissing: boolean;
  /** A current score waits for its safety prompt. */
  readonly promptOwed: boolean;
  readonly lastSessionOn: Day | null;
  /** Stages of the last held sessions. */
  readonly spark: readonly (EngagementStage | null)[];
  readonly rated: readonly RatedStage[];
  /** True where older ratings exist that the window does not show: a count of it is "or more". */
  readonly ratedGoesOn: boolean;
  /** The last two occasions with any grounding rating. */
  readonly groundings: readonly { readonly day: Day; readonly ratings: readonly { track: string; value: number | null; rater: string }[] }[];
  readonly shifts: readonly {
    readonly day: Day;
    readonly sequence: number;
    readonly kind: ShiftKind;
    readonly direction: Direction;
    readonly who: ShiftWho;
  }[];
  readonly drafts: readonly { readonly draftId: string; readonly day: string; readonly kind: "session" | "correction" }[];
  readonly dismissed: readonly { readonly panel: "moved" | "no-move"; readonly upTo: number }[];
}

export interface CaseloadRules {
  readonly today: Day;
  readonly movedWithinDays: number;
  readonly noMoveAfterSessions: number;
}

/** What the active partner gained in a stretch without a move; read for the few cases that have one. */
export interface Gains {
  /** The first and the last occasion of the stretch with any grounding rating. */
  readonly groundings: CaseFacts["groundings"];
  readonly shifts: CaseFacts["shifts"];
}

/** The cases that stand in "no move on the ladder", and since when: whose gains must be read. */
export function stillCases(cases: readonly CaseFacts[], rules: CaseloadRules): { readonly caseId: string; readonly since: Day }[] {
  return cases.flatMap((facts) => {
    const still = stillOf(facts, rules);
    return still ? [{ caseId: facts.caseId, since: still.since }] : [];
  });
}

/** The home screen from bounded facts: which cases moved, which did not, what is owed. */
export function caseloadView(cases: readonly CaseFacts[], rules: CaseloadRules, gains: ReadonlyMap<string, Gains>): CaseloadView {
  const open = cases.filter((each) => each.status !== "closed");
  return {
    ...rules,
    rows: cases.map((each) => rowOf(each)),
    moved: open.flatMap((each) => movedOf(each, rules)),
    noMove: cases.flatMap((each) => noMoveOf(each, rules, gains.get(each.caseId))),
    toFinish: cases.flatMap(toFinishOf),
  };
}

function rowOf(facts: CaseFacts): CaseloadRow {
  const last = facts.rated.at(-1);
  const unrated = unratedOf(facts);
  const [before, now] = [facts.groundings.at(-2), facts.groundings.at(-1)];
  const grounding = now ? groundingOf(now.ratings) : null;
  const earlier: Grounding | null = before ? groundingOf(before.ratings) : null;
  return {
    caseId: facts.caseId,
    label: facts.label,
    status: facts.status,
    stage: last?.stage ?? null,
    stageOn: last?.day ?? null,
    stageSource: last?.source ?? null,
    unrated,
    stageChange: unrated === null ? stageChange(facts.rated) : null,
    spark: facts.spark,
    grounding: grounding?.median ?? null,
    groundingRated: grounding === null ? 0 : grounding.rated,
    groundingOn: grounding && now ? now.day : null,
    groundingChange: grounding && earlier ? compare(earlier.median, grounding.median) : null,
    lastSessionOn: facts.lastSessionOn,
    nextSessionOn: facts.nextSessionOn,
    flags: flagsOf(facts),
  };
}

/** Sessions held since the last rating without another; nothing is owed to a case that was never rated. */
function unratedOf({ spark, rated, ratedGoesOn, lastSessionOn }: CaseFacts): UnratedSince | null {
  const last = rated.at(-1);
  const sessions = unratedAtEnd(spark.map((stage) => ({ stage, held: true })));
  if (sessions === 0 || (!last && !ratedGoesOn)) return null;
  if (last?.kind !== "between") return { sessions, orMore: sessions === spark.length };
  // Some of them were before the note; one at least was after it where the last session has a later day.
  if (lastSessionOn === null || lastSessionOn <= last.day) return null;
  return { sessions: 1, orMore: sessions > 1 };
}

function flagsOf(facts: CaseFacts): CaseFlag[] {
  const flags: CaseFlag[] = [];
  if (facts.drafts.length > 0) flags.push("draft");
  if (facts.consentMissing) flags.push("consent-missing");
  if (facts.safetyOpen) flags.push("safety-open");
  if (!facts.hasSessions) flags.push("new");
  return flags;
}

function dismissedUpTo(facts: CaseFacts, panel: "moved" | "no-move"): number {
  return Math.max(-1, ...facts.dismissed.filter((each) => each.panel === panel).map((each) => each.upTo));
}

function movedOf(facts: CaseFacts, { today, movedWithinDays }: CaseloadRules): MovedItem[] {
  const since = addDays(today, -movedWithinDays);
  const seen = dismissedUpTo(facts, "moved");
  const isNews = (each: { day: Day; sequence: number }) => each.day >= since && each.sequence > seen;
  const moves = [
    ...stageMoves(facts.rated)
      .filter(isNews)
      .map(({ sequence, ...move }) => ({ sequence, move: { kind: "stage" as const, ...move } })),
    ...facts.shifts
      .filter(isNews)
      .map(({ day, sequence, kind, direction, who }) => ({ sequence, move: { kind: "shift" as const, day, shift: kind, direction, who } })),
  ].sort((a, b) => b.move.day.localeCompare(a.move.day) || b.sequence - a.sequence);
  if (moves.length === 0) return [];
  const { caseId, label, lastSequence } = facts;
  return [{ caseId, label, stage: facts.rated.at(-1)?.stage ?? null, upTo: lastSequence, moves: moves.map((each) => each.move) }];
}

function stillOf(facts: CaseFacts, { noMoveAfterSessions }: CaseloadRules): ReturnType<typeof noMoveOnLadder> {
  // Silence can be fear: while a concern is open nothing is said. A paused or closed case has nothing to move.
  if (facts.safetyOpen || facts.status !== "active") return null;
  // Dismissed until the next session, rated or not.
  if (facts.lastSessionSequence <= dismissedUpTo(facts, "no-move")) return null;
  return noMoveOnLadder(facts.rated, noMoveAfterSessions);
}

function noMoveOf(facts: CaseFacts, rules: CaseloadRules, gains: Gains | undefined): NoMoveItem[] {
  const still = stillOf(facts, rules);
  const last = facts.rated.at(-1);
  if (!still || !last) return [];
  const { caseId, label, lastSequence } = facts;
  // Where the whole window is still, the stretch began before it.
  const orMore = facts.ratedGoesOn && still.since === facts.rated.find((each) => each.kind === "session")?.day;
  return [{ caseId, label, stage: last.stage, ratedSessions: still.ratedSessions, orMore, upTo: lastSequence, gained: gains ? gainedIn(gains) : [] }];
}

/** What the active partner gained meanwhile: growth counts whatever the partner chooses. */
function gainedIn({ groundings, shifts }: Gains): NoMoveItem["gained"] {
  const toward = shifts
    .filter((shift) => shift.who !== "observing" && shift.direction === "toward")
    .map((shift) => ({ kind: "shift" as const, day: shift.day, shift: shift.kind }))
    .reverse();
  const [first, now] = [groundings[0], groundings.at(-1)];
  const [earlier, later] = [first && groundingOf(first.ratings), now && groundingOf(now.ratings)];
  const rose = earlier && later && later.median > earlier.median ? [{ kind: "grounding" as const, from: earlier.median, to: later.median }] : [];
  return [...toward, ...rose];
}

function toFinishOf(facts: CaseFacts): ToFinishItem[] {
  const { caseId, label } = facts;
  return [
    ...facts.drafts.map((draft) => ({ kind: "draft" as const, caseId, label, draftId: draft.draftId, day: draft.day, draftKind: draft.kind })),
    ...(facts.consentMissing && facts.status !== "closed" ? [{ kind: "consent-missing" as const, caseId, label }] : []),
    // Also of a closed case: what was answered is not gone with it.
    ...(facts.promptOwed ? [{ kind: "prompt-owed" as const, caseId, label }] : []),
  ];
}
