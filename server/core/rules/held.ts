import type { Attendance, OccasionKind } from "#core/vocabulary/occasion.ts";

/** A session that took place. A past session brought in without a word on attendance did take place. */
export function isHeld({ kind, attendance }: { readonly kind: OccasionKind; readonly attendance: Attendance | null }): boolean {
  return kind === "session" && attendance !== "cancelled" && attendance !== "no-show";
}
