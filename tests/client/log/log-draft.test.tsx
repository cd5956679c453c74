import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { saveBeforeLock } from "#client/api/lock-state.ts";
import { LogScreen } from "#client/screens/log/LogScreen.tsx";
import { givenDraft, givenDraftServer, open, Refusal } from "./given.tsx";

async function openLog(server = givenDraftServer()) {
  const { user } = await open(<LogScreen />, { path: "/log/$draftId", at: `/log/${server.kept.draft.id}` });
  await screen.findByRole("heading", { name: /Log session/ });
  return { server, user };
}

const evidence = () => screen.getByRole("textbox", { name: "One line of evidence" });
const note = () => screen.getByRole("textbox", { name: "Note" });
const soon = { timeout: 5_000 };

describe("what is typed", () => {
  it("is on the server within 3 seconds of the last key, the private note with it", async () => {
    const { server, user } = await openLog();
    await user.type(note(), "They waited.");
    await user.type(screen.getByRole("textbox", { name: "Private note" }), "My own impatience.");
    await waitFor(
      () => expect(server.kept.draft).toMatchObject({ body: { noteSections: { text: "They waited." } }, privateNote: "My own impatience." }),
      { timeout: 3_000 },
    );
    await screen.findByText(/^Saved/);
  });

  it("is saved at once when the screen locks", async () => {
    const { server, user } = await openLog();
    await user.type(note(), "Half a sen");
    expect(server.kept.draft.body.noteSections.text).toBeUndefined();
    await saveBeforeLock();
    expect(server.kept.draft.body.noteSections.text).toBe("Half a sen");
  });

  it("stays on the form while the network is away, says so, and is saved when it is back", async () => {
    const { server, user } = await openLog();
    server.state.online = false;
    await user.type(note(), "They waited.");
    await screen.findByText(/Not saved – trying again/, undefined, soon);
    await user.type(note(), " Twice.");
    server.state.online = true;
    await user.click(screen.getByRole("button", { name: "Try now" }));
    await waitFor(() => expect(server.kept.draft.body.noteSections.text).toBe("They waited. Twice."), soon);
  });

  it("is in no storage of the browser", async () => {
    const { server, user } = await openLog();
    await user.type(note(), "They waited.");
    await waitFor(() => expect(server.kept.draft.revision).toBe(2), soon);
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
  });
});

describe("the format of the note", () => {
  it("changes without losing a word", async () => {
    const { server, user } = await openLog();
    await user.type(note(), "They waited.");
    await user.click(screen.getByRole("radio", { name: "DAP" }));
    await user.type(screen.getByRole("textbox", { name: "Data" }), "Quiet hour.");
    expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Note" }).value).toBe("They waited.");
    await user.click(screen.getByRole("radio", { name: "SOAP" }));
    expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Data" }).value).toBe("Quiet hour.");
    await user.click(screen.getByRole("radio", { name: "free" }));
    expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Note" }).value).toBe("They waited.");
    await waitFor(() => expect(server.kept.draft.body.noteSections).toEqual({ text: "They waited.", data: "Quiet hour." }), soon);
  });
});

describe("two windows on one draft", () => {
  async function inConflict() {
    const server = givenDraftServer(givenDraft({ privateNote: "mine before" }));
    const { user } = await openLog(server);
    const { draft } = server.kept;
    server.kept.draft = { ...draft, revision: 5, body: { ...draft.body, evidence: "Theirs.", minutes: "80", noteSections: { text: "Their note." } } };
    await user.type(evidence(), "Mine.");
    await user.type(note(), "My note.");
    await screen.findByRole("heading", { name: "This log was changed in another window" }, soon);
    return { server, user };
  }

  it("show both texts side by side, and send nothing until it is decided", async () => {
    const { server } = await inConflict();
    const text = document.body.textContent;
    for (const words of ["Mine.", "Theirs.", "My note.", "Their note."]) expect(text).toContain(words);
    expect(server.kept.draft.body.evidence).toBe("Theirs.");
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Go on with these" }).disabled).toBe(true);
  });

  it("keep what was chosen, both notes where both are kept, upon the other window's revision", async () => {
    const { server, user } = await inConflict();
    await user.click(within(screen.getByRole("region", { name: "Evidence" })).getByRole("radio", { name: "this window's" }));
    await user.click(within(screen.getByRole("region", { name: "Minutes" })).getByRole("radio", { name: "the other window's" }));
    await user.click(screen.getByRole("button", { name: "Go on with these" }));
    await waitFor(() => expect(server.kept.draft.revision).toBe(6), soon);
    expect(server.kept.draft.body).toMatchObject({ evidence: "Mine.", minutes: "80", noteSections: { text: "My note.\n\nTheir note." } });
    await screen.findByDisplayValue("Mine.");
  });
});

