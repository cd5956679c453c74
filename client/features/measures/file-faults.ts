import type { FileFault } from "#core/contracts/measure.ts";

/** "Line 14: a comma is missing …": the place first, as an editor shows it. */
export function faultWords({ line, words }: FileFault): string {
  return line === null ? words : `Line ${line}: ${words}`;
}
