export type CannotOpenReason = "in-use" | "wrong-key" | "damaged" | "not-durable" | "unwritable" | "newer-schema" | "changed-migration";

/** The record cannot be opened safely; nothing was written. The sentence is for the terminal. */
export class CannotOpen extends Error {
  readonly reason: CannotOpenReason;
  constructor(reason: CannotOpenReason, sentence: string) {
    super(sentence);
    this.name = "CannotOpen";
    this.reason = reason;
  }
}
