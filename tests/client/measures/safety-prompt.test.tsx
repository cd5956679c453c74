import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { CaseloadPanels } from "#client/features/caseload/CaseloadPanels.tsx";
import { MeasuresTab } from "#client/screens/measures/MeasuresTab.tsx";
import { forgetKeptText } from "#client/ui/kept-text.ts";
import type { CaseView } from "#core/contracts/case.ts";
import type { HeldScoreView, MeasuresView } from "#core/contracts/measure.ts";
import { givenCase, givenServer, ME, open, Refusal, TODAY } from "../log/given.tsx";
import { givenHeld, givenMeasures, givenScore } from "./given-measures.ts";

afterEach(forgetKeptText);

const PHQ = { measure: "phq-9", about: "active", score: 17, safetyItem: 2 } as const;
const PROMPT = "Before the score: one answer to read alone";
const UNRELATED = { id: "unrelated", openedOn: TODAY, closedOn: null, wording: "About the house.", action: "", closingWords: null } as const;
const CONCERN = { ...UNRELATED, id: "concern-1", wording: "Seen alone." };

interface Given {
  readonly view?: Partial<MeasuresView>;
  readonly coupleCase?: Partial<CaseView>;
  readonly answers?: Parameters<typeof givenServer>[0];
}

/** A server that holds PHQ-9 scores back until each of them is answered, as ours does. */
async function openTab({ view = {}, coupleCase = {}, answers = {} }: Given = {}) {
  const stored = { view: givenMeasures(view), coupleCase: givenCase(coupleCase) };
  const server = givenServer({
    "practice.me": () => ME,
    "cases.show": () => stored.coupleCase,
    "scores.ofCase": () => stored.view,
    "scores.answerPrompt": (input) => {
      const { scoreId } = input as { scoreId: string };
      const answered = stored.view.held.filter(({ id }) => id === scoreId).map((held) => givenScore({ ...held, score: 17 }));
      stored.view = { ...stored.view, held: stored.view.held.filter(({ id }) => id !== scoreId), scores: [...stored.view.scores, ...answered] };
      return {};
    },
    ...answers,
  });
  const { user } = await open(<MeasuresTab />, { path: "/cases/$caseId/measures", at: "/cases/case-1/measures" });
  return { server, user, stored };
}

const openHeld = (held: readonly HeldScoreView[], more: Given = {}) => openTab({ ...more, view: { held, ...more.view } });
const figures = () => screen.queryAllByRole("figure");
const prompt = () => screen.findByRole("dialog", { name: PROMPT });
const press = (name: string) => screen.findByRole("button", { name });

