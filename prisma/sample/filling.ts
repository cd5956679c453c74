import type { Day } from "#core/day.ts";
import type { AuditNote } from "#server/audit/audit.ts";
import type { SampleCase } from "./shape.ts";

/** What a sample case is written from. */
export interface Filling {
  readonly coupleCase: SampleCase;
  readonly today: Day;
  /** Ids of the practice's own themes and tracks, by the author's keys. */
  readonly ownIds: ReadonlyMap<string, string>;
  readonly note: (entry: AuditNote) => void;
  readonly now: Date;
  /** Keys.privateNotes. */
  readonly key: Buffer;
}
