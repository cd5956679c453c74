/** A section of a note: about 40 typed pages, past any real one; the bound keeps a pasted book out of the record. */
export const NOTE_LIMIT = 100_000;

/** What a draft keeps: far above what Finish takes, because a draft is not refused for what is in it. */
export const DRAFT_TEXT_LIMIT = 400_000;
