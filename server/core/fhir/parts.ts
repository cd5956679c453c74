/** The parts of a FHIR resource, read without trust: what is not of the expected kind is absent. */

export type Parts = Readonly<Record<string, unknown>>;

export function isParts(value: unknown): value is Parts {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The objects of a list; anything else in it, or no list, gives none. */
export function listIn(parts: Parts, key: string): readonly Parts[] {
  const list = parts[key];
  return Array.isArray(list) ? list.filter(isParts) : [];
}

export function partIn(parts: Parts, key: string): Parts | null {
  const part = parts[key];
  return isParts(part) ? part : null;
}

/** Trimmed text without control characters, or null where there is none. Always shown as text, never as markup. */
export function textIn(parts: Parts, key: string): string | null {
  const text = parts[key];
  const plain = typeof text === "string" ? text.replace(/\p{Cc}+/gu, " ").trim() : "";
  return plain === "" ? null : plain;
}

export function numberIn(parts: Parts, key: string): number | null {
  const number = parts[key];
  return typeof number === "number" && Number.isFinite(number) ? number : null;
}

/** "http://loinc.org|44261-6"; "|44261-6" where the file names no system. */
export function codeOf(coding: Parts): string | null {
  const code = textIn(coding, "code");
  return code === null ? null : `${textIn(coding, "system") ?? ""}|${code}`;
}

/** The codes of a list of codings (`item.code`, `Observation.code.coding`). */
export function codesIn(parts: Parts, key: string): string[] {
  return listIn(parts, key).flatMap((coding) => codeOf(coding) ?? []);
}

/** The same code; a file that names no system means whichever the other one names. */
export function sameCode(one: string, other: string): boolean {
  const [mySystem, myCode] = split(one);
  const [itsSystem, itsCode] = split(other);
  return myCode === itsCode && (mySystem === itsSystem || mySystem === "" || itsSystem === "");
}

function split(code: string): [system: string, code: string] {
  const at = code.lastIndexOf("|");
  return [code.slice(0, at), code.slice(at + 1)];
}

/** What a list of items knows of one of them: "item 4 of 9 (linkId “mood”)". */
export function placeWords(place: number, of: number, linkId: string | null): string {
  return `item ${place + 1} of ${of}${linkId === null ? "" : ` (linkId “${linkId}”)`}`;
}
