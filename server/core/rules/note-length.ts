/** A section of a note: about 40 typed pages, past any real one; the bound keeps a pasted book out of the record. */
export const NOTE_LIMIT = 100_000;

/** What a draft keeps: far above what Finish takes, because a draft is not refused for what is in it. */
export const DRAFT_TEXT_LIMIT = 400_000;

/** What to say at a note that is too long to be finished, with its count; null = it fits. */
export function tooLongNote(text: string): string | null {
  if (text.length <= NOTE_LIMIT) return null;
  const [count, most] = [text.length, NOTE_LIMIT].map((number) => number.toLocaleString("en-US"));
  return `This note has ${count} characters; ${most} is the most. Shorten it: nothing else is lost.`;
}
