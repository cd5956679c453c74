import { describe, expect, it } from "vitest";
import { FEW_CASES, isFew } from "#core/readings/insights/few-cases.ts";
import { coupleCase, occasion, view, weekly } from "./given.ts";

const closed = (outcome: "deepened" | "ended" | null, closedOn: string) => coupleCase([], { status: "closed", closedOn, outcome });

describe("outcomes of closed cases", () => {
  it("are counted as recorded; open cases are not among them", () => {
    const cases = [
      closed("deepened", "2026-06-01"),
      closed("ended", "2026-07-01"),
      closed("ended", "2026-08-01"),
      closed(null, "2026-08-02"),
      coupleCase(),
    ];
    expect(view(cases).outcomes).toEqual({
      closed: 4,
      counts: { deepened: 1, shifted: 0, ended: 2, undecided: 0 },
      notRecorded: 1,
      open: 1,
    });
  });
  it("are those of the days read: what closed before is not in them, what closes later is open", () => {
    const cases = [closed("deepened", "2026-04-01"), closed("ended", "2026-07-01"), closed("ended", "2026-10-01")];
    const { outcomes, cases: counted } = view(cases, { from: "2026-05-01", to: "2026-08-31" });
    expect(outcomes).toMatchObject({ closed: 1, open: 1 });
    expect(counted).toBe(2);
  });
});

describe("themes that recur", () => {
  const themed = (day: string, ...themes: string[]) => occasion({ day, themes });
  it("are counted in cases and in sessions, and come back only within one case", () => {
    const cases = [
      coupleCase([themed("2026-03-02", "unmet-needs"), themed("2026-03-09", "unmet-needs", "old-beliefs"), themed("2026-03-16")]),
      coupleCase([themed("2026-03-03", "old-beliefs")]),
      coupleCase([occasion({ held: false, themes: ["unmet-needs"] })]),
    ];
    expect(view(cases).themes).toEqual({
      cases: 2,
      sessions: 4,
      withoutTheme: 1,
      themes: [
        { theme: "old-beliefs", name: "Old beliefs (love, trust, intimacy)", cases: 2, cameBackIn: 0, sessions: 2 },
        { theme: "unmet-needs", name: "Unmet needs", cases: 1, cameBackIn: 1, sessions: 2 },
      ],
    });
  });
  it("keep a theme that the practice no longer has", () =>
    expect(view([coupleCase([themed("2026-03-02", "gone")])]).themes.themes[0]?.name).toBe("A theme no longer offered"));
});

describe("ratings that are missing", () => {
  it("are missing in held sessions alone, each kind for itself; a 0 is a rating", () => {
    const cases = [
      coupleCase([
        occasion({ stage: 0, climateRated: true }),
        occasion({ groundingRated: true }),
        occasion({ held: false }),
        occasion({ kind: "between" }),
      ]),
    ];
    expect(view(cases).missing).toEqual({ cases: 1, sessions: 2, stage: 1, climate: 1, grounding: 1 });
  });
});

describe("where evidence comes from", () => {
  it("counts rated stages and the shifts it is given; without a source apart, an unrated stage not at all", () => {
    const cases = [
      coupleCase([
        occasion({ stage: 2, source: "told", shiftSources: ["own-words", "told"] }),
        occasion({ stage: null, source: "told" }),
        occasion({ stage: 3, source: null }),
      ]),
      coupleCase([occasion({ stage: 0, source: "seen" }), occasion({ stage: 1, source: "not-recorded" })]),
      coupleCase(weekly([null])),
    ];
    expect(view(cases).sources).toEqual({ cases: 2, seen: 1, told: 2, ownWords: 1, notRecorded: 2 });
  });
});

describe("few cases", () => {
  it("are one to four; none is no figure at all", () => {
    expect(FEW_CASES).toBe(5);
    expect([0, 1, 4, 5].map(isFew)).toEqual([false, true, true, false]);
  });
});

describe("the days read", () => {
  it("hold no case that was opened after them or closed before them", () => {
    const cases = [coupleCase([], { openedOn: "2026-09-01" }), closed("ended", "2026-03-15"), coupleCase()];
    expect(view(cases, { from: "2026-04-01", to: "2026-06-30" }).cases).toBe(1);
    expect(view(cases).cases).toBe(3);
  });
});
