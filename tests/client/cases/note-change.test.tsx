import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { NoteChangeDialog } from "#client/features/between-sessions/NoteChangeDialog.tsx";
import { changeOf, emptyChange, whatIsMissing, withHappened } from "#client/features/between-sessions/typed-change.ts";
import { forgetKeptText } from "#client/ui/kept-text.ts";
import { countingKeyboard, givenCase, givenServer, ME, open, Refusal, TODAY } from "../log/given.tsx";

afterEach(forgetKeptText);

async function openNote(answer: (input: never) => unknown = () => ({ sessionId: "between-1" })) {
  const server = givenServer({ "practice.me": () => ME, "between.note": answer });
  let closed = false;
  const dialog = <NoteChangeDialog coupleCase={givenCase()} today={TODAY} onClose={() => (closed = true)} />;
  const { user } = await open(dialog, { path: "/cases/$caseId", at: "/cases/case-1" });
  await screen.findByRole("dialog", { name: "Note a change · Harbor" });
  return { server, user, keyboard: countingKeyboard(user), isClosed: () => closed };
}

describe("a change between sessions", () => {
  it("is noted with four keys and a line: what happened, which way, the stage, and save", async () => {
    const { server, keyboard, isClosed } = await openNote();
    await waitFor(() => expect(document.activeElement?.textContent).toContain("partner called"));
    for (const key of ["2", "1", "3", "2"]) await keyboard.press(key); // asked, toward, curious, told by the client
    await keyboard.type("Asked what the sessions are for.");
    await keyboard.press("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(isClosed()).toBe(true));
    expect(keyboard.presses).toBeLessThanOrEqual(5);
    expect(server.of("between.note")).toMatchObject([
      {
        caseId: "case-1",
        day: TODAY,
        observation: { presence: null, stage: 3, source: "told", evidence: "Asked what the sessions are for.", stances: [] },
        shifts: [{ kind: "partner-asked", direction: "toward", who: "observing", source: "told", remark: null }],
      },
    ]);
  });

  it("is not sent while nothing is said, and says what is needed", async () => {
    const { server, user } = await openNote();
    await user.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByText("Say what happened, or how they take part now.");
    expect(server.of("between.note")).toEqual([]);
  });

  it("stays on the form when it is refused, and the same key is sent again", async () => {
    const { server, user } = await openNote(() => new Refusal("case-closed"));
    await user.keyboard("52"); // setback, away
    await user.tab();
    await user.keyboard("2"); // told by the client
    await user.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByText(/This case is closed/);
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(server.of("between.note")).toHaveLength(2));
    const keys = server.of("between.note").map((input) => (input as { requestKey: string }).requestKey);
    expect(new Set(keys).size).toBe(1);
    expect(
      within(screen.getByRole("radiogroup", { name: "What happened" }))
        .getByRole("radio", { name: "setback" })
        .getAttribute("aria-checked"),
    ).toBe("true");
  });
});

describe("what happened", () => {
  it("proposes that a setback goes away, and nothing of a call: it may be warm or furious, told or overheard", () => {
    expect(withHappened(emptyChange(TODAY), "setback")).toMatchObject({ direction: "away", source: null });
    expect(withHappened(emptyChange(TODAY), "called")).toMatchObject({ direction: null, source: null });
  });

  it("is asked who told it and which way it went, where nobody can know", () => {
    const called = withHappened(emptyChange(TODAY), "called");
    expect(whatIsMissing(called, TODAY)?.field).toBe("direction");
    expect(whatIsMissing({ ...called, direction: "toward" }, TODAY)?.field).toBe("source");
    expect(whatIsMissing({ ...called, direction: "toward", source: "seen" }, TODAY)).toBeNull();
  });

  it("alone is a shift and no observation: nothing is said about the stage", () => {
    expect(changeOf({ ...withHappened(emptyChange(TODAY), "read"), direction: "toward", source: "told" })).toEqual({
      day: TODAY,
      observation: null,
      shifts: [{ kind: "other", direction: "toward", who: "observing", source: "told", remark: "The partner read something" }],
      note: null,
    });
  });

  it("may be declining: stage 0 is something said", () => {
    expect(whatIsMissing({ ...emptyChange(TODAY), stage: 0, source: "told" }, TODAY)).toBeNull();
    expect(changeOf({ ...emptyChange(TODAY), stage: 0, source: "told" }).observation?.stage).toBe(0);
  });

  it("is not still to come", () => expect(whatIsMissing({ ...emptyChange("2026-11-27"), stage: 1 }, TODAY)?.field).toBe("day"));
});
