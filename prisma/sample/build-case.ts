import { storedNote } from "#core/contracts/stored-note.ts";
import { addDays, type Day } from "#core/day.ts";
import { NO_CONTENT } from "#core/rules/occasion-content.ts";
import type { EngagementStage } from "#core/vocabulary/engagement.ts";
import { SHIFT_KINDS, SHIFT_MEANINGS, type ShiftKind } from "#core/vocabulary/shift.ts";
import { BUILT_IN_THEMES, type BuiltInTheme } from "#core/vocabulary/theme.ts";
import { BUILT_IN_TRACKS, isGroundingTrack } from "#core/vocabulary/track.ts";
import type { Bulk } from "#server/database/database.ts";
import { hourColumns } from "#server/database/declared-columns.ts";
import { workingDaysBefore } from "./days.ts";
import type { Dice } from "./dice.ts";

export interface BuiltCase {
  readonly practiceId: string;
  readonly clinicianId: string;
  readonly caseId: string;
  readonly label: string;
  readonly sessions: number;
  readonly today: Day;
}

const FIRST_NAMES = ["Alex", "Bo", "Cleo", "Devi", "Emre", "Fay", "Gus", "Hana", "Iris", "Jun", "Kit", "Lou", "Mina", "Noa", "Otis", "Pia"] as const;
const EVIDENCE = [
  "Listened with arms folded and stayed to the end.",
  "Asked one question and waited for the answer.",
  "Told by phone that this week was too much.",
  "Finished the other's sentence, kindly.",
  "Looked at the window for most of the hour.",
] as const;
const NOTES = [
  "The round at the door again, shorter than last time. Worked on saying the wish before the reproach.",
  "A calm week. Looked at what each did on the evening that went well, and who began it.",
  "Argued about money on Sunday. The pause held once and broke once; both are worth knowing.",
] as const;
const GOALS = ["Say the wish before the reproach", "One evening a week without screens"] as const;
const TRIES = ["Ten minutes on Sunday, seated", "Write the wish down before saying it", "Leave the room with a time to come back"] as const;
const STANCES = ["not-ready", "unsure", "resistant", "overwhelmed", "sceptical"] as const;

/** Writes one case with its sessions as rows; answers the ids and days of its sessions, oldest first, for the trail. */
export function buildCase(bulk: Bulk, dice: Dice, built: BuiltCase): { id: string; day: Day }[] {
  const { practiceId, clinicianId, caseId, label, sessions, today } = built;
  const days = sessionDays(dice, sessions, today);
  const openedOn = days[0] ?? today;
  const at = momentOf(openedOn);
  const owned = { practiceId, caseId };
  bulk.insert("couple_case", {
    id: caseId,
    practiceId,
    clinicianId,
    label,
    status: dice.chance(0.05) ? "paused" : "active",
    openedOn,
    presentingConcern: "Fictional: made by the sample generator.",
    secretsPolicy: "limited-secrets",
    collateralConsentOn: dice.chance(0.9) ? openedOn : null,
    nextSessionOn: addDays(today, dice.whole(1, 14)),
    nextSessionStart: "10:00",
    lastSequence: days.length,
    createdAt: at,
  });
  const partnerId = dice.id(openedOn);
  for (const [seat, id] of [
    ["active", dice.id(openedOn)],
    ["observing", partnerId],
  ] as const) {
    bulk.insert("partner", { id, ...owned, seat, label: dice.pick(FIRST_NAMES), pronouns: null });
    bulk.insert("role_period", {
      id: dice.id(openedOn),
      ...owned,
      partnerId: id,
      role: seat === "active" ? "client" : "observer",
      fromDay: openedOn,
    });
  }
  bulk.insert("case_event", { id: dice.id(openedOn), ...owned, kind: "opened", day: openedOn, createdAt: at });
  const goalIds = GOALS.map((wording) => {
    const id = dice.id(openedOn);
    bulk.insert("goal", { id, ...owned, wording, openedOn, createdAt: at });
    return id;
  });
  const course = {
    stage: dice.whole(0, 2),
    levels: BUILT_IN_TRACKS.map(() => 2 + dice.unit() * 3),
    pull: BUILT_IN_TRACKS.map(() => 4 + dice.unit() * 4),
  };
  return days.map((day, index) => buildSession(bulk, dice, { built, partnerId, goalIds, course, day, sequence: index + 1 }));
}

interface Course {
  stage: number;
  /** Where each track stands beneath its whole-number ratings, and where it drifts to. */
  readonly levels: number[];
  readonly pull: readonly number[];
}

interface BuiltSession {
  readonly built: BuiltCase;
  readonly partnerId: string;
  readonly goalIds: readonly string[];
  readonly course: Course;
  readonly day: Day;
  readonly sequence: number;
}

