import { numberTyped } from "#client/format.ts";
import type { AddMeasure } from "#core/contracts/measure.ts";
import { CUT_OFF_SIDES, type CutOffSide, type MeasureBetter } from "#core/vocabulary/measure.ts";

/** A measure of the practice's own as it stands on the form. */
interface TypedMeasure {
  readonly name: string;
  readonly version: string;
  readonly lowest: string;
  readonly highest: string;
  readonly better: MeasureBetter;
  readonly items: string;
  readonly cutOff: string;
  readonly cutOffSide: CutOffSide;
  readonly changePoints: string;
  readonly reliability: string;
  readonly normSd: string;
  readonly source: string;
}

export const BLANK_MEASURE: TypedMeasure = {
  name: "",
  version: "",
  lowest: "",
  highest: "",
  better: "higher",
  items: "",
  cutOff: "",
  cutOffSide: "below",
  changePoints: "",
  reliability: "",
  normSd: "",
  source: "",
};

export type MeasureField = keyof TypedMeasure;

/** What is not ready, by field. Nothing that was left empty is at fault, except what a measure cannot do without. */
export function measureFaults(typed: TypedMeasure): Partial<Record<MeasureField, string>> {
  const [lowest, highest] = [numberTyped(typed.lowest), numberTyped(typed.highest)];
  const cutOff = numberTyped(typed.cutOff);
  const faults: Partial<Record<MeasureField, string>> = {};
  if (typed.name.trim() === "") faults.name = "Give it a name.";
  if (lowest === null) faults.lowest = "Give the lowest score it can have, such as 0.";
  if (highest === null) faults.highest = "Give the highest score it can have, such as 21.";
  else if (lowest !== null && lowest >= highest) faults.highest = "The highest must be above the lowest.";
  const at = (field: MeasureField, sentence: string, fits: (value: number) => boolean) => {
    const text = typed[field];
    const value = numberTyped(text);
    if (text.trim() !== "" && (value === null || !fits(value))) faults[field] = sentence;
  };
  at("items", "How many questions it has: a whole number from 1 to 500.", (value) => Number.isInteger(value) && value >= 1 && value <= 500);
  at("changePoints", "How many points are a change: a number above 0.", (value) => value > 0);
  at("reliability", "Its reliability: a number from 0 to 1, such as 0.9.", (value) => value >= 0 && value <= 1);
  at("normSd", "Its standard deviation: a number above 0.", (value) => value > 0);
  at(
    "cutOff",
    "The cut-off is a number between its lowest and its highest.",
    (value) => (lowest === null || value >= lowest) && (highest === null || value <= highest),
  );
  const figures = [cutOff, ...[typed.changePoints, typed.reliability, typed.normSd].map(numberTyped)];
  if (typed.source.trim() === "" && figures.some((each) => each !== null)) faults.source = "Say where these figures come from.";
  return faults;
}

/** The measure as the server takes it, once nothing is at fault. */
export function measureOf(typed: TypedMeasure): Omit<AddMeasure, "requestKey"> {
  const [lowest, highest] = [numberTyped(typed.lowest), numberTyped(typed.highest)];
  if (lowest === null || highest === null) throw new Error("a measure was sent before it was ready");
  const cutOff = numberTyped(typed.cutOff);
  return {
    name: typed.name.trim(),
    version: typed.version.trim(),
    better: typed.better,
    lowest,
    highest,
    items: numberTyped(typed.items),
    cutOff,
    cutOffSide: cutOff === null ? null : typed.cutOffSide,
    changePoints: numberTyped(typed.changePoints),
    reliability: numberTyped(typed.reliability),
    normSd: numberTyped(typed.normSd),
    source: typed.source.trim(),
  };
}

export function cutOffSideOf(value: string): CutOffSide {
  return CUT_OFF_SIDES.find((side) => side === value) ?? "below";
}
