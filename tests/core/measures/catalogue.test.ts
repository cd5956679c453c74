import { describe, expect, it } from "vitest";
import type { MeasureView } from "#core/contracts/measure.ts";
import { CATALOGUE, inCatalogue } from "#core/measures/catalogue.ts";
import { isOnStep } from "#core/measures/published.ts";

/** Items, range, which way is better, cut-off with its side, points of reliable change. The entries of the catalogue name their sources. */
const PUBLISHED = [
  ["csi-4", 4, 0, 21, "higher", [13.5, "below"], null],
  ["csi-16", 16, 0, 81, "higher", [51.5, "below"], null],
  ["ras", 7, 7, 35, "higher", null, null],
  ["das-32", 32, 0, 151, "higher", [97, "below-at-unknown"], null],
  ["rdas", 14, 0, 69, "higher", [47, "at-or-below"], 12],
  ["kmss", 3, 3, 21, "higher", [17, "below"], null],
  ["score-15", 15, 15, 75, "lower", [51.92, "at-or-above"], 17.51],
  ["core-10", 10, 0, 40, "lower", [11, "at-or-above"], 6],
  ["core-om", 34, 0, 40, "lower", [10, "at-or-above"], 5],
  ["phq-9", 9, 0, 27, "lower", [10, "at-or-above"], 6],
  ["gad-7", 7, 0, 21, "lower", [10, "at-or-above"], 4],
  ["phq-4", 4, 0, 12, "lower", [6, "at-or-above"], null],
  ["who-5", 5, 0, 100, "higher", [50, "at-or-below"], 10],
  ["oq-45", 45, 0, 180, "lower", [64, "at-or-above"], 14],
  ["wai-sr", 12, 12, 60, "higher", null, null],
] as const;

describe("the catalogue of measures", () => {
  it.each(PUBLISHED)("holds %s as published", (id, items, lowest, highest, better, cutOff, points) => {
    const measure = inCatalogue(id);
    expect(measure).toMatchObject({ items, lowest, highest, better, own: false, archived: false, form: null });
    expect(measure?.cutOff ? [measure.cutOff.value, measure.cutOff.side] : null).toEqual(cutOff);
    expect(measure?.changePoints?.points ?? null).toBe(points);
  });

  it("holds these fifteen and no other, each with its source and our own words on what it asks", () => {
    expect(CATALOGUE.map(({ id }) => id).sort()).toEqual(PUBLISHED.map(([id]) => id).sort());
    for (const { id, source, asks, version } of CATALOGUE)
      expect(
        [source, asks, version].every((words) => words.length > 3),
        id,
      ).toBe(true);
  });

  it("keeps every cut-off and band inside the range, and the bands in order from the lowest score", () => {
    for (const { id, lowest, highest, cutOff, bands } of CATALOGUE) {
      const within = (value: number) => value >= lowest && value <= highest;
      expect(cutOff === null || within(cutOff.value), id).toBe(true);
      expect(
        bands.every(({ from }) => within(from)),
        id,
      ).toBe(true);
      expect([...bands].sort((a, b) => a.from - b.from)).toEqual(bands);
      expect(bands[0]?.from ?? lowest, id).toBe(lowest);
    }
  });

  it("marks what is recalled: the spreads of the CSI, and nothing of the DAS, whose 97 is confirmed", () => {
    const recalled = CATALOGUE.filter((each) => [each.cutOff, each.changePoints, each.reliability, each.normSd].some((figure) => figure?.recalled));
    expect(recalled.map(({ id }) => id)).toEqual(["csi-4", "csi-16"]);
  });

  it("says of CORE-10 alone with what confidence its points were published", () => {
    expect(CATALOGUE.filter((each) => each.changePoints?.confidence != null).map(({ id, changePoints }) => [id, changePoints?.confidence])).toEqual([
      ["core-10", 0.9],
    ]);
  });

  it("counts 28 of the WHO-5 to the lowest stretch, and PHQ-9 bands from 5, 10, 15 and 20", () => {
    const bandsOf = (id: string) => inCatalogue(id)?.bands.map(({ from }) => from);
    expect(bandsOf("who-5")).toEqual([0, 29, 51]);
    expect(bandsOf("phq-9")).toEqual([0, 5, 10, 15, 20]);
  });

  it("takes no total that cannot come out: half a point of a sum, or a WHO-5 that was not multiplied by four", () => {
    const takes = (id: string, score: number) => isOnStep(inCatalogue(id) as MeasureView, score);
    expect([takes("csi-4", 9), takes("csi-4", 9.5)]).toEqual([true, false]);
    expect([takes("ras", 7), takes("ras", 20)]).toEqual([true, true]);
    expect([takes("who-5", 52), takes("who-5", 13)]).toEqual([true, false]);
    // Ten times a mean: 11.2 is a score of the CORE-OM.
    expect(takes("core-om", 11.2)).toBe(true);
  });

  it("knows one item on self-harm: the ninth of the PHQ-9", () => {
    expect(CATALOGUE.filter((each) => each.safetyItem !== null).map(({ id, safetyItem }) => [id, safetyItem])).toEqual([["phq-9", 9]]);
  });
});
