import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { LogScreen } from "#client/screens/log/LogScreen.tsx";
import type { DraftBody } from "#core/contracts/draft.ts";
import { givenDraft, givenDraftServer, open, Refusal } from "./given.tsx";

async function openLog(id: string, more: Parameters<typeof givenDraftServer>[1] = {}) {
  const server = givenDraftServer(givenDraft({ id }), more);
  const opened = await open(<LogScreen />, { path: "/log/$draftId", at: `/log/${id}` });
  await screen.findByRole("heading", { name: /Log session/ });
  return { server, ...opened };
}

describe("a log that is left", () => {
  it("without a key is no draft to finish: it goes", async () => {
    const { server, user } = await openLog("draft-untouched", { more: { "drafts.discard": () => ({}) } });
    await user.click(screen.getByRole("link", { name: "Harbor" }));
    await waitFor(() => expect(server.of("drafts.discard")).toEqual([{ draftId: "draft-untouched" }]));
  });

  it("with words is saved on leaving and stays to be finished", async () => {
    const { server, user } = await openLog("draft-typed", { more: { "drafts.discard": () => ({}) } });
    await user.type(screen.getByRole("textbox", { name: "Note" }), "Half");
    await user.click(screen.getByRole("link", { name: "Harbor" }));
    await waitFor(() => expect(server.kept.draft.body.noteSections.text).toBe("Half"));
    expect(server.of("drafts.discard")).toEqual([]);
  });

  it("with words and no network keeps them until it is opened again", async () => {
    const { server, user, router } = await openLog("draft-offline");
    server.state.online = false;
    await user.type(screen.getByRole("textbox", { name: "Note" }), "Half");
    await user.click(screen.getByRole("link", { name: "Harbor" }));
    await screen.findByText(/elsewhere/);
    server.state.online = true;
    await router.navigate({ to: "/log/$draftId", params: { draftId: "draft-offline" } } as never);
    await screen.findByDisplayValue("Half");
    await waitFor(() => expect(server.kept.draft.body.noteSections.text).toBe("Half"), { timeout: 4_000 });
  });
});

describe("a draft that another window finished", () => {
  it("offers to keep what is here as a new draft", async () => {
    const saved: { draftId: string; body: DraftBody }[] = [];
    const { user } = await openLog("draft-gone", {
      more: {
        "drafts.save": (input: { draftId: string; body: DraftBody }) => {
          if (input.draftId === "draft-gone") return new Refusal("draft-gone");
          saved.push(input);
          return { saved: true, revision: 2, savedAt: "" };
        },
        "drafts.start": () => givenDraft({ id: "draft-new" }),
      },
    });
    await user.type(screen.getByRole("textbox", { name: "Note" }), "Half");
    await user.click(await screen.findByRole("button", { name: "Keep what is here as a new draft" }, { timeout: 5_000 }));
    await waitFor(() => expect(saved).toMatchObject([{ draftId: "draft-new", body: { noteSections: { text: "Half" } } }]));
  });
});
