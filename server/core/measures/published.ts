import type { MeasureView } from "#core/contracts/measure.ts";
import type { CutOffSide } from "#core/vocabulary/measure.ts";

/** What every published instrument of the catalogue has alike: no wording of its items is shipped, and it is not the practice's own. */
type Alike = "own" | "archived" | "form" | "formId" | "formVersion" | "mostMissing";

/** A published instrument as it is written down in the catalogue; what nobody published is left out. */
export type Published = Pick<MeasureView, "id" | "name" | "asks" | "subject" | "version" | "lowest" | "highest" | "better" | "source"> & {
  readonly items: number;
} & Partial<Omit<MeasureView, Alike | "items">>;

/** A catalogue entry as a screen needs it. */
export function published(entry: Published): MeasureView {
  return {
    // A sum of whole answers is whole.
    step: 1,
    cutOff: null,
    bands: [],
    changePoints: null,
    reliability: null,
    normSd: null,
    safetyItem: null,
    ...entry,
    own: false,
    archived: false,
    form: null,
    formId: null,
    formVersion: null,
    mostMissing: null,
  };
}

/**
 * Of which version are answers to this measure's form? The instrument's, and with it the form's own: two files of one instrument may word
 * an item differently. A total alone names the instrument's.
 */
export function versionAnswered({ version, formVersion }: Pick<MeasureView, "version" | "formVersion">): string {
  return formVersion === null ? version : `${version}; form ${formVersion}`;
}

/** Can a total of this measure come out so? One that cannot was mistyped, or counted in another way. */
export function isOnStep({ lowest, step }: Pick<MeasureView, "lowest" | "step">, score: number): boolean {
  return step === null || Number.isInteger((score - lowest) / step);
}

export function cutOffAt(value: number, side: CutOffSide): MeasureView["cutOff"] {
  return { value, side, recalled: false };
}

/** Published change points: reached by a change of just so many. */
export function changeOf(points: number, confidence: number | null = null): MeasureView["changePoints"] {
  return { points, confidence, recalled: false };
}

export function alpha(value: number): MeasureView["reliability"] {
  return { value, kind: "alpha", recalled: false };
}

/** A figure that nobody could confirm: everything concluded from it says so. */
export function recalledSd(value: number, mean: number | null): MeasureView["normSd"] {
  return { value, mean, recalled: true };
}