function buildSession(bulk: Bulk, dice: Dice, { built, partnerId, goalIds, course, day, sequence }: BuiltSession): { id: string; day: Day } {
  const { practiceId, caseId, clinicianId } = built;
  const owned = { practiceId, caseId };
  const id = dice.id(day);
  const held = !dice.chance(0.06);
  const createdAt = momentOf(day);
  bulk.insert("occasion", {
    id,
    ...owned,
    clinicianId,
    kind: "session",
    rootId: id,
    version: 1,
    standing: "current",
    day,
    sequence,
    ...hourColumns({
      ...NO_CONTENT,
      attendance: held ? "held" : dice.pick(["cancelled", "no-show"]),
      startTime: "10:00",
      minutes: held ? 50 : null,
      setting: held ? dice.pick(["in-person", "in-person", "video"]) : null,
      activePresent: held,
    }),
    createdAt,
  });
  if (!held) return { id, day };
  const here = { ...owned, occasionId: id };
  const newId = () => dice.id(day);
  buildObservation(bulk, dice, { partnerId, stage: nextStage(dice, course), here });
  buildRatings(bulk, dice, { course, here });
  for (const theme of themesOf(dice)) bulk.insert("session_theme", { occasionId: id, theme, ...owned });
  if (dice.chance(0.25)) {
    const kind = dice.pick(SHIFT_KINDS as unknown as [ShiftKind, ...ShiftKind[]]);
    const { direction, who } = SHIFT_MEANINGS[kind];
    bulk.insert("shift", { id: newId(), ...here, kind, direction, who, source: dice.pick(["seen", "told", "own-words"]) });
  }
  const [goalId] = dice.chance(0.3) ? goalIds : [];
  if (goalId !== undefined) bulk.insert("goal_touch", { goalId, occasionId: id, practiceId });
  if (dice.chance(0.25)) {
    bulk.insert("thing_to_try", {
      id: newId(),
      ...owned,
      wording: dice.pick(TRIES),
      standing: "done",
      agreedOn: day,
      agreedIn: id,
      answeredOn: day,
      createdAt,
    });
  }
  bulk.insert("note", { ...here, format: "free", sections: storedNote.write({ text: dice.pick(NOTES) }) });
  return { id, day };
}

type Here = { readonly practiceId: string; readonly caseId: string; readonly occasionId: string };

function buildObservation(
  bulk: Bulk,
  dice: Dice,
  { partnerId, stage, here }: { partnerId: string; stage: EngagementStage | null; here: Here },
): void {
  const presence = dice.pick(["absent", "in-room", "in-room", "online", "joined-part"]);
  bulk.insert("observation", {
    ...here,
    partnerId,
    presence,
    stage,
    source: presence === "absent" ? "told" : "seen",
    evidence: dice.pick(EVIDENCE),
  });
  if (dice.chance(0.4)) bulk.insert("observation_stance", { practiceId: here.practiceId, occasionId: here.occasionId, stance: dice.pick(STANCES) });
}

/** Whole numbers around a level that drifts and remembers: neighbours resemble each other, as real ratings do. */
function buildRatings(bulk: Bulk, dice: Dice, { course, here }: { course: Course; here: Here }): void {
  for (const [index, track] of BUILT_IN_TRACKS.entries()) {
    const [level, pull] = [course.levels[index], course.pull[index]];
    if (level === undefined || pull === undefined) throw new RangeError("a track without its course");
    const now = level + (pull - level) * 0.04 + dice.bell() * 0.6;
    course.levels[index] = now;
    if (dice.chance(0.08)) continue;
    const value = dice.chance(0.04) ? null : Math.min(10, Math.max(0, Math.round(now)));
    bulk.insert("rating", { ...here, track, value, rater: isGroundingTrack(track) ? "active" : "clinician" });
  }
}

function nextStage(dice: Dice, course: Course): EngagementStage | null {
  const step = dice.chance(0.12) ? 1 : dice.chance(0.08) ? -1 : 0;
  course.stage = Math.min(6, Math.max(0, course.stage + step));
  return dice.chance(0.12) ? null : (course.stage as EngagementStage);
}

function themesOf(dice: Dice): BuiltInTheme[] {
  const one = dice.pick(BUILT_IN_THEMES);
  const other = dice.pick(BUILT_IN_THEMES);
  return one === other ? [one] : [one, other];
}

/** Weekly on one weekday, now and then a week or three left out; the newest lies one to five working days back. */
function sessionDays(dice: Dice, count: number, today: Day): Day[] {
  const days: Day[] = [];
  let ago = dice.whole(1, 5);
  for (let made = 0; made < count; made += 1) {
    days.push(workingDaysBefore(today, ago));
    ago += dice.chance(0.03) ? 20 : dice.chance(0.15) ? 10 : 5;
  }
  return days.reverse();
}

function momentOf(day: Day): string {
  return `${day}T12:00:00.000Z`;
}
