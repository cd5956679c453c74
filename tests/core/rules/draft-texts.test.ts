import { expect, it } from "vitest";
import { typedTexts } from "#core/rules/draft-texts.ts";

it("finds what was typed, in its order and once, and no choice, id, day or number", () => {
  const stored = {
    day: "2026-03-09",
    attendance: "held",
    minutes: "50",
    evidence: "Er nickte.",
    stances: ["unsure"],
    themes: ["how-i-show-up", "0195a7c2-8b1e-7c3d-9f00-1234567890ab"],
    newGoals: ["Say it early", "Er nickte."],
    ratings: { tone: { value: 6, rater: "clinician" } },
    noteSections: { data: "", plan: "Walk\nhome" },
  };
  expect(typedTexts(stored)).toEqual(["Er nickte.", "Say it early", "Walk\nhome"]);
});

it("keeps a note of digits, a remark of signs and a goal that is called like a choice", () => {
  const stored = { noteSections: { text: "42" }, shifts: [{ kind: "other", remark: "17:30!" }], newGoals: ["other"], day: "next Tues" };
  expect(typedTexts(stored)).toEqual(["42", "17:30!", "other", "next Tues"]);
});

it.each([[null], [7], [""], [" "], [[]], [{}]])("finds nothing in %j", (stored) => expect(typedTexts(stored)).toEqual([]));
it("finds a text that stands alone", () => expect(typedTexts("Half")).toEqual(["Half"]));
