import { describe, expect, it } from "vitest";
import type { MeasureView } from "#core/contracts/measure.ts";
import { inCatalogue } from "#core/measures/catalogue.ts";
import { scoreReadings } from "#core/readings/score-reading.ts";
import { isolated } from "#core/sentences/isolated.ts";
import { scores, viewOf, withSentences } from "../readings/score-given.ts";

describe("a name inside a sentence", () => {
  it("written from right to left is kept to itself, so that the numbers beside it stay in their order", () => {
    expect(isolated("בית חם")).toBe("\u2068בית חם\u2069");
    expect(isolated("دار 7")).toBe("\u2068دار 7\u2069");
  });

  it("written from left to right stands as it is", () => {
    for (const name of ["CSI-4", "House weather", "Τόνος", "家", ""]) expect(isolated(name)).toBe(name);
  });

  it("is kept so in everything said of its scores", () => {
    const own: MeasureView = { ...(inCatalogue("csi-4") as MeasureView), id: "own-home", name: "בית חם", own: true };
    const view = viewOf(scores("own-home", [9, 15]), [own]);
    const [line] = scoreReadings(view).map((each) => withSentences(each, view));
    expect(line?.title).toMatch(/^\u2068בית חם\u2069: 15 on 9 Mar/);
    expect(line?.sentences[0]?.words).toMatch(/^\u2068בית חם\u2069 rose from 9 to 15:/);
  });
});
