import { describe, expect, it } from "vitest";
import { type AnyField, type Fields, namesOf } from "#core/fields/field.ts";
import { HOUR_FIELDS, LIST_FIELDS, OBSERVATION_FIELDS, STANCES_FIELD } from "#core/fields/session-fields.ts";
import { emptyDraftBody } from "#core/rules/draft.ts";
import { draftFieldAt } from "#core/rules/draft-field.ts";
import { foldNote, keptSections } from "#core/rules/draft-note.ts";
import { sourceProposedBy } from "#core/rules/evidence-source.ts";
import { leftOutOf } from "#core/rules/left-out.ts";
import { themeRecurrences } from "#core/rules/themes.ts";
import { typedIn } from "../../given-fields.ts";

describe("the note's format", () => {
  const written = { text: "They waited.", data: "Quiet hour.", plan: "Ten minutes a day." };

  it("keeps in sight what was written under another one", () => {
    expect(keptSections("soap", written).map(({ heading }) => heading)).toEqual(["Note", "Data"]);
  });

  it("loses no word on finishing: what is left over goes under its heading into the first section", () => {
    expect(foldNote("free", written)).toEqual({ text: "They waited.\n\nData\nQuiet hour.\n\nPlan\nTen minutes a day." });
    const soap = foldNote("soap", written);
    expect(soap.subjective).toBe("Note\nThey waited.\n\nData\nQuiet hour.");
    expect(soap.plan).toBe("Ten minutes a day.");
  });

  it("says nothing of empty sections", () => expect(keptSections("free", { data: " ", plan: "" })).toEqual([]));
});

describe("the evidence source", () => {
  it("is seen where the partner was there, told where not, and not proposed before that is known", () => {
    expect(["in-room", "online", "joined-part", "absent", null].map(sourceProposedBy)).toEqual(["seen", "seen", "seen", "told", null]);
  });
});

describe("an hour that was not held", () => {
  const empty = emptyDraftBody({ today: "2026-11-26", last: null, nextSessionOn: null, nextSessionStart: null });

  it("names what it leaves out", () => {
    const body = {
      ...empty,
      attendance: "no-show",
      stage: 0,
      ratings: { tone: { value: 0, rater: "clinician" }, boundaries: { value: null, rater: "clinician" } },
      themes: ["unmet-needs"],
    };
    expect(leftOutOf(body)).toEqual(["what was seen of the observing partner", "2 ratings", "1 theme"]);
  });

  // The frame is proposed, nobody wrote it; a source by itself is no evidence of anything.
  const { activePresent: _active, attendance: _attendance, startTime: _start, minutes: _minutes, setting: _setting, ...hour } = HOUR_FIELDS;
  const { source: _source, ...seen } = OBSERVATION_FIELDS;
  const written: Fields = { ...hour, ...seen, stances: STANCES_FIELD, ...LIST_FIELDS };

  it.each(namesOf(written))("names what was written in every other declared field: %s", (name) => {
    const body = { ...empty, attendance: "cancelled", [name]: typedIn(written[name] as AnyField) };
    expect(leftOutOf(body), `${name} is left out and not named`).toHaveLength(1);
  });

  it("leaves nothing out of an empty form, and a held hour nothing at all", () => {
    expect(leftOutOf({ ...empty, attendance: "cancelled" })).toEqual([]);
    expect(leftOutOf({ ...empty, themes: ["unmet-needs"] })).toEqual([]);
  });
});

describe("a refusal's path", () => {
  it.each([
    ["observation.source", "source"],
    ["body.observation.stage", "stage"],
    ["observation", "presence"],
    ["ratings.3.value", "ratings"],
    ["note.sections.plan", "noteSections"],
    ["day", "day"],
    ["requestKey", null],
  ])("%s leads to %s", (path, field) => expect(draftFieldAt(path)).toBe(field));
});

describe("themes that recur", () => {
  const days = ["2026-09-01", "2026-09-08", "2026-09-15", "2026-09-22", "2026-09-29", "2026-10-06"];
  const sessions = [["a", "b"], ["a"], [], [], [], ["a"]].map((themes, at) => ({ day: days[at] as string, themes }));

  it("are counted with their n, and come again after a pause of three sessions", () => {
    expect(themeRecurrences(sessions)).toEqual([
      { theme: "a", sessions: 3, of: 6, firstOn: "2026-09-01", lastOn: "2026-10-06", longestPause: 3, since: 0 },
      { theme: "b", sessions: 1, of: 6, firstOn: "2026-09-01", lastOn: "2026-09-01", longestPause: null, since: 5 },
    ]);
  });

  it("do not pause over two sessions without them", () => {
    const two = [["a"], [], [], ["a"]].map((themes, at) => ({ day: days[at] as string, themes }));
    expect(themeRecurrences(two)[0]?.longestPause).toBeNull();
  });

  it("are none where none was explored", () => expect(themeRecurrences([{ day: "2026-09-01", themes: [] }])).toEqual([]));
});
