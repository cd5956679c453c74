/** U+0000. No keyboard types it; a damaged file may hold it, and so may a text that was pasted from one. */
export const NUL = "\u0000";

/** The text without U+0000, and otherwise as it is. */
export function withoutNul(text: string): string {
  return text.includes(NUL) ? text.replaceAll(NUL, "") : text;
}
