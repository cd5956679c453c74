import { sameCode } from "./parts.ts";

const LOINC = "http://loinc.org";

/**
 * What the published instruments are called in files: LOINC codes of the total and, where a file of that kind was seen, of the
 * questionnaire. None is known for the measures of couples; none is guessed.
 */
const INSTRUMENTS: readonly { readonly measure: string; readonly total: string; readonly panel: string | null }[] = [
  { measure: "phq-9", total: `${LOINC}|44261-6`, panel: `${LOINC}|44249-1` },
  { measure: "gad-7", total: `${LOINC}|70274-6`, panel: `${LOINC}|69737-5` },
  { measure: "phq-4", total: `${LOINC}|70272-0`, panel: null },
];

/** PHQ-9, ninth item. */
const ON_SELF_HARM = `${LOINC}|44260-8`;

/** The published instrument whose total these codes name. */
export function instrumentOfTotal(codes: readonly string[]): string | null {
  return INSTRUMENTS.find(({ total }) => codes.some((code) => sameCode(code, total)))?.measure ?? null;
}

/** The published instrument whose questionnaire these codes name. */
export function instrumentOfPanel(codes: readonly string[]): string | null {
  return INSTRUMENTS.find(({ panel }) => panel !== null && codes.some((code) => sameCode(code, panel)))?.measure ?? null;
}

export function isOnSelfHarm(codes: readonly string[]): boolean {
  return codes.some((code) => sameCode(code, ON_SELF_HARM));
}
