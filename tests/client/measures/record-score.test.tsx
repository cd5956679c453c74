import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { RecordScoreDialog } from "#client/features/measures/RecordScoreDialog.tsx";
import { doubtsOf } from "#client/features/measures/score-doubts.ts";
import { emptyScore } from "#client/features/measures/typed-score.ts";
import { forgetKeptText } from "#client/ui/kept-text.ts";
import type { MeasuresView, MeasureView } from "#core/contracts/measure.ts";
import { givenServer, group, ME, open, Refusal, TODAY } from "../log/given.tsx";
import { givenHeld, givenMeasures, givenScore } from "./given-measures.ts";

afterEach(forgetKeptText);

/** When the score at hand was recorded: another day than today, which the form begins with. */
const EARLIER = "2026-10-01";
const RECORDED = { scoreId: "score-new", safetyPrompt: false };

async function openRecord(part: Partial<MeasuresView> = {}, answers: Parameters<typeof givenServer>[0] = {}) {
  const server = givenServer({ "practice.me": () => ME, "scores.record": () => RECORDED, ...answers });
  let closed = false;
  const dialog = <RecordScoreDialog view={givenMeasures(part)} label="Harbor" openedOn="2026-01-05" onClose={() => (closed = true)} />;
  const { user } = await open(dialog, { path: "/cases/$caseId", at: "/cases/case-1" });
  await screen.findByRole("dialog", { name: "Record a score · Harbor" });
  return { server, user, dialog, isClosed: () => closed };
}

const score = () => screen.getByRole<HTMLInputElement>("textbox", { name: "Score" });
const chosen = (row: string) => within(group(row)).getByRole("radio", { checked: true }).textContent?.replace(/^\d/, "");

