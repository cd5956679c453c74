import type { CaseFlag, CaseloadRow, CaseloadView, MovedItem, NoMoveItem, ToFinishItem } from "#core/contracts/caseload.ts";
import { addDays, type Day } from "#core/day.ts";
import type { CaseStatus } from "#core/vocabulary/case.ts";
import type { EngagementStage } from "#core/vocabulary/engagement.ts";
import type { Direction, ShiftKind, ShiftWho } from "#core/vocabulary/shift.ts";
import { type Grounding, groundingOf } from "./grounding.ts";
import { compare, noMoveOnLadder, type RatedStage, stageChange, stageMoves } from "./ladder.ts";

/** What the home screen needs to know of one case: a bounded window of its newest entries, oldest first. */
export interface CaseFacts {
  readonly caseId: string;
  readonly label: string;
  readonly status: CaseStatus;
  readonly openedOn: Day;
  readonly nextSessionOn: Day | null;
  readonly lastSequence: number;
  readonly hasSessions: boolean;
  readonly safetyOpen: boolean;
  readonly consentMissing: boolean;
  readonly lastSessionOn: Day | null;
  /** Stages of the last held sessions. */
  readonly spark: readonly (EngagementStage | null)[];
  readonly rated: readonly RatedStage[];
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

/** The home screen from bounded facts: which cases moved, which did not, what is owed. */
export function caseloadView(cases: readonly CaseFacts[], rules: CaseloadRules): CaseloadView {
  const open = cases.filter((each) => each.status !== "closed");
  return {
    ...rules,
    rows: cases.map((each) => rowOf(each)),
    moved: open.flatMap((each) => movedOf(each, rules)),
    noMove: open.filter((each) => each.status === "active").flatMap((each) => noMoveOf(each, rules)),
    toFinish: cases.flatMap(toFinishOf),
  };
}

function rowOf(facts: CaseFacts): CaseloadRow {
  const last = facts.rated.at(-1);
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
    stageChange: stageChange(facts.rated),
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

function noMoveOf(facts: CaseFacts, { noMoveAfterSessions }: CaseloadRules): NoMoveItem[] {
  const last = facts.rated.at(-1);
  const still = facts.safetyOpen ? null : noMoveOnLadder(facts.rated, noMoveAfterSessions);
  // Dismissed until the next session: any later entry of a session brings it back.
  const newestSession = facts.rated.filter((each) => each.kind === "session").at(-1);
  if (!still || !last || !newestSession || newestSession.sequence <= dismissedUpTo(facts, "no-move")) return [];
  return [
    {
      caseId: facts.caseId,
      label: facts.label,
      stage: last.stage,
      ratedSessions: still.ratedSessions,
      upTo: facts.lastSequence,
      gained: gainedSince(facts, still.since),
    },
  ];
}

/** What the active partner gained meanwhile: growth counts whatever the partner chooses. */
function gainedSince(facts: CaseFacts, since: Day): NoMoveItem["gained"] {
  const shifts = facts.shifts
    .filter((shift) => shift.day >= since && shift.who !== "observing" && shift.direction === "toward")
    .map((shift) => ({ kind: "shift" as const, day: shift.day, shift: shift.kind }))
    .reverse();
  const [before, now] = [facts.groundings.at(-2), facts.groundings.at(-1)];
  const [earlier, later] = [before && groundingOf(before.ratings), now && groundingOf(now.ratings)];
  const rose = earlier && later && later.median > earlier.median ? [{ kind: "grounding" as const, from: earlier.median, to: later.median }] : [];
  return [...shifts, ...rose];
}

function toFinishOf(facts: CaseFacts): ToFinishItem[] {
  const { caseId, label } = facts;
  return [
    ...facts.drafts.map((draft) => ({ kind: "draft" as const, caseId, label, draftId: draft.draftId, day: draft.day, draftKind: draft.kind })),
    ...(facts.consentMissing && facts.status !== "closed" ? [{ kind: "consent-missing" as const, caseId, label }] : []),
  ];
}
