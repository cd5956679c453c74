import type { MeasureView } from "#core/contracts/measure.ts";
import type { CutOffSide } from "#core/vocabulary/measure.ts";
import { figure } from "#core/vocabulary/wording.ts";

/** One figure of a measure as it is shown; `unconfirmed` = recalled, not looked up. */
interface MeasureFigure {
  readonly label: string;
  readonly words: string;
  readonly unconfirmed: boolean;
}

export const SIDE_WORDS: Record<CutOffSide, string> = {
  below: "below it",
  "at-or-below": "at it or below",
  "below-at-unknown": "below it (which side it is itself on is not published)",
  "at-or-above": "at it or above",
  above: "above it",
  "above-at-unknown": "above it (which side it is itself on is not published)",
};

/** What is known of a measure beyond its range, each figure with its mark. What nobody published is said to be missing. */
export function figuresOf(measure: MeasureView): MeasureFigure[] {
  const { cutOff, changePoints, reliability, normSd, bands } = measure;
  const none = (label: string): MeasureFigure => ({ label, words: "none known", unconfirmed: false });
  return [
    cutOff === null
      ? none("Cut-off")
      : { label: "Cut-off", words: `${figure(cutOff.value)}; distress ${SIDE_WORDS[cutOff.side]}`, unconfirmed: cutOff.recalled },
    changePoints === null
      ? none("Published change")
      : { label: "Published change", words: changeWords(changePoints), unconfirmed: changePoints.recalled },
    ...(reliability === null
      ? []
      : [{ label: "Reliability", words: `${figure(reliability.value)}${kindWords(reliability.kind)}`, unconfirmed: reliability.recalled }]),
    ...(normSd === null
      ? []
      : [
          {
            label: "Spread (SD)",
            words: `${figure(normSd.value)}${normSd.mean === null ? "" : `, mean ${figure(normSd.mean)}`}`,
            unconfirmed: normSd.recalled,
          },
        ]),
    ...(bands.length === 0
      ? []
      : [{ label: "Stretches", words: bands.map(({ from, words }) => `${words} from ${figure(from)}`).join(", "), unconfirmed: false }]),
  ];
}

function changeWords({ points, confidence }: NonNullable<MeasureView["changePoints"]>): string {
  return `${figure(points)} points${confidence === null ? "" : ` (at ${Math.round(confidence * 100)} %)`}`;
}

function kindWords(kind: NonNullable<MeasureView["reliability"]>["kind"]): string {
  if (kind === null) return "";
  return kind === "alpha" ? " (alpha)" : " (retest)";
}

/** True where any figure that decides a verdict is from memory: then every verdict says so. */
export function isUnconfirmed(measure: MeasureView): boolean {
  return figuresOf(measure).some((each) => each.unconfirmed);
}
