import { count, number, shortDay } from "#client/format.ts";
import type { CaseloadRow, MovedItem, NoMoveItem } from "#core/contracts/caseload.ts";
import { stageWord } from "#core/vocabulary/engagement.ts";
import { SOURCE_WORDS } from "#core/vocabulary/occasion.ts";
import { DIRECTION_MARKS, type Direction, SHIFT_MEANINGS, WHO_WORDS } from "#core/vocabulary/shift.ts";

interface ChangeWords {
  readonly mark: "▲" | "▼" | "–";
  readonly words: string;
  readonly tone: "toward" | "away" | "same";
}

const CHANGES: Record<NonNullable<CaseloadRow["stageChange"]>, ChangeWords> = {
  up: { mark: "▲", words: "up against the previous rating", tone: "toward" },
  down: { mark: "▼", words: "down against the previous rating", tone: "away" },
  same: { mark: "–", words: "the same as at the previous rating", tone: "same" },
};

/** The mark and what it says; null where there is nothing to compare with. */
export function changeWords(change: CaseloadRow["stageChange"]): ChangeWords | null {
  return change === null ? null : CHANGES[change];
}

/** "curious", and "not rated yet" for a case without any rating: "declining" is a rating. */
export function stageWords(row: Pick<CaseloadRow, "stage">): string {
  return row.stage === null ? "not rated yet" : stageWord(row.stage);
}

/** "14 Aug, not rated since, 8 sessions": an old stage is never shown as today's. Null where the rating is of the last session. */
export function unratedWords({ stageOn, unrated }: Pick<CaseloadRow, "stageOn" | "unrated">, today: string): string | null {
  if (unrated === null) return null;
  const sessions = unrated.orMore ? `${unrated.sessions} or more sessions` : count(unrated.sessions, "session");
  return stageOn === null ? `none in the last ${sessions}` : `${shortDay(stageOn, today)}, not rated since, ${sessions}`;
}

interface GroundingWords {
  /** "grounding 6.5"; "grounding –" where none was rated. A median of 0 reads "grounding 0". */
  readonly words: string;
  /** "3 of 4" where some are missing. */
  readonly partly: string | null;
  readonly heard: string;
}

/** The median of the groundings given, and of how many where not all four were. */
export function groundingWords(row: Pick<CaseloadRow, "grounding" | "groundingRated">): GroundingWords {
  if (row.grounding === null) return { words: "grounding –", partly: null, heard: "grounding not rated" };
  const partly = row.groundingRated < 4 ? `${row.groundingRated} of 4` : null;
  const words = `grounding ${number(row.grounding)}`;
  return { words, partly, heard: partly === null ? words : `${words}, ${partly} rated` };
}

export interface Line {
  readonly words: string;
  /** Said after the words, in a quieter voice. */
  readonly quiet: string;
  readonly direction: Direction | null;
}

type Move = MovedItem["moves"][number];

/** "listening → curious", "12 Nov"; whose it was and where it was seen are said where they are not the usual. */
export function moveLine(move: Move, today: string): Line {
  const day = shortDay(move.day, today);
  if (move.kind === "shift") {
    const { words, who } = SHIFT_MEANINGS[move.shift];
    return { words, quiet: move.who === who ? day : `${day}, ${WHO_WORDS[move.who]}`, direction: move.direction };
  }
  return {
    words: `${stageWord(move.from)} → ${stageWord(move.to)}`,
    quiet: move.source === null || move.source === "seen" ? day : `${day}, ${SOURCE_WORDS[move.source]}`,
    direction: null,
  };
}

type Gain = NoMoveItem["gained"][number];

/** What the active partner gained meanwhile: "own voice found 3 Nov", "grounding 4 to 6". */
export function gainLine(gain: Gain, today: string): Line {
  if (gain.kind === "grounding") {
    const direction = gain.to > gain.from ? "toward" : gain.to < gain.from ? "away" : null;
    return { words: `grounding ${number(gain.from)} to ${number(gain.to)}`, quiet: "", direction };
  }
  return { words: `${SHIFT_MEANINGS[gain.shift].words} ${shortDay(gain.day, today)}`, quiet: "", direction: "toward" };
}

/** "5 rated sessions, listening". */
export function noMoveWords(item: Pick<NoMoveItem, "ratedSessions" | "orMore" | "stage">): string {
  const sessions = item.orMore ? `${item.ratedSessions} or more rated sessions` : count(item.ratedSessions, "rated session");
  return `${sessions}, ${stageWord(item.stage)}`;
}

export function directionMark(direction: Direction | null): string {
  return direction === null ? "" : DIRECTION_MARKS[direction];
}
