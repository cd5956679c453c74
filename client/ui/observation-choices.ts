import { STAGE_WORDS, STAGES } from "#core/vocabulary/engagement.ts";
import { CHOOSABLE_SOURCES, PRESENCE_WORDS, SOURCE_WORDS, STANCE_WORDS, STANCES } from "#core/vocabulary/occasion.ts";
import { SHIFT_KINDS, SHIFT_MEANINGS } from "#core/vocabulary/shift.ts";
import type { Choice } from "./ChoiceRow.tsx";
import type { KeyedChip } from "./KeyedChips.tsx";

/** The choices about the observing partner with their keys: the same on the log and on a note between sessions. */

/** In the order of a log: there first, absent last. The letter works as well as the number. */
const PRESENCE_KEYS = { "in-room": ["1", "r"], online: ["2", "o"], "joined-part": ["3", "p"], absent: ["4", "a"] } as const;
export const PRESENCE_ORDER = ["in-room", "online", "joined-part", "absent"] as const;

export const PRESENCE_CHOICES: readonly Choice<string>[] = PRESENCE_ORDER.map((presence) => ({
  value: presence,
  label: PRESENCE_WORDS[presence],
  keys: PRESENCE_KEYS[presence],
}));

/** 0–6 and the dash. `null` is "not rated", which is not 0. */
export const STAGE_CHOICES: readonly Choice<number | null>[] = [
  ...STAGES.map((stage) => ({ value: stage, label: String(stage), spoken: `${stage}, ${STAGE_WORDS[stage]}`, keys: [String(stage)] })),
  { value: null, label: "–", spoken: "not rated", keys: ["-", "–"] },
];

const SOURCE_LETTERS = { seen: "s", told: "t", "own-words": "o" } as const;

export const SOURCE_CHOICES: readonly Choice<string>[] = CHOOSABLE_SOURCES.map((source, at) => ({
  value: source,
  label: SOURCE_WORDS[source],
  keys: [String(at + 1), SOURCE_LETTERS[source]],
}));

export const STANCE_CHIPS: readonly KeyedChip[] = STANCES.map((stance, at) => ({
  value: stance,
  label: STANCE_WORDS[stance],
  key: String(at + 1),
}));

/** Ten have a number; the last two their letter. */
const SHIFT_KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "s", "x"] as const;

export const SHIFT_CHIPS: readonly KeyedChip[] = SHIFT_KINDS.map((kind, at) => ({
  value: kind,
  label: SHIFT_MEANINGS[kind].words,
  key: SHIFT_KEYS[at] ?? null,
}));

/** 0–10 and the dash; `t` is ten, because two digits would be two keys. */
export const RATING_CHOICES: readonly Choice<number | null>[] = [
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((value) => ({ value, label: String(value), keys: [String(value)] })),
  { value: 10, label: "10", keys: ["t"] },
  { value: null, label: "–", spoken: "not rated", keys: ["-", "–"] },
];
