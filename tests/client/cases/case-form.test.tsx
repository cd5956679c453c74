import { screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { caseNotReady, editCaseOf, emptyCase, openCaseOf, typedCase } from "#client/features/cases/case-form.ts";
import { CaseEditScreen } from "#client/screens/case/CaseEditScreen.tsx";
import { CaseOpenScreen } from "#client/screens/case/CaseOpenScreen.tsx";
import { ChooseCaseScreen } from "#client/screens/log/ChooseCaseScreen.tsx";
import { forgetKeptText } from "#client/ui/kept-text.ts";
import { OpenCase } from "#core/contracts/case.ts";
import type { CaseloadView } from "#core/contracts/caseload.ts";
import { givenCase, givenDraft, givenServer, ME, open, Refusal, TODAY } from "../log/given.tsx";

afterEach(forgetKeptText);

const filled = {
  ...emptyCase(TODAY),
  label: "Harbor",
  active: { label: "Dana", pronouns: "", contact: "" },
  observing: { label: "Ruben", pronouns: "he", contact: "" },
};

describe("a case that is opened", () => {
  it("needs three names and nothing else", () => {
    expect(Object.keys(caseNotReady(emptyCase(TODAY), TODAY))).toEqual(["label", "active.label", "observing.label"]);
    expect(caseNotReady(filled, TODAY)).toEqual({});
    expect(OpenCase.safeParse(openCaseOf(filled, "request-key")).success).toBe(true);
  });

  it("has no first observation where nothing is known, and keeps stage 0 where it is", () => {
    expect(openCaseOf(filled, "request-key").firstObservation).toBeNull();
    expect(openCaseOf({ ...filled, stage: 0 }, "request-key").firstObservation).toMatchObject({ stage: 0, source: "told" });
  });

  it("says at each field what is missing, goes to the first, and loses nothing typed", async () => {
    const server = givenServer({ "practice.me": () => ME });
    const { user } = await open(<CaseOpenScreen />, { path: "/cases/new", at: "/cases/new" });
    await user.type(await screen.findByLabelText("Presenting concern"), "He goes quiet.");
    await user.click(screen.getByRole("button", { name: "Open the case" }));
    await screen.findByText("Give the case a name that only you understand.");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Name of the case")));
    expect(screen.getByDisplayValue("He goes quiet.")).toBeTruthy();
    expect(server.of("cases.open")).toEqual([]);
  });
});

describe("a case that was edited in another window", () => {
  it("shows both, and saves mine upon the other's revision when that is chosen", async () => {
    let stored = givenCase();
    const server = givenServer({
      "practice.me": () => ME,
      "cases.show": () => stored,
      "cases.edit": (input: { revision: number }) =>
        input.revision === stored.revision ? { revision: stored.revision + 1 } : new Refusal("case-changed-meanwhile"),
    });
    const { user } = await open(<CaseEditScreen />, { path: "/cases/$caseId/edit", at: "/cases/case-1/edit" });
    const label = await screen.findByLabelText("Name of the case");
    await user.clear(label);
    await user.type(label, "Harbor two");
    stored = givenCase({ label: "Lighthouse", revision: 2 });
    await user.click(screen.getByRole("button", { name: "Save" }));
    await screen.findByText(/here “Harbor two”, there “Lighthouse”/);
    await user.click(screen.getByRole("button", { name: "Keep mine, then save" }));
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(server.of("cases.edit")).toMatchObject([{ revision: 1 }, { revision: 2, label: "Harbor two" }]));
  });

  it("changes nothing by being opened and saved", () => {
    const coupleCase = givenCase({ collateralConsentOn: null });
    expect(editCaseOf(typedCase(coupleCase), coupleCase)).toMatchObject({
      label: "Harbor",
      active: { label: "Dana", pronouns: null },
      collateralConsentOn: null,
      secretsPolicy: "limited-secrets",
    });
  });
});

describe("choosing the case to log", () => {
  const row = (caseId: string, label: string, part = {}): CaseloadView["rows"][number] => ({
    caseId,
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
    ...part,
  });
  const caseload: CaseloadView = {
    today: TODAY,
    movedWithinDays: 14,
    noMoveAfterSessions: 5,
    rows: [row("case-1", "Harbor"), row("case-2", "Elm"), row("case-3", "Cedar", { status: "closed" })],
    moved: [],
    noMove: [],
    toFinish: [{ kind: "draft", caseId: "case-1", label: "Harbor", draftId: "draft-7", day: "2026-11-20", draftKind: "session" }],
  };
  const given = () => givenServer({ "practice.me": () => ME, "caseload.read": () => caseload, "drafts.start": () => givenDraft({ id: "draft-9" }) });

  it("shows drafts first, leaves closed cases out, and starts with a few letters and Enter", async () => {
    const server = given();
    const { user } = await open(<ChooseCaseScreen />, { path: "/log", at: "/log" });
    const field = await screen.findByRole("combobox", { name: "Case" });
    expect(screen.getAllByRole("option").map((option) => option.textContent)).toEqual([
      "Harbordraft of 20 Nov",
      "Elmno session yet",
      "Harborno session yet",
    ]);
    await user.type(field, "el{Enter}");
    await screen.findByText("elsewhere: /log/$draftId");
    expect(server.of("drafts.start")).toMatchObject([{ caseId: "case-2", corrects: null }]);
  });

  it("offers to resume a log that is begun, or to start another", async () => {
    const server = given();
    const { user } = await open(<ChooseCaseScreen />, { path: "/log", at: "/log?caseId=case-1" });
    await screen.findByRole("dialog", { name: "Harbor: a log is already begun" });
    expect(server.of("drafts.start")).toEqual([]);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: "Resume the log of 20 Nov" })));
    await user.click(screen.getByRole("button", { name: "Start another log" }));
    await waitFor(() => expect(server.of("drafts.start")).toHaveLength(1));
  });
});
