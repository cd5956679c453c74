import { describe, expect, it } from "vitest";
import type { FormItem, MeasureView } from "#core/contracts/measure.ts";
import { inCatalogue } from "#core/measures/catalogue.ts";
import { leastSafetyAnswer, safetyMisfit, safetyRanges } from "#core/measures/safety-item.ts";

/** Nine items of 0 to 3 (Kroenke, Spitzer & Williams 2001): eight of them reach 24. */
const PHQ_9 = inCatalogue("phq-9") as MeasureView;
const CSI_4 = inCatalogue("csi-4") as MeasureView;

/** A fictional form of two made-up items that do not weigh the same: 0 to 1 and 0 to 8. */
const UNEVEN: MeasureView = {
  ...PHQ_9,
  items: 2,
  highest: 9,
  safetyItem: 1,
  form: { items: [item("The door is closed quietly", [0, 1], true), item("The kettle is on", [0, 8], false)] },
};

function item(text: string, values: readonly number[], safety: boolean): FormItem {
  return { linkId: text, codes: [], text, options: values.map((value) => ({ label: `${value}`, value, codes: [] })), safety };
}

describe("the item on self-harm beside a total", () => {
  it.each([
    [27, 0, "below-total"],
    [27, 2, "below-total"],
    [27, 3, null],
    [25, 0, "below-total"],
    [25, 1, null],
    [24, 0, null],
    [0, 0, null],
    [1, 2, "above-total"],
    [2, 2, null],
    [20, 4, "not-offered"],
  ] as const)("PHQ-9 of %i with item 9 at %i: %s", (score, safetyItem, misfit) => {
    expect(safetyMisfit(PHQ_9, { score, safetyItem })).toBe(misfit);
  });

  it.each([
    [24, 0],
    [25, 1],
    [26, 2],
    [27, 3],
  ])("not known, a PHQ-9 of %i leaves at least %i for it", (score, least) => {
    expect(leastSafetyAnswer(PHQ_9, { score, safetyItem: null })).toBe(least);
  });

  it("is what it was answered with where that is known, and nothing where neither it nor a total is", () => {
    expect(leastSafetyAnswer(PHQ_9, { score: 27, safetyItem: 3 })).toBe(3);
    expect(leastSafetyAnswer(PHQ_9, { score: null, safetyItem: 1 })).toBe(1);
    expect(leastSafetyAnswer(PHQ_9, { score: null, safetyItem: null })).toBeNull();
  });

  it("is asked of its own options where the items do not weigh the same", () => {
    expect(safetyRanges(UNEVEN)).toEqual({ item: { lowest: 0, highest: 1 }, others: { lowest: 0, highest: 8 } });
    expect(safetyMisfit(UNEVEN, { score: 9, safetyItem: 2 })).toBe("not-offered");
    expect(leastSafetyAnswer(UNEVEN, { score: 9, safetyItem: null })).toBe(1);
    expect(leastSafetyAnswer(UNEVEN, { score: 8, safetyItem: null })).toBe(0);
  });

  it("has no answer in a measure that does not ask", () => {
    expect(safetyMisfit(CSI_4, { score: 9, safetyItem: 0 })).toBe("not-offered");
    expect(leastSafetyAnswer(CSI_4, { score: 21, safetyItem: null })).toBeNull();
  });
});