describe("finishing", () => {
  it("sends one request with one key, however often it is pressed", async () => {
    const { server, user } = await openLog();
    const [button] = screen.getAllByRole("button", { name: "Finish" });
    if (!button) throw new Error("no Finish");
    await Promise.all([user.dblClick(button), user.keyboard("{Control>}{Enter}{Enter}{/Control}")]);
    await screen.findByText("elsewhere: /cases/$caseId");
    const { id } = server.kept.draft;
    expect(server.of("sessions.finish")).toEqual([{ draftId: id, revision: 1, requestKey: `finish-${id}` }]);
  });

  it("saves the last keys first and finishes upon their revision", async () => {
    const { server, user } = await openLog();
    await user.type(note(), "Last words.{Control>}{Enter}{/Control}");
    await waitFor(() => expect(server.of("sessions.finish")).toMatchObject([{ revision: 2 }]));
    expect(server.kept.draft.body.noteSections.text).toBe("Last words.");
  });

  it("does not happen while the last keys cannot be saved, and says so", async () => {
    const { server, user } = await openLog();
    server.state.online = false;
    await user.type(note(), "Last words.{Control>}{Enter}{/Control}");
    await screen.findByText(/Not finished: the last words could not be saved yet/, undefined, soon);
    expect(screen.getByDisplayValue("Last words.")).toBeTruthy();
    expect(server.of("sessions.finish")).toEqual([]);
  });

  it("puts what the server refuses at its field and goes there", async () => {
    const { user } = await openLog(givenDraftServer(givenDraft(), { more: { "sessions.finish": () => new Refusal("future-day", "day") } }));
    await user.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByText("That day has not come yet.");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Date")));
  });

  it("shows both texts when another window saved between the last save and Finish", async () => {
    const server = givenDraftServer(givenDraft(), { more: { "sessions.finish": () => new Refusal("draft-changed-meanwhile") } });
    const { user } = await openLog(server);
    const { draft } = server.kept;
    server.kept.draft = { ...draft, revision: 2, body: { ...draft.body, evidence: "Theirs." } };
    await user.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByRole("heading", { name: "This log was changed in another window" }, soon);
    expect(document.body.textContent).toContain("Theirs.");
  });

  it("asks before a no-show leaves anything out, and keeps it all on the draft", async () => {
    const { server, user } = await openLog(givenDraftServer(givenDraft({}, { stage: 3, source: "seen", themes: ["unmet-needs"] })));
    await user.click(screen.getByRole("radio", { name: "no-show" }));
    expect(screen.getAllByText(/leaves out what was seen of the observing partner and 1 theme/)).toHaveLength(1);
    await user.keyboard("{Control>}{Enter}{/Control}");
    const dialog = await screen.findByRole("dialog", { name: "Log a no-show?" });
    expect(server.of("sessions.finish")).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: "Back to the log" }));
    await user.click(screen.getByRole("radio", { name: "held" }));
    expect(screen.getByRole("button", { name: "Unmet needs" }).getAttribute("aria-pressed")).toBe("true");
    await user.click(screen.getByRole("radio", { name: "no-show" }));
    await user.keyboard("{Control>}{Enter}{/Control}");
    await user.click(await screen.findByRole("button", { name: "Finish without them" }));
    await waitFor(() => expect(server.of("sessions.finish")).toHaveLength(1));
  });

  it("discards only after asking", async () => {
    const { server, user } = await openLog(givenDraftServer(givenDraft(), { more: { "drafts.discard": () => ({}) } }));
    await user.click(screen.getByRole("button", { name: /Discard this draft/ }));
    expect(server.of("drafts.discard")).toEqual([]);
    await user.click(await screen.findByRole("button", { name: "Discard the draft" }));
    await screen.findByText("elsewhere: /cases/$caseId");
    expect(server.of("drafts.discard")).toEqual([{ draftId: server.kept.draft.id }]);
  });
});
