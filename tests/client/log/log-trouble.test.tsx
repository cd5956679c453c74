import { fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { DraftSaver } from "#client/features/drafts/draft-saver.ts";
import { withPresence, withShift } from "#client/features/sessions/edits.ts";
import { LogScreen } from "#client/screens/log/LogScreen.tsx";
import { givenCase, givenDraft, givenDraftServer, open } from "./given.tsx";

const soon = { timeout: 6_000 };

async function openLog(server = givenDraftServer()) {
  const { user } = await open(<LogScreen />, { path: "/log/$draftId", at: `/log/${server.kept.draft.id}` });
  await screen.findByRole("heading", { name: /Log session/ });
  return { server, user };
}

describe("typing on when another window's text arrives", () => {
  it("makes no no-show of the session: the conflict's heading has the focus, the words are this window's", async () => {
    const { server, user } = await openLog();
    server.kept.draft = { ...server.kept.draft, revision: 5, body: { ...server.kept.draft.body, noteSections: { text: "Theirs." } } };
    await user.type(screen.getByRole("textbox", { name: "Note" }), "They waited");
    const heading = await screen.findByRole("heading", { name: "This log was changed in another window" }, soon);
    // The focus moves in an effect, which may come after the heading is found.
    await waitFor(() => expect(heading.contains(document.activeElement)).toBe(true));
    await user.keyboard("n");
    expect(screen.queryByRole("region", { name: "Attendance" })).toBeNull();
    expect(document.body.textContent).toContain("They waited");
    await user.click(screen.getByRole("button", { name: "Go on with these" }));
    await waitFor(() => expect(server.kept.draft.revision).toBe(6), soon);
    expect(server.kept.draft.body.attendance).toBe("held");
  });
});

describe("what cannot be finished or saved", () => {
  it("is a note too long, named at the note, while all else is saved", async () => {
    const { server, user } = await openLog();
    fireEvent.change(screen.getByRole("textbox", { name: "Note" }), { target: { value: "x".repeat(200_000) } });
    await screen.findByText(/This note has 200,000 characters; 100,000 is the most/);
    await waitFor(() => expect(server.kept.draft.revision).toBe(2), soon);
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Note" })));
    expect(server.of("sessions.finish")).toEqual([]);
  });

  it("is not sent again and again where the text itself is refused", async () => {
    const draft = givenDraft();
    const sent: string[] = [];
    const send = (_: number, { body }: { body: { evidence: string } }) => {
      sent.push(body.evidence);
      return Promise.reject("refused");
    };
    const saver = new DraftSaver(draft, { send, isGone: () => false, isRefused: () => true, onState: () => undefined, now: () => Date.now() });
    saver.change({ body: { ...draft.body, evidence: "a" }, privateNote: "" });
    await saver.flush();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect([sent, saver.state.kind]).toEqual([["a"], "refused"]);
    saver.change({ body: { ...draft.body, evidence: "b" }, privateNote: "" });
    await saver.flush();
    expect(sent).toEqual(["a", "b"]);
    saver.stop();
  });

  it("says so only until it is saved", async () => {
    const { server, user } = await openLog();
    server.state.online = false;
    await user.type(screen.getByRole("textbox", { name: "Note" }), "Last words.{Control>}{Enter}{/Control}");
    await screen.findByText(/Not finished: the last words/, undefined, soon);
    server.state.online = true;
    await waitFor(() => expect(screen.queryByText(/Not finished/)).toBeNull(), soon);
  });

  it("is an own track's number out of range: said at its row, with the focus there", async () => {
    const own = { track: "own-1", name: "Closeness", lowest: 1, highest: 5, better: "higher", builtIn: false } as const;
    const coupleCase = givenCase({ tracks: [...givenCase().tracks, own] });
    const { user } = await openLog(givenDraftServer(givenDraft(), { coupleCase }));
    const field = screen.getByRole("textbox", { name: "Closeness" });
    await user.type(field, "9{Control>}{Enter}{/Control}");
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(screen.getAllByText(/Closeness goes from 1 to 5/)).toHaveLength(1);
  });
});

describe("a back-dated session", () => {
  it("is not counted as the newest", async () => {
    await openLog(givenDraftServer(givenDraft({}, { day: "2026-08-01" })));
    expect(screen.queryByText(/session 15/)).toBeNull();
    expect(screen.getByText(/an earlier day/)).toBeTruthy();
  });
});

describe("the source of a new shift", () => {
  it("follows who was there, not the stage's source, and is asked while nobody is known to have been", () => {
    const { body } = givenDraft({}, { presence: null, source: "own-words" });
    const unknown = withShift("setback")(body);
    expect(unknown.shifts[0]?.source).toBe("");
    expect(withPresence("in-room")(unknown).shifts[0]?.source).toBe("seen");
    expect(withShift("setback")({ ...body, presence: "in-room" }).shifts[0]?.source).toBe("seen");
  });
});
