import { describe, expect, it } from "vitest";
import type { DraftBody } from "#core/contracts/draft.ts";
import { DraftBody as DraftBodyContract } from "#core/contracts/draft.ts";
import type { SessionVersion } from "#core/contracts/record.ts";
import { SessionBody } from "#core/contracts/session.ts";
import { type AnyField, namesOf } from "#core/fields/field.ts";
import { DRAFT_FIELDS } from "#core/fields/session-fields.ts";
import { correctionDraftBody, emptyDraftBody, notReady, sessionCandidate } from "#core/rules/draft.ts";
import { NO_CONTENT } from "#core/rules/occasion-content.ts";

const TODAY = "2026-11-26";
const opened = (part: Partial<DraftBody> = {}): DraftBody => ({
  ...emptyDraftBody({ today: TODAY, last: null, nextSessionOn: null, nextSessionStart: null }),
  ...part,
});
const parsed = (part: Partial<DraftBody>) => SessionBody.parse(sessionCandidate(opened(part)));

describe("a log that is opened", () => {
  it("proposes the frame of the hour: today, the agreed start, the last session's minutes and setting", () => {
    const body = emptyDraftBody({
      today: TODAY,
      last: { startTime: "09:00", minutes: 80, setting: "video" },
      nextSessionOn: TODAY,
      nextSessionStart: "10:30",
    });
    expect(body).toMatchObject({ day: TODAY, startTime: "10:30", minutes: "80", setting: "video", attendance: "held", activePresent: true });
  });

  it("starts when the last session started where nothing was agreed", () => {
    const last = { startTime: "09:00", minutes: 50, setting: "in-person" } as const;
    expect(emptyDraftBody({ today: TODAY, last, nextSessionOn: null, nextSessionStart: null }).startTime).toBe("09:00");
  });

  it("fills in no answer, rating, theme or word of the session before", () => {
    const body = emptyDraftBody({
      today: TODAY,
      last: { startTime: "09:00", minutes: 50, setting: "phone" },
      nextSessionOn: null,
      nextSessionStart: null,
    });
    expect(body).toMatchObject({ presence: null, stage: null, source: null, evidence: "", ratings: {}, noteSections: {} });
    expect([body.stances, body.themes, body.shifts, body.goalsTouched, body.newTries].flat()).toEqual([]);
  });

  it("keeps a next session that is still to come, and clears the one whose day has come", () => {
    const coming = emptyDraftBody({ today: TODAY, last: null, nextSessionOn: "2026-12-03", nextSessionStart: "10:00" });
    expect([coming.nextSessionOn, coming.nextSessionStart]).toEqual(["2026-12-03", "10:00"]);
    const come = emptyDraftBody({ today: TODAY, last: null, nextSessionOn: TODAY, nextSessionStart: "10:00" });
    expect([come.nextSessionOn, come.nextSessionStart]).toEqual(["", ""]);
  });

  it("is a draft the server takes", () => expect(DraftBodyContract.safeParse(opened()).success).toBe(true));
});

describe("a draft that becomes a session", () => {
  it("keeps zero, not rated and untouched apart", () => {
    const { ratings } = parsed({ ratings: { tone: { value: 0, rater: "clinician" }, boundaries: { value: null, rater: "active" } } });
    expect(ratings).toEqual([
      { track: "tone", value: 0, rater: "clinician" },
      { track: "boundaries", value: null, rater: "active" },
    ]);
  });

  it("keeps stage 0 (declining) as a stage", () => {
    expect(parsed({ presence: "absent", stage: 0, source: "told" }).observation).toMatchObject({ stage: 0, source: "told" });
  });

  it("has no observation where nothing was said about the observing partner", () => expect(parsed({}).observation).toBeNull());

  it("gives a stage the source that was proposed by presence", () => {
    expect(parsed({ presence: "in-room", stage: 3 }).observation?.source).toBe("seen");
    expect(parsed({ presence: "absent", stage: 1 }).observation?.source).toBe("told");
  });

  it("makes no evidence of a proposal: presence alone has no source", () => {
    expect(parsed({ presence: "online", source: "seen" }).observation).toEqual({
      presence: "online",
      stage: null,
      source: null,
      evidence: null,
      stances: [],
    });
  });

  it("logs a cancelled hour without what stood on the form, and without minutes", () => {
    const body = parsed({
      attendance: "cancelled",
      presence: "in-room",
      stage: 2,
      source: "seen",
      ratings: { tone: { value: 4, rater: "clinician" } },
      themes: ["unmet-needs"],
      noteSections: { text: "Called at nine." },
    });
    expect(body).toMatchObject({ attendance: "cancelled", minutes: null, activePresent: false, observation: null, ratings: [], themes: [] });
    expect(body.note).toEqual({ format: "free", sections: { text: "Called at nine." } });
  });

  it("drops empty lines of goals and things to try", () => {
    expect(parsed({ newTries: [" ten minutes, phones away ", "", "  "], newGoals: [""] })).toMatchObject({
      newTries: ["ten minutes, phones away"],
      newGoals: [],
    });
  });

  it("names the minutes where they are no number", () => {
    const answer = SessionBody.safeParse(sessionCandidate(opened({ minutes: "fifty" })));
    expect(answer.error?.issues.map((issue) => issue.path.join("."))).toEqual(["minutes"]);
  });

  it("needs no minutes and no start", () => expect(parsed({ minutes: "", startTime: "" })).toMatchObject({ minutes: null, startTime: null }));
});

