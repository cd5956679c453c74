import { CHOOSABLE_SOURCES, type EvidenceSource } from "#core/vocabulary/occasion.ts";

/**
 * The source proposed for what is said about the observing partner: seen by the clinician when the partner was there,
 * told by the client when not. Nothing is proposed before presence is known; the clinician may always choose otherwise.
 */
export function sourceProposedBy(presence: string | null): EvidenceSource | null {
  if (presence === null) return null;
  return presence === "absent" ? "told" : "seen";
}

/** An imported session may say "not recorded"; a correction by hand then says what is known. */
export function isChoosableSource(source: string): boolean {
  return (CHOOSABLE_SOURCES as readonly string[]).includes(source);
}
