import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { LogScreen } from "#client/screens/log/LogScreen.tsx";
import type { DraftBody } from "#core/contracts/draft.ts";
import { countingKeyboard, givenCase, givenDraft, givenDraftServer, group, open } from "./given.tsx";

async function openLog(server = givenDraftServer()) {
  const { user, router } = await open(<LogScreen />, { path: "/log/$draftId", at: `/log/${server.kept.draft.id}` });
  await screen.findByRole("heading", { name: /Log session/ });
  await waitFor(() => expect(document.activeElement?.textContent).toContain("in the room"));
  return { server, user, router, keyboard: countingKeyboard(user), body: (): DraftBody => server.kept.draft.body };
}

describe("a complete log from the keyboard", () => {
  it("takes at most 45 key presses beyond the text, and sends what was answered", async () => {
    const { server, keyboard, body } = await openLog();
    for (const key of ["1", "3", "1"]) await keyboard.press(key); // in the room, curious, seen by me
    await keyboard.type("Asked why it goes quiet after.");
    await keyboard.press("Enter");
    await keyboard.press("Tab"); // past the stances
    for (const key of ["6", "8", "4", "7", "0", "-", "t"]) await keyboard.press(key);
    for (const key of ["1", "3"]) await keyboard.press(key); // two themes
    await keyboard.press("Tab");
    await keyboard.press("9"); // partner asked
    for (let tabs = 0; document.activeElement?.tagName !== "TEXTAREA"; tabs += 1) {
      expect(tabs).toBeLessThan(12);
      await keyboard.press("Tab");
    }
    await keyboard.type("They waited for the answer.");
    await keyboard.press("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(server.of("sessions.finish")).toHaveLength(1));

    expect(keyboard.presses).toBeLessThanOrEqual(45);
    expect(body()).toMatchObject({
      presence: "in-room",
      stage: 3,
      source: "seen",
      evidence: "Asked why it goes quiet after.",
      themes: ["how-i-show-up", "unmet-needs"],
      noteSections: { text: "They waited for the answer." },
    });
    expect(body().ratings).toEqual({
      tone: { value: 6, rater: "clinician" },
      boundaries: { value: 8, rater: "active" },
      "emotional-climate": { value: 4, rater: "clinician" },
      "values-clarity": { value: 7, rater: "clinician" },
      "mine-not-mine": { value: 0, rater: "clinician" },
      "grounded-response": { value: null, rater: "clinician" },
      "self-support": { value: 10, rater: "clinician" },
    });
    expect(body().shifts).toEqual([{ kind: "partner-asked", direction: "toward", who: "observing", source: "seen", remark: "" }]);
  });

  it.each([
    ["c", "cancelled"],
    ["n", "no-show"],
  ])("logs with two presses what did not take place: %s and Ctrl Enter", async (key, attendance) => {
    const { server, keyboard, body } = await openLog();
    await keyboard.press(key);
    await keyboard.press("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(server.of("sessions.finish")).toHaveLength(1));
    expect(keyboard.presses).toBe(2);
    expect(body().attendance).toBe(attendance);
    await screen.findByText("elsewhere: /cases/$caseId");
    expect(screen.getByText("Session logged")).toBeTruthy();
  });

  it("tells zero, not rated and untouched apart", async () => {
    const { user, body } = await openLog();
    within(group(/^Tone/)).getAllByRole("radio")[0]?.focus();
    await user.keyboard("0-");
    await waitFor(() => expect(body().ratings).toMatchObject({ tone: { value: 0 }, boundaries: { value: null } }));
    expect(Object.keys(body().ratings)).toEqual(["tone", "boundaries"]);
    expect(within(group(/^Tone/)).getByRole("radio", { name: "0" }).getAttribute("aria-checked")).toBe("true");
    expect(
      within(group(/^Boundaries/))
        .getByRole("radio", { name: "not rated" })
        .getAttribute("aria-checked"),
    ).toBe("true");
  });

  it("answers nothing by passing through with Tab and arrows", async () => {
    const { user, server } = await openLog();
    within(group(/^Tone/)).getAllByRole("radio")[0]?.focus();
    await user.keyboard("{ArrowRight}{ArrowRight}{Tab}{ArrowRight}{Tab}");
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(server.of("drafts.save")).toEqual([]);
  });

  it("takes an answer back with Backspace", async () => {
    const { user, body } = await openLog();
    const tone = within(group(/^Tone/));
    tone.getAllByRole("radio")[0]?.focus();
    await user.keyboard("5");
    tone.getByRole("radio", { name: "5" }).focus();
    await user.keyboard("{Backspace}");
    await waitFor(() => expect(screen.getByText(/Saved/)).toBeTruthy(), { timeout: 5_000 });
    expect(body().ratings).toEqual({});
  });
});

describe("last session's answers", () => {
  it("are dotted, never filled in and never sent", async () => {
    const { server, user, body } = await openLog();
    const dotted = within(group(/^Tone/)).getByRole("radio", { name: /^6\W+last session$/ });
    expect(dotted.getAttribute("aria-checked")).toBe("false");
    expect(dotted.dataset.last).toBe("true");
    expect(
      within(group(/How they took part/))
        .getByRole("radio", { name: /listening, last session/ })
        .getAttribute("aria-checked"),
    ).toBe("false");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(server.of("sessions.finish")).toHaveLength(1));
    expect(body()).toMatchObject({ ratings: {}, stage: null, stances: [] });
  });

  it("propose only whose number it is: the client's stays the client's, and m changes it", async () => {
    const { user, body } = await openLog();
    within(group(/^Boundaries/))
      .getAllByRole("radio")[0]
      ?.focus();
    await user.keyboard("m7");
    await waitFor(() => expect(body().ratings.boundaries).toEqual({ value: 7, rater: "clinician" }), { timeout: 5_000 });
  });

  it("are not dotted on a correction, which shows what was logged then", async () => {
    givenDraftServer(givenDraft({ id: "draft-correction", kind: "correction", corrects: "session-9", correctsVersion: 1 }, { day: "2026-11-12" }));
    await open(<LogScreen />, { path: "/log/$draftId", at: "/log/draft-correction" });
    await screen.findByRole("heading", { name: "Correct session of 12 Nov · Harbor" });
    expect(screen.queryByRole("radio", { name: /last session/ })).toBeNull();
  });
});

describe("the evidence source", () => {
  it("follows presence until it is chosen by hand", async () => {
    const { user, body } = await openLog();
    await user.keyboard("4");
    await waitFor(() => expect(body()).toMatchObject({ presence: "absent", source: "told" }), { timeout: 5_000 });
    await user.click(screen.getByRole("radio", { name: "the partner's own words" }));
    await user.click(screen.getByRole("radio", { name: "online" }));
    await waitFor(() => expect(body()).toMatchObject({ presence: "online", source: "own-words" }), { timeout: 5_000 });
  });

  it("is asked for where a stage has none, at its field", async () => {
    const { server, user } = await openLog();
    within(group(/How they took part/))
      .getAllByRole("radio")[0]
      ?.focus();
    await user.keyboard("3{Control>}{Enter}{/Control}");
    expect(await screen.findByText(/Say where this was seen/)).toBeTruthy();
    await waitFor(() => expect(group("Evidence").contains(document.activeElement)).toBe(true));
    expect(server.of("sessions.finish")).toEqual([]);
  });
});

describe("a track with another range", () => {
  const sleep = { track: "t-sleep", name: "Hours of sleep", lowest: 0, highest: 12, better: "higher", builtIn: false } as const;
  const withSleep = () => givenDraftServer(givenDraft(), { coupleCase: givenCase({ tracks: [...givenCase().tracks, sleep] }) });

  it("takes a number, keeps the dash as not rated, and refuses what is outside at its field", async () => {
    const { server, user, body } = await openLog(withSleep());
    const field = screen.getByRole("textbox", { name: /Hours of sleep/ });
    await user.type(field, "6,5");
    await waitFor(() => expect(body().ratings["t-sleep"]).toEqual({ value: 6.5, rater: "clinician" }), { timeout: 5_000 });
    await user.clear(field);
    await user.type(field, "-");
    await waitFor(() => expect(body().ratings["t-sleep"]).toEqual({ value: null, rater: "clinician" }), { timeout: 5_000 });
    await user.clear(field);
    await user.type(field, "13{Control>}{Enter}{/Control}");
    expect(await screen.findByText(/Hours of sleep goes from 0 to 12/)).toBeTruthy();
    expect(server.of("sessions.finish")).toEqual([]);
  });
});
