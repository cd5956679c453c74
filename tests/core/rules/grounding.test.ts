import { describe, expect, it } from "vitest";
import { groundingOf } from "#core/rules/grounding.ts";

const mine = (track: string, value: number | null) => ({ track, value, rater: "clinician" });

describe("grounding", () => {
  it("is the median of the four ratings", () => {
    const ratings = [mine("values-clarity", 7), mine("mine-not-mine", 6), mine("grounded-response", 3), mine("self-support", 8)];
    expect(groundingOf(ratings)).toEqual({ median: 6.5, lowest: 3, highest: 8, rated: 4 });
  });
  it("leaves a missing rating out instead of counting it as 0", () => {
    expect(groundingOf([mine("values-clarity", 8), mine("mine-not-mine", null), mine("self-support", 8)])).toMatchObject({ median: 8, rated: 2 });
  });
  it("keeps a rated 0", () => expect(groundingOf([mine("self-support", 0)])).toMatchObject({ median: 0, rated: 1 }));
  it("is nothing where none of the four was rated", () => expect(groundingOf([mine("tone", 5), mine("self-support", null)])).toBeNull());
  it("counts a track once when clinician and client both gave a number", () => {
    expect(groundingOf([{ track: "self-support", value: 2, rater: "active" }, mine("self-support", 6)])).toMatchObject({ median: 6, rated: 1 });
  });
});
