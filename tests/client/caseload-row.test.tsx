import { render } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { DayCell, GroundingCell, StageCell } from "#client/features/caseload/row-parts.tsx";
import { changeWords, gainLine, groundingWords, moveLine, noMoveWords, stageWords, unratedWords } from "#client/features/caseload/row-words.ts";
import type { CaseloadRow } from "#core/contracts/caseload.ts";

const ROW: CaseloadRow = {
  caseId: "harbor",
  label: "Harbor",
  status: "active",
  stage: 3,
  stageOn: "2026-11-12",
  stageSource: "seen",
  unrated: null,
  stageChange: "up",
  spark: [2, 3],
  grounding: 6.5,
  groundingRated: 4,
  groundingOn: "2026-11-12",
  groundingChange: "same",
  lastSessionOn: "2026-11-12",
  nextSessionOn: null,
  flags: [],
};

describe("a row of the caseload", () => {
  it("tells a partner who declines from one who was not rated", () => {
    expect(stageWords({ stage: 0 })).toBe("declining");
    expect(stageWords({ stage: null })).toBe("not rated yet");
  });

  it("tells a grounding of 0 from one that was not rated", () => {
    expect(groundingWords({ grounding: 0, groundingRated: 4 }).words).toBe("grounding 0");
    expect(groundingWords({ grounding: null, groundingRated: 0 })).toEqual({
      words: "grounding –",
      partly: null,
      heard: "grounding not rated",
    });
  });

  it("says of how many ratings the median is, where some are missing", () => {
    expect(groundingWords({ grounding: 6.5, groundingRated: 3 })).toEqual({
      words: "grounding 6.5",
      partly: "3 of 4",
      heard: "grounding 6.5, 3 of 4 rated",
    });
    expect(groundingWords({ grounding: 6.5, groundingRated: 4 }).partly).toBeNull();
  });

  it("says what its marks compare with, and shows none where there is nothing to compare", () => {
    expect(changeWords("up")).toMatchObject({ mark: "▲", words: "up against the previous rating" });
    expect(changeWords("down")).toMatchObject({ mark: "▼", words: "down against the previous rating" });
    expect(changeWords("same")).toMatchObject({ mark: "–" });
    expect(changeWords(null)).toBeNull();
  });

  it("is read out whole: the stage with its direction, the grounding with its count", () => {
    const stage = render(<StageCell row={ROW} today="2026-11-24" />);
    expect(stage.container.textContent).toBe("curious ▲, up against the previous rating");
    const heard = render(<GroundingCell row={{ ...ROW, grounding: 0, groundingRated: 2, groundingChange: null }} />).container;
    expect(heard.querySelector(".visually-hidden")?.textContent).toBe("grounding 0, 2 of 4 rated");
  });

  it("dates an old stage and says how many sessions left it unrated", () => {
    const old = { ...ROW, stage: 2 as const, stageOn: "2026-08-14", stageChange: null, unrated: { sessions: 8, orMore: false } };
    const { container } = render(<StageCell row={old} today="2026-11-24" />);
    expect(container.textContent?.replaceAll(/\s+/g, " ")).toBe("listening 14 Aug, not rated since, 8 sessions");
    expect(unratedWords({ stageOn: "2026-08-14", unrated: { sessions: 10, orMore: true } }, "2026-11-24")).toBe(
      "14 Aug, not rated since, 10 or more sessions",
    );
  });

  it("says that there is no next date instead of leaving a blank", () => {
    const { container } = render(<DayCell day={null} today="2026-11-24" absent="no date yet" />);
    expect(container.textContent).toBe("–no date yet");
  });
});

describe("the lines of the three panels", () => {
  it("names a move by its stages and its day; where it was seen only when not by the clinician", () => {
    expect(moveLine({ kind: "stage", day: "2026-11-12", from: 2, to: 3, source: "seen" }, "2026-11-24")).toEqual({
      words: "listening → curious",
      quiet: "12 Nov",
      direction: null,
    });
    expect(moveLine({ kind: "stage", day: "2026-11-12", from: 1, to: 0, source: "told" }, "2026-11-24").quiet).toBe("12 Nov, told by the client");
  });

  it("says whose shift it was where it is not the usual one's", () => {
    const shift = { kind: "shift", day: "2026-11-03", shift: "boundary-held", direction: "toward" } as const;
    expect(moveLine({ ...shift, who: "active" }, "2026-11-24").quiet).toBe("3 Nov");
    expect(moveLine({ ...shift, who: "observing" }, "2026-11-24").quiet).toBe("3 Nov, observing partner");
  });

  it("stands what the active partner gained beside a case without a move", () => {
    expect(noMoveWords({ ratedSessions: 5, orMore: false, stage: 0 })).toBe("5 rated sessions, declining");
    expect(noMoveWords({ ratedSessions: 25, orMore: true, stage: 2 })).toBe("25 or more rated sessions, listening");
    expect(gainLine({ kind: "shift", day: "2026-11-03", shift: "own-voice" }, "2026-11-24").words).toBe("own voice found 3 Nov");
    expect(gainLine({ kind: "grounding", from: 0, to: 4.5 }, "2026-11-24")).toEqual({ words: "grounding 0 to 4.5", quiet: "", direction: "toward" });
  });
});
