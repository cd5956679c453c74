import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { NoteChangeDialog } from "#client/features/between-sessions/NoteChangeDialog.tsx";
import { RulesForm } from "#client/features/practice/RulesForm.tsx";
import { CaseEditScreen } from "#client/screens/case/CaseEditScreen.tsx";
import { CaseOpenScreen } from "#client/screens/case/CaseOpenScreen.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { forgetKeptText, keepTextOf } from "#client/ui/kept-text.ts";
import { givenCase, givenServer, ME, open, Refusal, TODAY } from "../log/given.tsx";

afterEach(forgetKeptText);

/** As the lock does: everything goes off the page, nothing is said to the form. */
const leave = () => cleanup();

describe("a case that was begun", () => {
  it("is still on the form after a lock, with a line that says so, and one button empties it", async () => {
    givenServer({ "practice.me": () => ME });
    const { user } = await open(<CaseOpenScreen />, { path: "/cases/new", at: "/cases/new" });
    await user.type(await screen.findByLabelText("Name of the case"), "Harbor");
    leave();
    expect(document.body.innerHTML).not.toContain("Harbor");
    await open(<CaseOpenScreen />, { path: "/cases/new", at: "/cases/new" });
    expect((await screen.findByLabelText<HTMLInputElement>("Name of the case")).value).toBe("Harbor");
    screen.getByText("What you began is still here.");
    await user.click(screen.getByRole("button", { name: "Discard it" }));
    expect(screen.getByLabelText<HTMLInputElement>("Name of the case").value).toBe("");
    expect(screen.queryByText("What you began is still here.")).toBeNull();
  });

  it("is never another clinician's to see", async () => {
    givenServer({ "practice.me": () => ME });
    const { user } = await open(<CaseOpenScreen />, { path: "/cases/new", at: "/cases/new" });
    await user.type(await screen.findByLabelText("Name of the case"), "Harbor");
    leave();
    keepTextOf("clinician-2");
    await open(<CaseOpenScreen />, { path: "/cases/new", at: "/cases/new" });
    expect((await screen.findByLabelText<HTMLInputElement>("Name of the case")).value).toBe("");
  });
});

describe("an edited case", () => {
  it("keeps its words through a lock, upon the revision they were typed on", async () => {
    let stored = givenCase();
    const server = givenServer({ "practice.me": () => ME, "cases.show": () => stored, "cases.edit": () => new Refusal("case-changed-meanwhile") });
    const { user } = await open(<CaseEditScreen />, { path: "/cases/$caseId/edit", at: "/cases/case-1/edit" });
    await user.type(await screen.findByLabelText("Presenting concern"), "He goes quiet.");
    leave();
    stored = givenCase({ revision: 2 });
    await open(<CaseEditScreen />, { path: "/cases/$caseId/edit", at: "/cases/case-1/edit" });
    await screen.findByDisplayValue("He goes quiet.");
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(server.of("cases.edit")).toMatchObject([{ revision: 1, presentingConcern: "He goes quiet." }]));
  });

  it("that does not exist is said not to exist, instead of offering to try again", async () => {
    givenServer({ "practice.me": () => ME, "cases.show": () => new Refusal("not-found") });
    await open(<CaseEditScreen />, { path: "/cases/$caseId/edit", at: "/cases/nonsense/edit" });
    await screen.findByText("No such case");
    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
  });
});

function Desk() {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpened(true)}>
        Note it
      </button>
      <Dialog title="A note" opened={opened} onClose={() => setOpened(false)}>
        <form>
          <input aria-label="Evidence" />
        </form>
      </Dialog>
    </>
  );
}

async function openDesk() {
  givenServer({ "practice.me": () => ME });
  const { user } = await open(<Desk />, { path: "/", at: "/" });
  await user.click(await screen.findByRole("button", { name: "Note it" }));
  return { user, dialog: screen.getByRole("dialog") };
}

describe("a dialog", () => {
  it("stays when a selection of its words is let go of outside it", async () => {
    const { user, dialog } = await openDesk();
    await user.type(screen.getByLabelText("Evidence"), "Asked what it is for.");
    fireEvent.mouseDown(screen.getByLabelText("Evidence"));
    fireEvent.mouseUp(dialog);
    fireEvent.click(dialog);
    expect(screen.getByDisplayValue("Asked what it is for.")).toBeTruthy();
  });

  it("asks before Escape discards what was typed, and goes back to the same field", async () => {
    const { user } = await openDesk();
    await user.type(screen.getByLabelText("Evidence"), "Asked what it is for.{Escape}");
    screen.getByText("Discard what you typed?");
    await user.click(screen.getByRole("button", { name: "Keep writing" }));
    expect(document.activeElement).toBe(screen.getByLabelText("Evidence"));
    await user.keyboard("{Escape}");
    await user.click(screen.getByRole("button", { name: "Discard" }));
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("gives the focus back to what opened it", async () => {
    const { user } = await openDesk();
    await user.click(screen.getByLabelText("Evidence"));
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Note it" }));
  });
});

describe("a change being noted", () => {
  it("is still there after a lock, and is gone once it was discarded", async () => {
    givenServer({ "practice.me": () => ME });
    const dialog = <NoteChangeDialog coupleCase={givenCase()} today={TODAY} onClose={() => undefined} />;
    const { user } = await open(dialog, { path: "/cases/$caseId", at: "/cases/case-1" });
    await user.type(await screen.findByPlaceholderText(/^One line/), "Rang on Sunday.");
    leave();
    await open(dialog, { path: "/cases/$caseId", at: "/cases/case-1" });
    await screen.findByDisplayValue("Rang on Sunday.");
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    leave();
    await open(dialog, { path: "/cases/$caseId", at: "/cases/case-1" });
    expect((await screen.findByPlaceholderText<HTMLInputElement>(/^One line/)).value).toBe("");
  });
});

describe("the rules of the home screen", () => {
  it("say at the field that 200 days are too many, and go there", async () => {
    const server = givenServer({ "practice.me": () => ME });
    const { user } = await open(<RulesForm me={ME as never} />, { path: "/settings", at: "/settings" });
    const days = await screen.findByLabelText("Days in which a case counts as moved");
    await user.clear(days);
    await user.type(days, "200");
    screen.getByText("Give a whole number from 1 to 90.");
    await user.click(screen.getByRole("button", { name: "Save rules" }));
    await act(async () => undefined);
    expect(document.activeElement).toBe(days);
    expect(server.of("practice.edit")).toEqual([]);
  });
});