describe("recording a score", () => {
  it("begins with the measure this case used last: a number and Enter are enough", async () => {
    const { server, user, isClosed } = await openRecord({ scores: [givenScore({ day: EARLIER, measure: "csi-4", score: 9 })] });
    await waitFor(() => expect(document.activeElement).toBe(score()));
    await user.keyboard("13{Enter}");
    await waitFor(() => expect(isClosed()).toBe(true));
    expect(server.of("scores.record")).toMatchObject([
      {
        caseId: "case-1",
        measure: "csi-4",
        score: 13,
        answers: null,
        day: TODAY,
        answeredBy: "active",
        about: "relationship",
        how: "self",
        safetyItem: null,
      },
    ]);
  });

  it("never says the score in the notice: a safety prompt may have to come first", async () => {
    const { user, isClosed } = await openRecord({ scores: [givenScore({ day: EARLIER })] });
    await user.type(score(), "17{Enter}");
    await waitFor(() => expect(isClosed()).toBe(true));
    expect(screen.getByText(/CSI-4 recorded for Harbor/).textContent).not.toContain("17");
  });

  it("says the range when a number lies outside it, and keeps the number", async () => {
    const { server, user } = await openRecord({ scores: [givenScore({ day: EARLIER })] });
    await user.type(score(), "30{Enter}");
    await screen.findByText("CSI-4 runs from 0 to 21; 30 lies outside it.");
    expect(score().value).toBe("30");
    expect(document.activeElement).toBe(score());
    expect(server.of("scores.record")).toEqual([]);
  });

  it("says that a sum of whole answers is whole, and keeps the number", async () => {
    const { server, user } = await openRecord({ scores: [givenScore({ day: EARLIER })] });
    await user.type(score(), "9,5{Enter}");
    await screen.findByText("CSI-4 gives whole numbers; 9,5 is none of them.");
    expect(score().value).toBe("9,5");
    expect(server.of("scores.record")).toEqual([]);
  });

  it("takes 0 as a score, and nothing as none", async () => {
    const { server, user } = await openRecord({ scores: [givenScore({ day: EARLIER })] });
    await user.type(score(), "{Enter}");
    await screen.findByText(/^Give the score/);
    await user.type(score(), "0{Enter}");
    await waitFor(() => expect(server.of("scores.record")).toMatchObject([{ score: 0 }]));
  });

  it("asks once before a second score of the same line on one day, and records it when told so", async () => {
    const { server, user } = await openRecord({ scores: [givenScore({ day: TODAY, score: 12 })] });
    await user.type(score(), "15{Enter}");
    await screen.findByText(/^CSI-4 is already recorded on 26 Nov: 12\. .*Record another\?$/);
    expect(server.of("scores.record")).toEqual([]);
    await user.click(screen.getByRole("button", { name: /Record it all the same/ }));
    await waitFor(() => expect(server.of("scores.record")).toHaveLength(1));
  });

  it("does not tell in passing the score of that day whose answer is to be read alone", () => {
    const phq = givenMeasures().measures.find(({ id }) => id === "phq-9") as MeasureView;
    const typed = emptyScore(phq, TODAY);
    const [asked] = doubtsOf(typed, phq, { scores: [], held: [givenHeld()], today: TODAY, openedOn: "2026-01-05" });
    expect(asked).toMatch(/already recorded on 26 Nov: a score\./);
  });

  it("asks once whether a day before the case was opened is right", async () => {
    const { server, user } = await openRecord({ scores: [givenScore({ day: "2026-10-01" })] });
    await user.type(score(), "15");
    await user.clear(screen.getByLabelText("Day"));
    await user.type(screen.getByLabelText("Day"), "1900-03-02");
    await user.click(screen.getByRole("button", { name: /Record it/ }));
    await screen.findByText("2 Mar 1900 is before the case was opened on 5 Jan. Is the day right?");
    expect(server.of("scores.record")).toEqual([]);
    await user.click(screen.getByRole("button", { name: /Record it all the same/ }));
    await waitFor(() => expect(server.of("scores.record")).toMatchObject([{ day: "1900-03-02" }]));
  });

  it("asks by the day that a file says, where none is given", () => {
    const csi = givenMeasures().measures.find(({ id }) => id === "csi-4") as MeasureView;
    const typed = { ...emptyScore(csi, TODAY), way: "file" as const, day: "", file: '{"effectiveDateTime": "2026-10-01T10:00:00Z"}' };
    const beside = { scores: [givenScore({ day: "2026-10-01", score: 12 })], held: [], today: TODAY, openedOn: "2026-01-05" };
    expect(doubtsOf(typed, csi, beside)[0]).toMatch(/already recorded on 1 Oct: 12/);
  });

  it("makes one row of a double click", async () => {
    let answer: (value: unknown) => void = () => undefined;
    const { server, user } = await openRecord(
      { scores: [givenScore({ day: EARLIER })] },
      { "scores.record": () => new Promise((resolve) => (answer = resolve)) },
    );
    await user.type(score(), "11");
    await user.dblClick(screen.getByRole("button", { name: /Record it/ }));
    answer(RECORDED);
    await act(async () => undefined);
    expect(server.of("scores.record")).toHaveLength(1);
  });

  it("keeps everything through a refusal and a dead network, and sends the same request again", async () => {
    const { server, user } = await openRecord({ scores: [givenScore({ day: EARLIER })] }, { "scores.record": () => new Refusal("case-closed") });
    await user.type(score(), "11{Enter}");
    await screen.findByText(/This case is closed/);
    server.state.online = false;
    await user.type(score(), "{Enter}");
    await screen.findByText(/Open Chair does not answer/);
    server.state.online = true;
    await user.type(score(), "{Enter}");
    await waitFor(() => expect(server.of("scores.record")).toHaveLength(2));
    expect(score().value).toBe("11");
    expect(new Set(server.of("scores.record").map((input) => (input as { requestKey: string }).requestKey)).size).toBe(1);
  });

  it("is still there after a lock took it off the page", async () => {
    const { user, dialog } = await openRecord({ scores: [givenScore({ day: EARLIER })] });
    await user.type(score(), "11");
    cleanup();
    await open(dialog, { path: "/cases/$caseId", at: "/cases/case-1" });
    await screen.findByText("What you began is still here.");
    expect(score().value).toBe("11");
  });

  it("says at the field that the day is still to come", async () => {
    const { server, user } = await openRecord({ scores: [givenScore({ day: EARLIER })] });
    await user.type(score(), "11");
    const day = screen.getByLabelText<HTMLInputElement>("Day");
    await user.clear(day);
    await user.type(day, "2026-11-27{Enter}");
    await screen.findByText("This day is still to come.");
    expect(server.of("scores.record")).toEqual([]);
  });
});

describe("who answered, about whom and how", () => {
  it("is about the relationship for a couple measure, and about whoever answered for distress", async () => {
    const { user } = await openRecord({ scores: [givenScore({ day: EARLIER })] });
    expect(chosen("About whom")).toBe("the relationship");
    await user.selectOptions(screen.getByLabelText("Measure"), "PHQ-9");
    expect(chosen("About whom")).toBe("the active partner");
    await user.click(within(group("Who answered")).getByRole("radio", { name: /observing/ }));
    expect(chosen("About whom")).toBe("the observing partner");
  });

  it("are only offered where the measure is answered so: the work with the therapist is the active partner's alone", async () => {
    const { server, user } = await openRecord({ scores: [givenScore({ day: EARLIER })] });
    const offered = (name: string) => within(group(name)).getAllByRole("radio").length;
    expect([offered("Who answered"), offered("How"), offered("About whom")]).toEqual([3, 2, 1]);
    await user.click(within(group("Who answered")).getByRole("radio", { name: /observing/ }));
    await user.selectOptions(screen.getByLabelText("Measure"), "WAI-SR");
    expect([offered("Who answered"), offered("How"), offered("About whom")]).toEqual([1, 1, 1]);
    await user.type(score(), "40{Enter}");
    await waitFor(() => expect(server.of("scores.record")).toMatchObject([{ answeredBy: "active", how: "self", about: "active" }]));
  });

  it("lets the active partner guess for the other, and nobody else", async () => {
    const { server, user } = await openRecord({ scores: [givenScore({ day: EARLIER, measure: "phq-9" })] });
    await user.click(within(group("How")).getByRole("radio", { name: /guess/ }));
    expect(chosen("About whom")).toBe("the observing partner");
    await user.click(within(group("Who answered")).getByRole("radio", { name: /observing/ }));
    expect(within(group("How")).getAllByRole("radio")).toHaveLength(1);
    expect(chosen("How")).toBe("self-report");
    await user.click(within(group("Who answered")).getByRole("radio", { name: /me$/ }));
    expect(chosen("How")).toBe("rated by the clinician");
    await user.type(score(), "4{Enter}");
    await waitFor(() => expect(server.of("scores.record")).toMatchObject([{ answeredBy: "clinician", how: "clinician", about: "active" }]));
  });
});

