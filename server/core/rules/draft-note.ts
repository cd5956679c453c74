import { NOTE_FORMATS, NOTE_SECTIONS, type NoteFormat } from "#core/vocabulary/occasion.ts";

/** Is this text one of the four note formats? */
export function isNoteFormat(text: string): text is NoteFormat {
  return (NOTE_FORMATS as readonly string[]).includes(text);
}

export interface KeptSection {
  readonly key: string;
  readonly heading: string;
  readonly text: string;
}

/**
 * Sections written under another format and not part of this one: they stay on the form, below, until they are finished
 * or emptied. Switching the format never loses text.
 */
export function keptSections(format: NoteFormat, sections: Readonly<Record<string, string>>): KeptSection[] {
  const own = new Set(NOTE_SECTIONS[format].map(([key]) => key));
  const headings = new Map(NOTE_FORMATS.flatMap((other) => NOTE_SECTIONS[other]));
  return Object.entries(sections)
    .filter(([key, text]) => !own.has(key) && text.trim() !== "")
    .map(([key, text]) => ({ key, heading: headings.get(key) ?? key, text }));
}

/** The sections of one format, with whatever was written under another format appended to the first, under its heading. */
export function foldNote(format: NoteFormat, sections: Readonly<Record<string, string>>): Record<string, string> {
  const folded: Record<string, string> = {};
  for (const [key] of NOTE_SECTIONS[format]) folded[key] = sections[key] ?? "";
  const [first] = NOTE_SECTIONS[format];
  if (!first) return folded;
  const kept = keptSections(format, sections).map(({ heading, text }) => `${heading}\n${text.trim()}`);
  folded[first[0]] = [folded[first[0]] ?? "", ...kept].filter((text) => text.trim() !== "").join("\n\n");
  return folded;
}