describe("what is not ready", () => {
  const fields = (part: Partial<DraftBody>) => notReady(opened(part), TODAY).map(({ field }) => field);

  it("is nothing on a log that has just been opened", () => expect(fields({})).toEqual([]));
  it("is a day that has not come", () => expect(fields({ day: "2026-11-27" })).toEqual(["day"]));
  it("is not the day of an hour cancelled ahead", () => expect(fields({ day: "2026-12-03", attendance: "cancelled" })).toEqual([]));
  it("is the 30th of February", () => expect(fields({ day: "2026-02-30" })).toEqual(["day"]));
  it("is a stage that nobody is said to have seen", () => expect(fields({ stage: 3 })).toEqual(["source"]));
  it("is not a stage whose source presence proposes", () => expect(fields({ stage: 3, presence: "online" })).toEqual([]));
  it("is evidence of an imported hour whose source was not recorded, with no stage beside it", () => {
    expect(fields({ source: "not-recorded", evidence: "Sat by the door." })).toEqual(["source"]);
    expect(fields({ source: "not-recorded", stances: ["unsure"] })).toEqual(["source"]);
    expect(SessionBody.safeParse(sessionCandidate(opened({ source: "not-recorded", evidence: "Sat by the door." }))).success).toBe(false);
  });
  it("is not a presence alone, which needs no source", () => expect(fields({ source: "not-recorded", presence: "absent" })).toEqual([]));
  it("is not evidence for which no source was ever asked", () => expect(fields({ evidence: "Sat by the door." })).toEqual([]));
  it("is an imported shift whose source was not recorded, named by its kind", () => {
    const shift = { kind: "setback", direction: "away", who: "both", source: "not-recorded", remark: "" };
    expect(notReady(opened({ shifts: [shift] }), TODAY)).toEqual([
      { field: "shifts", sentence: "Say where the shift “setback” was seen: by you, told by the client, or their own words." },
    ]);
  });
  it("is a next session before this one", () => expect(fields({ nextSessionOn: "2026-11-25" })).toEqual(["nextSessionOn"]));
  it("is no minutes of a cancelled hour, whatever stands there", () => expect(fields({ minutes: "x", attendance: "cancelled" })).toEqual([]));
  const lines = namesOf(DRAFT_FIELDS).filter((name) => DRAFT_FIELDS[name].rule.kind === "line");
  it.each(lines)("is a line longer than its limit, and not one as long as it: %s", (name) => {
    const { rule }: AnyField = DRAFT_FIELDS[name];
    const most = rule.kind === "line" ? rule.most : 0;
    expect(fields({ [name]: "x".repeat(most + 1) })).toEqual([name]);
    expect(fields({ [name]: "x".repeat(most) })).toEqual([]);
  });
  it.each(["0", "601", "fifty", "4.5"])("is %s minutes", (minutes) => expect(fields({ minutes })).toEqual(["minutes"]));
});

describe("a correction", () => {
  const version: SessionVersion = {
    id: "s1",
    version: 1,
    kind: "session",
    standing: "current",
    standingReason: null,
    movedToCaseLabel: null,
    movedFromCaseLabel: null,
    day: "2026-11-12",
    sequence: 4,
    ...NO_CONTENT,
    attendance: "held",
    minutes: 50,
    setting: "in-person",
    activePresent: true,
    imported: false,
    measure: null,
    observation: { presence: "in-room", stage: 0, source: "seen", evidence: "Looked away.", stances: ["unsure"] },
    ratings: [
      { track: "tone", value: 0, rater: "clinician" },
      { track: "tone", value: 6, rater: "active" },
      { track: "boundaries", value: null, rater: "clinician" },
    ],
    themes: ["unmet-needs"],
    shifts: [{ kind: "setback", direction: "away", who: "both", source: "told", remark: null }],
    goalsTouched: [{ id: "g1", wording: "say what I need" }],
    note: { format: "dap", sections: { data: "Quiet hour.", assessment: "", plan: "" } },
    hasPrivateNote: false,
    loggedAt: "2026-11-12T15:00:00.000Z",
  };

  it("that changes nothing logs the same session again, both raters' numbers with it", () => {
    const again = SessionBody.parse(sessionCandidate(correctionDraftBody(version)));
    expect(again).toMatchObject({
      day: "2026-11-12",
      observation: version.observation,
      ratings: version.ratings,
      themes: version.themes,
      shifts: version.shifts,
      goalsTouched: ["g1"],
      note: { format: "dap", sections: { data: "Quiet hour." } },
    });
  });

  it("asks nothing again that was agreed or planned then", () => {
    expect(correctionDraftBody(version)).toMatchObject({ newGoals: [], newTries: [], triesAnswered: {}, nextSessionOn: "" });
  });
});