describe("the answer to item 9", () => {
  it("may be given with the total, and is not known where it is left empty", async () => {
    const { server, user } = await openRecord({ scores: [givenScore({ day: EARLIER, measure: "phq-9" })] });
    await user.type(score(), "8{Enter}");
    await waitFor(() => expect(server.of("scores.record")).toMatchObject([{ safetyItem: null }]));
  });

  it("is a whole number from 0 to 3", async () => {
    const { server, user } = await openRecord({ scores: [givenScore({ day: EARLIER, measure: "phq-9" })] });
    await user.type(score(), "8");
    const item = screen.getByRole<HTMLInputElement>("textbox", { name: "Answer to item 9" });
    await user.type(item, "4{Enter}");
    await screen.findByText("A whole number from 0 to 3, or nothing where it is not known.");
    await user.clear(item);
    await user.type(item, "0{Enter}");
    await waitFor(() => expect(server.of("scores.record")).toMatchObject([{ safetyItem: 0 }]));
  });
});

describe("an answer to item 9 that cannot stand beside the total", () => {
  it.each([
    ["27", "0", "The other 8 items reach at most 24: with 0 here the total cannot be 27."],
    ["1", "2", "Item 9 is part of the total: with 2 here it cannot be 1."],
  ])("was taken, or only called a wrong number: %s with %s says why, at the answer", async (total, answer, sentence) => {
    const { server, user } = await openRecord({ scores: [givenScore({ measure: "phq-9" })] });
    await user.type(score(), total);
    const field = screen.getByRole<HTMLInputElement>("textbox", { name: "Answer to item 9" });
    await user.type(field, `${answer}{Enter}`);
    await screen.findByText(sentence);
    expect(document.activeElement).toBe(field);
    expect(server.of("scores.record")).toEqual([]);
  });
});

describe("a measure with a form", () => {
  const withForm = { scores: [givenScore({ day: EARLIER, measure: "own-weather" })] };

  it("is answered by number keys, each going on to the next item", async () => {
    const { server, user } = await openRecord(withForm);
    await waitFor(() => expect(document.activeElement?.textContent).toContain("never"));
    await user.keyboard("310");
    await screen.findByText("3 of 3 answered.");
    await user.keyboard("{Control>}{Enter}{/Control}");
    const answers = [3, 1, 0].map((value, at) => ({ linkId: `w${at + 1}`, value }));
    await waitFor(() => expect(server.of("scores.record")).toMatchObject([{ score: null, answers, safetyItem: null }]));
  });

  it("says that there will be no score when too many answers are missing, and sends them as missing", async () => {
    const { server, user } = await openRecord(withForm);
    await waitFor(() => expect(document.activeElement?.textContent).toContain("never"));
    await user.keyboard("31");
    await screen.findByText("2 of 3 answered: 1 missing, and none may be. It is recorded without a score.");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(server.of("scores.record")).toMatchObject([{ answers: [{ value: 3 }, { value: 1 }, { value: null }] }]));
  });

  it("takes an answer back with Backspace: not answered, not 0", async () => {
    const { user } = await openRecord(withForm);
    await user.click(within(group(/kettle/)).getByRole("radio", { name: /never/ }));
    await screen.findByText(/^1 of 3 answered/);
    await user.keyboard("{Backspace}");
    await screen.findByText(/^0 of 3 answered/);
  });

  it("may come as a file; its faults are told with their line, and the text stays", async () => {
    const fault = { line: 14, words: "a comma is missing before this line." };
    const { user, isClosed } = await openRecord(withForm, { "scores.recordResponse": () => ({ recorded: false, faults: [fault] }) });
    await user.click(within(group("How it comes in")).getByRole("radio", { name: /file/ }));
    const text = screen.getByLabelText<HTMLTextAreaElement>("Or paste the answers here");
    await user.click(text);
    await user.paste('{ "resourceType": "QuestionnaireResponse" ');
    await user.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByText("Line 14: a comma is missing before this line.");
    expect(text.value).toContain("QuestionnaireResponse");
    expect(isClosed()).toBe(false);
  });
});
