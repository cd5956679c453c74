import { describe, expect, it } from "vitest";
import type { MeasureForm } from "#core/contracts/measure.ts";
import { formRange, scoreForm } from "#core/measures/form-score.ts";

const options = (...values: number[]) => values.map((value) => ({ label: String(value), value, codes: [] }));
const item = (linkId: string, values: number[], safety = false) => ({ linkId, codes: [], text: linkId, options: options(...values), safety });
const FORM: MeasureForm = { items: [item("a", [0, 1, 2, 3]), item("b", [0, 1, 2, 3]), item("c", [0, 1, 2, 3], true)] };
const given = (...values: (number | null)[]) =>
  ["a", "b", "c"].flatMap((linkId, at) => (values[at] === undefined ? [] : [{ linkId, value: values[at] }]));

describe("the score of a form", () => {
  it("is the sum of its answers, with how many were asked and answered", () =>
    expect(scoreForm(FORM, given(3, 0, 2), 0)).toEqual({ fits: true, score: 5, asked: 3, answered: 3, safety: 2 }));

  it("of nothing but zeros is 0", () => expect(scoreForm(FORM, given(0, 0, 0), 0)).toMatchObject({ score: 0, answered: 3, safety: 0 }));

  it("is missing with one answer missing: neither 0 nor a smaller sum is made of it", () => {
    expect(scoreForm(FORM, given(3, null, 2), 0)).toEqual({ fits: true, score: null, asked: 3, answered: 2, safety: 2 });
    expect(scoreForm(FORM, given(3), 0)).toMatchObject({ score: null, answered: 1, safety: null });
    expect(scoreForm(FORM, [], 0)).toMatchObject({ score: null, asked: 3, answered: 0, safety: null });
  });

  it("of no answer at all is missing however many may be", () => expect(scoreForm(FORM, given(null, null, null), 3)).toMatchObject({ score: null }));

  it("tells an answer that does not belong to the form", () => {
    expect(scoreForm(FORM, given(4, 0, 0), 0)).toEqual({ fits: false, linkId: "a" });
    expect(scoreForm(FORM, [...given(1, 0, 0), { linkId: "x", value: 0 }], 0)).toEqual({ fits: false, linkId: "x" });
    expect(scoreForm(FORM, [...given(1, 0, 0), { linkId: "b", value: 1 }], 0)).toEqual({ fits: false, linkId: "b" });
  });

  it("keeps tenths what they are: 0.1 and 0.2 are 0.3", () =>
    expect(scoreForm({ items: [item("a", [0.1]), item("b", [0.2])] }, given(0.1, 0.2), 0)).toMatchObject({ score: 0.3 }));

  it("goes from the lowest options to the highest, also where they run below zero", () =>
    expect(formRange({ items: [item("a", [3, 0, -1]), item("b", [1, 5])] })).toEqual({ lowest: 0, highest: 8 }));
});
