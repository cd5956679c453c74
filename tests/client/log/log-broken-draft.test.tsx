import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { ChooseCaseScreen } from "#client/screens/log/ChooseCaseScreen.tsx";
import { LogScreen } from "#client/screens/log/LogScreen.tsx";
import type { CaseloadView } from "#core/contracts/caseload.ts";
import type { BrokenDraft } from "#core/contracts/draft.ts";
import { givenCase, givenDraft, givenServer, ME, open, Refusal, TODAY } from "./given.tsx";

const BROKEN: BrokenDraft = {
  id: "draft-broken",
  caseId: "case-1",
  kind: "session",
  corrects: null,
  broken: true,
  texts: ["He came in by himself.\nHe stayed.", "More quiet"],
  privateNote: "A hunch",
};

async function openBroken(part: Partial<BrokenDraft> = {}, discard: () => unknown = () => ({})) {
  const server = givenServer({
    "practice.me": () => ME,
    "drafts.show": () => ({ ...BROKEN, ...part }),
    "cases.show": () => givenCase(),
    "drafts.start": () => givenDraft({ id: "draft-next" }),
    "drafts.discard": discard,
  });
  const opened = await open(<LogScreen />, { path: "/log/$draftId", at: "/log/draft-broken" });
  const panel = await screen.findByRole("region", { name: "This draft cannot be opened as a form" });
  return { server, panel, ...opened };
}

describe("a draft that cannot be opened as a form", () => {
  it("shows each of its texts and its private note, and no form", async () => {
    const { panel } = await openBroken();
    expect(screen.getByRole("heading", { level: 1, name: "Log session · Harbor" })).toBeTruthy();
    expect(within(panel).getByText(/He came in by himself\.\s+He stayed\./)).toBeTruthy();
    expect(within(panel).getByText("More quiet")).toBeTruthy();
    expect(within(within(panel).getByRole("region", { name: "Private note" })).getByText("A hunch")).toBeTruthy();
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(screen.queryByRole("button", { name: /Finish/ })).toBeNull();
  });

  it("copies all of its text at once, and says so", async () => {
    const { user, panel } = await openBroken();
    await user.click(within(panel).getByRole("button", { name: "Copy all text" }));
    expect(await within(panel).findByText("Copied.")).toBeTruthy();
    expect(await navigator.clipboard.readText()).toBe("He came in by himself.\nHe stayed.\n\nMore quiet\n\nA hunch");
  });

  it("says where the browser does not allow copying", async () => {
    const { user, panel } = await openBroken();
    vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("not allowed"));
    await user.click(within(panel).getByRole("button", { name: "Copy all text" }));
    expect(await within(panel).findByText(/Select the text and copy it by hand/)).toBeTruthy();
  });

  it("asks before it is discarded, then goes to the case", async () => {
    const { user, server, panel } = await openBroken();
    await user.click(within(panel).getByRole("button", { name: "Discard this draft…" }));
    expect(server.of("drafts.discard")).toEqual([]);
    await user.click(await screen.findByRole("button", { name: "Discard the draft" }));
    await screen.findByText("elsewhere: /cases/$caseId");
    expect(server.of("drafts.discard")).toEqual([{ draftId: "draft-broken" }]);
  });

  it("stays on the screen with a sentence where it cannot be discarded", async () => {
    const { user, panel } = await openBroken({}, () => new Refusal("not-saved"));
    await user.click(within(panel).getByRole("button", { name: "Discard this draft…" }));
    await user.click(await screen.findByRole("button", { name: "Discard the draft" }));
    expect((await screen.findByRole("alert")).textContent).toMatch(/Not saved/);
    expect(within(panel).getByText("More quiet")).toBeTruthy();
  });

  it("is left as it is when a new session is logged", async () => {
    const { user, server, router, panel } = await openBroken();
    await user.click(within(panel).getByRole("button", { name: "Log a new session" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/log/draft-next"));
    expect(server.of("drafts.start")).toMatchObject([{ caseId: "case-1", corrects: null }]);
    expect(server.of("drafts.discard")).toEqual([]);
  });

  it("begins the correction again where it was one", async () => {
    const { user, server, panel } = await openBroken({ kind: "correction", corrects: "session-3" });
    expect(screen.getByRole("heading", { level: 1, name: "Correct session · Harbor" })).toBeTruthy();
    await user.click(within(panel).getByRole("button", { name: "Begin the correction again" }));
    await waitFor(() => expect(server.of("drafts.start")).toMatchObject([{ caseId: "case-1", corrects: "session-3" }]));
  });

  it("offers nothing to copy where no text was found", async () => {
    const { panel } = await openBroken({ texts: [], privateNote: "" });
    expect(within(panel).getByText("No text was found in it.")).toBeTruthy();
    expect(within(panel).queryByRole("button", { name: "Copy all text" })).toBeNull();
  });
});

describe("a draft without a day", () => {
  it("is listed where a case is chosen, and asked about without one", async () => {
    const row = {
      caseId: "case-1",
      label: "Harbor",
      status: "active",
      stage: 2,
      lastSessionOn: null,
      nextSessionOn: null,
    } as CaseloadView["rows"][number];
    const item = { kind: "draft", caseId: "case-1", label: "Harbor", draftId: "draft-broken", day: "", draftKind: "session" } as const;
    const caseload: CaseloadView = {
      today: TODAY,
      movedWithinDays: 14,
      noMoveAfterSessions: 5,
      rows: [row],
      moved: [],
      noMove: [],
      toFinish: [item],
    };
    givenServer({ "practice.me": () => ME, "caseload.read": () => caseload });
    const { router } = await open(<ChooseCaseScreen />, { path: "/log", at: "/log?caseId=case-1" });
    const resume = await screen.findByRole("button", { name: "Resume the log" });
    resume.click();
    await waitFor(() => expect(router.state.location.pathname).toBe("/log/draft-broken"));
  });
});