describe("an answer to be read alone", () => {
  it("comes before the score: nothing of it is on the page until it is answered", async () => {
    const { user, stored, server } = await openTab({
      answers: {
        "scores.record": () => {
          stored.view = givenMeasures({ held: [givenHeld({ id: "score-new", safetyItem: 1 })] });
          return { scoreId: "score-new", safetyPrompt: true };
        },
      },
    });
    await user.click(await press("Record a score"));
    await user.selectOptions(await screen.findByLabelText("Measure"), "PHQ-9");
    await user.type(screen.getByRole("textbox", { name: "Score" }), "17");
    await user.type(screen.getByRole("textbox", { name: "Answer to item 9" }), "1{Enter}");
    await prompt();
    screen.getByText(/item 9 is answered above zero \(1\)/);
    expect(figures()).toEqual([]);
    expect(document.body.textContent).not.toMatch(/\b17\b/);
    await user.click(screen.getByRole("button", { name: "Already in hand" }));
    await waitFor(() => expect(figures()).toHaveLength(1));
    expect(server.of("scores.answerPrompt")).toEqual([{ caseId: "case-1", scoreId: "score-new", version: 1, answer: "in-hand" }]);
    expect(document.body.textContent).toMatch(/\b17\b/);
  });

  it("was asked again in a new window although it was in hand: what is answered is shown", async () => {
    await openTab({ view: { scores: [givenScore(PHQ)] } });
    await waitFor(() => expect(figures()).toHaveLength(1));
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("can wait: Escape takes the words off a tablet on the table, and the score stays hidden", async () => {
    const { user } = await openHeld([givenHeld()]);
    (await press("Later")).focus();
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(document.body.textContent).not.toMatch(/self-harm|hurting/);
    expect(figures()).toEqual([]);
    await user.click(screen.getByRole("button", { name: /^Read it now/ }));
    await prompt();
  });

  it("speaks of the item by its number only, until its line is opened", async () => {
    await openHeld([givenHeld()]);
    const shown = [...(await prompt()).querySelectorAll("h2, li, summary, button, p")].filter(
      (each) => !each.closest("details:not([open])") || each.tagName === "SUMMARY",
    );
    expect(shown.map((each) => each.textContent).join(" ")).not.toMatch(/suicid|self-harm|hurt|dead|danger|risk/i);
  });

  it("was not asked where a later score of the line had 0: the line waits with the score of the earlier day", async () => {
    const later = givenScore({ ...PHQ, day: "2026-10-01", score: 9, safetyItem: 0 });
    const { user } = await openHeld([givenHeld({ day: "2026-09-01" })], { view: { scores: [later] } });
    await prompt();
    expect(figures()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Already in hand" }));
    await waitFor(() => expect(figures()).toHaveLength(1));
  });

  it("is asked of each score by itself, beginning with the one that was asked for", async () => {
    const { user, server } = await openHeld([givenHeld({ id: "first", day: "2026-09-01" }), givenHeld({ id: "second", day: "2026-10-01" })]);
    await screen.findByText("1 more answer to read after this one.");
    await user.click(await press("Later"));
    await user.click(await press("Read it now: PHQ-9 of 1 Oct"));
    await user.click(await press("Already in hand"));
    await screen.findByText(/^PHQ-9 of 1 Sept?: item 9/);
    expect(server.of("scores.answerPrompt")).toMatchObject([{ scoreId: "second" }]);
    expect(figures()).toEqual([]);
  });

  it("says that item 9 is not known where only the total gives it away, and no number", async () => {
    await openHeld([givenHeld({ safetyItem: null })]);
    await screen.findByText("PHQ-9 of 26 Nov, answered by the active partner: item 9 is not known, and the total leaves no zero for it.");
  });

  it("leaves the other lines on the page", async () => {
    const { user } = await openHeld([givenHeld()], { view: { scores: [givenScore({ score: 12 })] } });
    await user.click(await press("Later"));
    await waitFor(() => expect(figures()).toHaveLength(1));
    within(screen.getByRole("region", { name: "CSI-4" })).getByRole("figure");
  });

  it("stays where the answer is refused, says why, and reads the scores again", async () => {
    const { user, server } = await openHeld([givenHeld()], { answers: { "scores.answerPrompt": () => new Refusal("score-changed-meanwhile") } });
    await user.click(await press("Already in hand"));
    await screen.findByText(/was corrected meanwhile/);
    await waitFor(() => expect(server.of("scores.ofCase").length).toBeGreaterThan(1));
    expect(figures()).toEqual([]);
  });
});

describe("a concern about an answer", () => {
  it("was taken as opened because another one was open: leaving the concerns without a new one is no answer", async () => {
    const { user, server } = await openHeld([givenHeld()], { coupleCase: { concerns: [UNRELATED] } });
    await user.click(await press("Open a concern"));
    await screen.findByRole("dialog", { name: "Safety concerns" });
    await user.click(screen.getByRole("button", { name: "Close this window" }));
    await prompt();
    expect(server.of("scores.answerPrompt")).toEqual([]);
    expect(figures()).toEqual([]);
  });

  it("may hold this answer already, and is asked, not assumed", async () => {
    const { user, server } = await openHeld([givenHeld()], { coupleCase: { concerns: [UNRELATED] } });
    await user.click(await press("It is in the open concern"));
    await waitFor(() => expect(figures()).toHaveLength(1));
    expect(server.of("scores.answerPrompt")).toMatchObject([{ answer: "concern" }]);
  });

  it("opened from the prompt is the answer", async () => {
    const { user, stored, server } = await openHeld([givenHeld()], {
      answers: {
        "cases.openConcern": () => {
          stored.coupleCase = givenCase({ concerns: [CONCERN] });
          return { concernId: CONCERN.id };
        },
      },
    });
    expect((await prompt()).textContent).not.toContain("in the open concern");
    await user.click(screen.getByRole("button", { name: "Open a concern" }));
    await user.click(await press("Open a concern"));
    await user.type(screen.getByLabelText("The concern"), "Asked alone on Thursday.");
    await user.click(screen.getByRole("button", { name: "Open the concern" }));
    await screen.findByText(/Seen alone\./);
    await user.click(screen.getByRole("button", { name: "Close this window" }));
    await waitFor(() => expect(figures()).toHaveLength(1));
    expect(server.of("scores.answerPrompt")).toMatchObject([{ answer: "concern" }]);
  });
});

describe("a mistyped answer to item 9", () => {
  const { id: _, sequence: __, ...written } = givenScore(PHQ);
  const versions = [
    {
      ...{ ...written, standing: "current", standingReason: null, writtenAt: "2026-11-26T15:00:00.000Z", answers: null },
      ...{ promptAnswer: null, promptAnsweredOn: null },
    },
  ];

  it("could not be put right while its score was held back: the prompt leads to the correction", async () => {
    const held = givenHeld();
    const { user, server, stored } = await openHeld([held], {
      answers: {
        "scores.versions": () => versions,
        "scores.correct": () => {
          stored.view = givenMeasures({ scores: [givenScore({ ...PHQ, safetyItem: 0 })] });
          return { scoreId: held.id, safetyPrompt: false };
        },
      },
    });
    await user.click(await press("Correct the entry"));
    const item = await screen.findByRole("textbox", { name: "Answer to item 9" });
    await user.clear(item);
    await user.type(item, "0{Enter}");
    await waitFor(() => expect(server.of("scores.correct")).toMatchObject([{ scoreId: held.id, version: 1, score: 17, safetyItem: 0 }]));
    await waitFor(() => expect(figures()).toHaveLength(1));
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("asks again where the correction is given up", async () => {
    const { user } = await openHeld([givenHeld()], { answers: { "scores.versions": () => versions } });
    await user.click(await press("Correct the entry"));
    await user.click(await press("Cancel"));
    await prompt();
  });

  it("can be voided with its score, from the prompt and from where the score would stand", async () => {
    const held = givenHeld();
    const { user, server } = await openHeld([held], { answers: { "scores.void": () => ({}) } });
    await user.click(await press("Void it"));
    await user.click(await press("Cancel"));
    await user.click(await press("Later"));
    await user.click(await press("Void PHQ-9 of 26 Nov"));
    await user.type(await screen.findByLabelText("Why"), "Entered for the wrong couple{Enter}");
    await waitFor(() => expect(server.of("scores.void")).toMatchObject([{ scoreId: held.id, version: 1 }]));
  });
});

describe("a score whose item 9 is not known", () => {
  it("said nothing of it: it is asked about beside the newest score and in the list", async () => {
    await openTab({ view: { scores: [givenScore({ ...PHQ, safetyItem: null })] } });
    expect(await screen.findAllByText("Item 9 is not known here: ask about it.")).toHaveLength(2);
  });

  it("is asked about in no measure that has no such item, and not where the answer is 0", async () => {
    await openTab({ view: { scores: [givenScore(), givenScore({ ...PHQ, safetyItem: 0 })] } });
    await waitFor(() => expect(figures()).toHaveLength(2));
    expect(screen.queryByText(/is not known here/)).toBeNull();
  });
});

describe("a prompt that was put off", () => {
  it("stands on the home screen without a word of what it is about, beside the case's other tasks", async () => {
    const caseload = { today: TODAY, movedWithinDays: 14, noMoveAfterSessions: 5, rows: [], moved: [], noMove: [] };
    const of = { caseId: "case-1", label: "Harbor" };
    givenServer({ "practice.me": () => ME });
    const toFinish = [
      { kind: "consent-missing" as const, ...of },
      { kind: "prompt-owed" as const, ...of },
    ];
    await open(<CaseloadPanels view={{ ...caseload, toFinish }} />, { path: "/", at: "/" });
    const link = await screen.findByRole("link", { name: /Harbor ?, one answer to read alone/ });
    expect(link.getAttribute("href")).toBe("/cases/case-1/measures");
  });
});
