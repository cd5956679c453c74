/** What a day was marked for, to see what lies before and after it. */
export const MARK_ORIGINS = ["shift", "role", "event", "day"] as const;
export type MarkOrigin = (typeof MARK_ORIGINS)[number];

/** More tracks than two, each with its verdict words, and a perfectly stable case would mostly show some verdict. */
export const MOST_FOCUS_TRACKS = 2;
