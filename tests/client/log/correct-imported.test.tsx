import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { LogScreen } from "#client/screens/log/LogScreen.tsx";
import { givenDraft, givenDraftServer, open } from "./given.tsx";

describe("correcting an imported hour", () => {
  it("says which shift still needs a source, shows none as chosen, and takes the one that is", async () => {
    const shift = { kind: "setback", direction: "away", who: "both", source: "not-recorded", remark: "as written then" };
    const server = givenDraftServer(givenDraft({ kind: "correction", corrects: "morning", correctsVersion: 1 }, { shifts: [shift] }));
    const { user } = await open(<LogScreen />, { path: "/log/$draftId", at: `/log/${server.kept.draft.id}` });
    await screen.findByRole("heading", { name: /Correct session/ });
    const source = screen.getByRole<HTMLSelectElement>("combobox", { name: "Source" });
    expect(source.selectedOptions[0]?.textContent).toBe("source not recorded");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByText(/Say where the shift “setback” was seen/);
    await waitFor(() => expect(document.activeElement).toBe(source));
    expect(server.of("sessions.finish")).toEqual([]);
    await user.selectOptions(source, "seen by me");
    expect(screen.queryByText(/Say where the shift/)).toBeNull();
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(server.of("sessions.finish")).toHaveLength(1));
    expect(server.kept.draft.body.shifts).toEqual([{ ...shift, source: "seen" }]);
  });
});
