import { act, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { MeasuresTab } from "#client/screens/measures/MeasuresTab.tsx";
import { forgetKeptText } from "#client/ui/kept-text.ts";
import type { CaseView } from "#core/contracts/case.ts";
import type { MeasuresView } from "#core/contracts/measure.ts";
import { givenCase, givenServer, ME, open, Refusal } from "../log/given.tsx";
import { givenMeasures, givenScore } from "./given-measures.ts";

afterEach(forgetKeptText);

interface Given {
  readonly view?: Partial<MeasuresView>;
  readonly coupleCase?: Partial<CaseView>;
  readonly answers?: Parameters<typeof givenServer>[0];
}

/** A server whose view the test may change, as recording does. */
async function openTab({ view = {}, coupleCase = {}, answers = {} }: Given = {}) {
  const stored = { view: givenMeasures(view), coupleCase: givenCase(coupleCase) };
  const server = givenServer({
    "practice.me": () => ME,
    "cases.show": () => stored.coupleCase,
    "scores.ofCase": () => stored.view,
    "scores.record": () => ({ scoreId: "unused", safetyPrompt: false }),
    ...answers,
  });
  const { user, router } = await open(<MeasuresTab />, { path: "/cases/$caseId/measures", at: "/cases/case-1/measures" });
  return { server, user, router, stored };
}

const figures = () => screen.queryAllByRole("figure");

describe("the measures of a case", () => {
  it("teach what a measure is for where there is no score yet, and R opens the form", async () => {
    const { user } = await openTab();
    await screen.findByText("No score yet");
    await user.keyboard("r");
    await screen.findByRole("dialog", { name: "Record a score · Harbor" });
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("say that they could not be read, and try again", async () => {
    let isThere = false;
    const { user } = await openTab({ answers: { "scores.ofCase": () => (isThere ? givenMeasures() : new Refusal("not-found")) } });
    await screen.findByText("The scores could not be read");
    isThere = true;
    await user.click(screen.getByRole("button", { name: "Try again" }));
    await screen.findByText("No score yet");
  });

  it("put a guess in a line of its own, beside the partner's own answers and never in them", async () => {
    const scores = [
      givenScore({ day: "2026-10-01", score: 9 }),
      givenScore({ day: "2026-10-15", score: 10 }),
      givenScore({ day: "2026-10-15", how: "guess", score: 4 }),
      givenScore({ day: "2026-10-29", answeredBy: "observing", score: 12 }),
    ];
    await openTab({ view: { scores } });
    await waitFor(() => expect(figures()).toHaveLength(3));
    const facts = figures().map((figure) => within(figure).getByText(/scores?\b.*·/).textContent);
    expect(facts.map((words) => /(\d+) scores?/.exec(words ?? "")?.[1])).toEqual(["2", "1", "1"]);
    screen.getByRole("heading", { name: "The active partner’s guess on the other’s behalf, about the relationship" });
    screen.getByRole("heading", { name: "The observing partner’s own answers, about the relationship" });
    // Whoever hears the page can tell their charts apart.
    const names = (await screen.findAllByRole("slider")).map((slider) => slider.getAttribute("aria-label"));
    expect(new Set(names).size).toBe(3);
  });

  it("count what has no score in the same words above the drawing and over the list", async () => {
    const scores = [givenScore({ day: "2026-10-01" }), givenScore({ day: "2026-10-15" }), givenScore({ day: "2026-10-29", score: null })];
    await openTab({ view: { scores } });
    await screen.findByText(/· 2 scores and 1 sitting without one ·/);
    screen.getByText("2 scores and 1 sitting without one, each to correct or void");
  });

  it("cannot be added to in a closed case, and stay readable", async () => {
    await openTab({ view: { scores: [givenScore({ score: 9 })] }, coupleCase: { status: "closed" } });
    await waitFor(() => expect(figures()).toHaveLength(1));
    expect(screen.queryByRole("button", { name: "Record a score" })).toBeNull();
    expect(screen.queryByRole("button", { name: /^Correct/ })).toBeNull();
  });

  it("show a score of 0 as 0, and one that was not reached as no score", async () => {
    const scores = [givenScore({ day: "2026-10-01", score: 0 }), givenScore({ score: null, itemsAsked: 4, itemsAnswered: 2 })];
    const { user } = await openTab({ view: { scores } });
    await user.click(await screen.findByRole("button", { name: "as a table" }));
    const rows = within(screen.getByRole("table")).getAllByRole("row").slice(1);
    expect(rows.map((row) => within(row).getAllByRole("cell")[0]?.textContent)).toEqual(["0", "no score"]);
  });
});

describe("a score that was written", () => {
  const UNASKED = { promptAnswer: null, promptAnsweredOn: null };
  const WRITTEN = { standing: "current", standingReason: null, writtenAt: "2026-11-20T15:00:00.000Z", answers: null, ...UNASKED } as const;

  it("is corrected from what stands there, upon the version it was seen in", async () => {
    const score = givenScore({ day: "2026-11-20", score: 12, version: 2 });
    const { user, server } = await openTab({
      view: { scores: [score] },
      answers: { "scores.versions": () => [{ ...score, ...WRITTEN }], "scores.correct": () => ({ scoreId: score.id, safetyPrompt: false }) },
    });
    await user.click(await screen.findByText("1 score, each to correct or void"));
    await user.click(screen.getByRole("button", { name: "Correct CSI-4 of 20 Nov" }));
    const field = await screen.findByRole<HTMLInputElement>("textbox", { name: "Score" });
    expect(field.value).toBe("12");
    await user.clear(field);
    await user.type(field, "13{Enter}");
    await waitFor(() => expect(server.of("scores.correct")).toMatchObject([{ scoreId: score.id, version: 2, score: 13, day: "2026-11-20" }]));
  });

  it("that was corrected elsewhere meanwhile is shown beside what was typed, and nothing typed is lost", async () => {
    const score = givenScore({ day: "2026-11-20", score: 12, version: 1 });
    const versions = [{ ...score, ...WRITTEN }];
    const { user, server } = await openTab({
      view: { scores: [score] },
      answers: {
        "scores.versions": () => versions,
        "scores.correct": ({ version }: { version: number }) =>
          version === 1 ? new Refusal("score-changed-meanwhile") : { scoreId: score.id, safetyPrompt: false },
      } as never,
    });
    await user.click(await screen.findByText("1 score, each to correct or void"));
    await user.click(screen.getByRole("button", { name: "Correct CSI-4 of 20 Nov" }));
    const field = await screen.findByRole<HTMLInputElement>("textbox", { name: "Score" });
    await user.clear(field);
    versions.unshift({ ...versions[0], score: 16, version: 2 } as never);
    versions.splice(1, 1, { ...versions[1], standing: "superseded" } as never);
    await user.type(field, "13{Enter}");
    await screen.findByText(/^Meanwhile it was corrected to 16 on 20 Nov\./);
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Score" }).value).toBe("13");
    expect(screen.queryByText(/Read it again/)).toBeNull();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(server.of("scores.correct")).toMatchObject([{ version: 1 }, { version: 2, score: 13 }]));
  });

  it("is voided with a reason, and not without", async () => {
    const score = givenScore({ day: "2026-11-20", score: 12 });
    const { user, server } = await openTab({ view: { scores: [score] }, answers: { "scores.void": () => ({}) } });
    await user.click(await screen.findByText("1 score, each to correct or void"));
    await user.click(screen.getByRole("button", { name: "Void CSI-4 of 20 Nov" }));
    const confirm = await screen.findByRole<HTMLButtonElement>("button", { name: "Void this score" });
    expect(confirm.disabled).toBe(true);
    await user.type(screen.getByLabelText("Why"), "Entered for the wrong couple{Enter}");
    await waitFor(() => expect(server.of("scores.void")).toMatchObject([{ scoreId: score.id, version: 1, reason: "Entered for the wrong couple" }]));
  });

  it("stays readable once voided, with the reason and every version", async () => {
    const voided = [{ id: "score-gone", day: "2026-11-20", measure: "csi-4", reason: "Entered for the wrong couple" }];
    const { id: _, sequence: __, ...facts } = givenScore({ day: "2026-11-20", score: 12 });
    const versions = [{ ...facts, ...WRITTEN, standing: "voided", standingReason: "Entered for the wrong couple" }];
    const { user } = await openTab({ view: { voided }, answers: { "scores.versions": () => versions } });
    await user.click(await screen.findByText("1 voided score"));
    await user.click(screen.getByRole("button", { name: "Read CSI-4 of 20 Nov" }));
    await screen.findByText("Why it was voided: Entered for the wrong couple");
    await act(async () => undefined);
  });
});
