import { describe, expect, it } from "vitest";
import { draftDifferences } from "#client/features/drafts/draft-differences.ts";
import { givenDraft } from "./given.tsx";

const names = { track: (id: string) => id, theme: (id: string) => id, goal: (id: string) => id, thing: (id: string) => id };

describe("what two windows differ in", () => {
  it("says whose number each is: mine, the client's, the observing partner's", () => {
    const { body } = givenDraft();
    const rated = (rater: string) => ({ body: { ...body, ratings: { tone: { value: 0, rater } } }, privateNote: "" });
    const told = (mine: string, theirs: string) => draftDifferences(rated(mine), rated(theirs), names).map((each) => [each.mine, each.theirs]);
    expect(told("observing", "active")).toEqual([["0, the observing partner's number", "0, the client's number"]]);
    expect(told("clinician", "observing")).toEqual([["0, mine", "0, the observing partner's number"]]);
  });
});
