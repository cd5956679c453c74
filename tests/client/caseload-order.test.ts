import { describe, expect, it } from "vitest";
import { arrangedRows, nextSort } from "#client/features/caseload/order.ts";
import { readCaseloadSearch } from "#client/features/caseload/search.ts";
import type { CaseloadRow } from "#core/contracts/caseload.ts";

function row(label: string, given: Partial<CaseloadRow> = {}): CaseloadRow {
  return {
    caseId: label,
    label,
    status: "active",
    stage: null,
    stageOn: null,
    stageSource: null,
    unrated: null,
    stageChange: null,
    spark: [],
    grounding: null,
    groundingRated: 0,
    groundingOn: null,
    groundingChange: null,
    lastSessionOn: null,
    nextSessionOn: null,
    flags: [],
    ...given,
  };
}

const labels = (rows: readonly CaseloadRow[]) => rows.map((each) => each.label);

describe("the order of the caseload", () => {
  it("sorts by name as a person would, numbers by their size", () => {
    expect(labels(arrangedRows([row("River 10"), row("elm"), row("River 2"), row("Ångström")], {}))).toEqual([
      "Ångström",
      "elm",
      "River 2",
      "River 10",
    ]);
  });

  it("puts a stage of 0 before the others and the not rated last, whichever way is up", () => {
    const rows = [row("Not rated"), row("Open", { stage: 4 }), row("Declining", { stage: 0 })];
    expect(labels(arrangedRows(rows, { sort: "stage" }))).toEqual(["Declining", "Open", "Not rated"]);
    expect(labels(arrangedRows(rows, { sort: "-stage" }))).toEqual(["Open", "Declining", "Not rated"]);
  });

  it("keeps equal ones in the order of their names", () => {
    const rows = [row("Cedar", { grounding: 6 }), row("Birch", { grounding: 6 })];
    expect(labels(arrangedRows(rows, { sort: "-grounding" }))).toEqual(["Birch", "Cedar"]);
  });

  it("turns a column round when it is asked for again, and starts the last session with the latest", () => {
    expect(nextSort("case", "case")).toBe("-case");
    expect(nextSort("-case", "case")).toBe("case");
    expect(nextSort("case", "last")).toBe("-last");
  });
});

describe("what the caseload shows", () => {
  it("leaves closed cases out until they are asked for", () => {
    const rows = [row("Open"), row("Paused", { status: "paused" }), row("Closed", { status: "closed" })];
    expect(labels(arrangedRows(rows, {}))).toEqual(["Open", "Paused"]);
    expect(labels(arrangedRows(rows, { status: "closed" }))).toEqual(["Closed"]);
    expect(arrangedRows(rows, { status: "all" })).toHaveLength(3);
  });

  it("does not put a case under a stage that three sessions have left unrated", () => {
    const silent = { sessions: 3, orMore: false };
    const rows = [row("Fox", { stage: 2, unrated: silent }), row("Elm", { stage: 2, unrated: { sessions: 2, orMore: false } })];
    expect(labels(arrangedRows(rows, { stage: 2 }))).toEqual(["Elm"]);
    expect(labels(arrangedRows(rows, { stage: "not-rated" }))).toEqual(["Fox"]);
    expect(labels(arrangedRows(rows, { sort: "-stage" }))).toEqual(["Elm", "Fox"]);
  });

  it("filters declining without taking in the not rated, and the other way round", () => {
    const rows = [row("Declining", { stage: 0 }), row("Not rated")];
    expect(labels(arrangedRows(rows, { stage: 0 }))).toEqual(["Declining"]);
    expect(labels(arrangedRows(rows, { stage: "not-rated" }))).toEqual(["Not rated"]);
  });

  it("finds Núñez without its accents", () => {
    expect(labels(arrangedRows([row("Núñez"), row("Harbor")], { q: "nunez " }))).toEqual(["Núñez"]);
  });
});

describe("the caseload's address", () => {
  it("keeps what it knows and leaves the defaults out", () => {
    expect(readCaseloadSearch({ sort: "-last", status: "paused", stage: 0, flag: "draft", q: "harbor" })).toEqual({
      sort: "-last",
      status: "paused",
      stage: 0,
      flag: "draft",
      q: "harbor",
    });
    expect(readCaseloadSearch({ sort: "case", status: "open", q: "" })).toEqual({});
  });

  it("ignores nonsense instead of failing", () => {
    expect(readCaseloadSearch({ sort: "salary", status: 7, stage: 9, flag: "<b>", q: { a: 1 } })).toEqual({});
  });

  it("reads a search for a number, which the address hands over as one", () => {
    expect(readCaseloadSearch({ q: 12 })).toEqual({ q: "12" });
  });
});
