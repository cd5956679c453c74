import { NOTE_LIMIT } from "#core/fields/text-limits.ts";
import { figure } from "#core/vocabulary/wording.ts";

/** What to say at a note that is too long to be finished, with its count; null = it fits. */
export function tooLongNote(text: string): string | null {
  if (text.length <= NOTE_LIMIT) return null;
  const [count, most] = [text.length, NOTE_LIMIT].map(figure);
  return `This note has ${count} characters; ${most} is the most. Shorten it: nothing else is lost.`;
}
