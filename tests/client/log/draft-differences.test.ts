import { describe, expect, it } from "vitest";
import { draftDifferences, mergeDrafts } from "#client/features/drafts/draft-differences.ts";
import { type AnyField, namesOf } from "#core/fields/field.ts";
import { DRAFT_FIELDS, EMPTY_DRAFT, ENTRY_DRAFT_FIELDS, WHOLE_DRAFT_FIELDS } from "#core/fields/session-fields.ts";
import { typedIn } from "../../given-fields.ts";
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

  const both = (theirs: object) => ({
    mine: { body: EMPTY_DRAFT, privateNote: "" },
    theirs: { body: { ...EMPTY_DRAFT, ...theirs }, privateNote: "" },
  });

  it.each(namesOf(WHOLE_DRAFT_FIELDS))("is one difference under the field's own name, and theirs where theirs is chosen: %s", (name) => {
    const field: AnyField = WHOLE_DRAFT_FIELDS[name];
    const { mine, theirs } = both({ [name]: typedIn(field) });
    const differences = draftDifferences(mine, theirs, names);
    expect(differences.map((each) => [each.id, each.name])).toEqual([[name, field.label]]);
    expect(differences[0]?.theirs).not.toBe(differences[0]?.mine);
    expect(mergeDrafts(mine, theirs, { [name]: "theirs" })).toEqual(theirs);
    expect(mergeDrafts(mine, theirs, { [name]: "mine" })).toEqual(mine);
  });

  it.each(namesOf(ENTRY_DRAFT_FIELDS))("is one difference for each entry, and theirs where theirs is chosen: %s", (name) => {
    const entries = typedIn(ENTRY_DRAFT_FIELDS[name]) as Record<string, unknown>;
    const { mine, theirs } = both({ [name]: entries });
    const differences = draftDifferences(mine, theirs, names);
    expect(differences.map(({ id }) => id)).toEqual(Object.keys(entries).map((key) => `${name}.${key}`));
    expect(differences.every((each) => each.name !== "" && each.theirs !== "")).toBe(true);
    expect(mergeDrafts(mine, theirs, Object.fromEntries(differences.map(({ id }) => [id, "theirs"])))).toEqual(theirs);
  });

  it("leaves no declared field out", () => {
    expect([...namesOf(WHOLE_DRAFT_FIELDS), ...namesOf(ENTRY_DRAFT_FIELDS)].sort()).toEqual(namesOf(DRAFT_FIELDS).sort());
    expect(Object.keys(EMPTY_DRAFT).sort()).toEqual(namesOf(DRAFT_FIELDS).sort());
  });
});
