import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { CompareTab } from "#client/screens/compare/CompareTab.tsx";
import { forgetKeptText } from "#client/ui/kept-text.ts";
import type { CaseView } from "#core/contracts/case.ts";
import type { TimelineView } from "#core/contracts/timeline.ts";
import { addDays } from "#core/day.ts";
import { occasion, rated, TODAY, toneOn, view } from "../../core/series/given.ts";
import { givenCase, givenServer, ME, open, Refusal } from "../log/given.tsx";

afterEach(forgetKeptText);

let cases = 0;
type Answers = Parameters<typeof givenServer>[0];

async function openTab(read: () => TimelineView | Refusal, { part = {}, answers = {} }: { part?: Partial<CaseView>; answers?: Answers } = {}) {
  cases += 1;
  const id = `compare-${cases}`;
  const server = givenServer({
    "practice.me": () => ME,
    "cases.show": () => givenCase({ id, ...part }),
    "timeline.read": read,
    ...answers,
  });
  return { server, id, ...(await open(<CompareTab />, { path: "/cases/$caseId/compare", at: `/cases/${id}/compare` })) };
}

const MARK = { id: "mark-1", day: "2026-10-05", wording: "Own voice found", origin: "shift" as const };
/** Tone weekly from 7 September: 3, 3, 4, 4 before the mark; 6, 6, 7, 7 from it on. Every later number beats every earlier one. */
const WEEKS = [3, 3, 4, 4, 6, 6, 7, 7].map((tone, week) => toneOn(addDays("2026-09-07", 7 * week), tone));

describe("before and after", () => {
  it("teaches what a marked day is for while there is none", async () => {
    await openTab(() => view(WEEKS));
    const section = await screen.findByRole("region", { name: "Before and after" });
    expect(within(section).getByRole("heading", { name: "No day is marked" })).toBeTruthy();
    expect(within(section).getAllByRole("button", { name: "Mark a day" })).toHaveLength(2);
  });

  it("says in words how many pairs favour the later sessions, with the counts on either side", async () => {
    await openTab(() => view(WEEKS, { markedDays: [MARK] }));
    const section = await screen.findByRole("region", { name: "Before and after" });
    expect(await within(section).findByRole("heading", { name: /About 100 of 100 before\/after pairs favour the later sessions/ })).toBeTruthy();
    expect(within(section).getByText(/4 ratings before, 4 from 5 Oct on/)).toBeTruthy();
  });

  it("cannot tell yet with two ratings on one side, and says so", async () => {
    await openTab(() => view(WEEKS, { markedDays: [{ ...MARK, day: "2026-10-19" }] }));
    const section = await screen.findByRole("region", { name: "Before and after" });
    expect((await within(section).findAllByText(/annot tell yet/)).length).toBeGreaterThan(0);
    expect(within(section).queryByText(/of 100/)).toBeNull();
  });

  it("marks a day by hand only with its day and its words, and keeps what was typed", async () => {
    const { server, user } = await openTab(() => view(WEEKS), { answers: { "markedDays.mark": () => ({ markedDayId: "mark-2" }) } });
    await user.click((await screen.findAllByRole("button", { name: "Mark a day" }))[0] as HTMLElement);
    const dialog = await screen.findByRole("dialog", { name: "Mark a day" });
    await user.type(within(dialog).getByLabelText("What it is"), "Moved house");
    await user.click(within(dialog).getByRole("button", { name: "Mark it" }));
    expect(within(dialog).getByText("Give the day.")).toBeTruthy();
    expect(server.of("markedDays.mark")).toEqual([]);
    await user.type(within(dialog).getByLabelText("Day"), "2026-10-05");
    await user.click(within(dialog).getByRole("button", { name: "Mark it" }));
    await waitFor(() => expect(server.of("markedDays.mark")).toMatchObject([{ day: "2026-10-05", wording: "Moved house", origin: "day" }]));
  });

  it("asks once about a day long before the case, and marks it when told so", async () => {
    const { server, user } = await openTab(() => view(WEEKS), { answers: { "markedDays.mark": () => ({ markedDayId: "mark-2" }) } });
    await user.click((await screen.findAllByRole("button", { name: "Mark a day" }))[0] as HTMLElement);
    const dialog = await screen.findByRole("dialog", { name: "Mark a day" });
    await user.type(within(dialog).getByLabelText("Day"), "1900-03-02");
    await user.type(within(dialog).getByLabelText("What it is"), "Moved house");
    await user.click(within(dialog).getByRole("button", { name: "Mark it" }));
    within(dialog).getByText("2 Mar 1900 is before the case was opened on 3 Jul. Is the day right?");
    expect(server.of("markedDays.mark")).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: "Mark it all the same" }));
    await waitFor(() => expect(server.of("markedDays.mark")).toMatchObject([{ day: "1900-03-02" }]));
  });

  it("says at the day when the practice's calendar has not come to it yet", async () => {
    const { user } = await openTab(() => view(WEEKS), { answers: { "markedDays.mark": () => new Refusal("future-day", "day") } });
    await user.click((await screen.findAllByRole("button", { name: "Mark a day" }))[0] as HTMLElement);
    const dialog = await screen.findByRole("dialog", { name: "Mark a day" });
    await user.type(within(dialog).getByLabelText("Day"), "2026-10-05");
    await user.type(within(dialog).getByLabelText("What it is"), "Moved house");
    await user.click(within(dialog).getByRole("button", { name: "Mark it" }));
    expect(await within(dialog).findByText("That day has not come yet.")).toBeTruthy();
  });

  it("takes a mark off with a way back", async () => {
    const { server, user } = await openTab(() => view(WEEKS, { markedDays: [MARK] }), {
      answers: { "markedDays.unmark": () => ({}), "markedDays.mark": () => ({ markedDayId: "mark-1" }) },
    });
    await user.click(await screen.findByRole("button", { name: "Take the mark off" }));
    await user.click(await screen.findByRole("button", { name: /Undo/ }));
    await waitFor(() => expect(server.of("markedDays.mark")).toMatchObject([{ day: MARK.day, wording: MARK.wording, origin: MARK.origin }]));
  });
});

describe("when one part changes", () => {
  const both = (count: number, rater: "clinician" | "active") =>
    Array.from({ length: count }, (_, week) =>
      occasion({
        day: addDays("2026-01-05", 7 * week),
        ratings: [rated("tone", 4 + (week % 3), "clinician"), rated("self-support", 3 + (week % 4), rater)],
      }),
    );

  it("says that two series by one rater are shown together and not tested", async () => {
    await openTab(() => view(both(30, "clinician")));
    const section = await screen.findByRole("region", { name: "When one part changes" });
    expect(await within(section).findByText(/You rated both: shown together, not tested/)).toBeTruthy();
    expect(within(section).queryByText(/followed by/)).toBeNull();
  });

  it("cannot tell yet below 22 sessions, and says how many pairs are missing", async () => {
    await openTab(() => view(both(10, "active")));
    const section = await screen.findByRole("region", { name: "When one part changes" });
    // Ten sessions are nine pairs of one and the next; 21 are needed.
    expect((await within(section).findAllByText(/annot tell yet/)).length).toBeGreaterThan(0);
    expect(within(section).getAllByText(/\b(9 of 21|12 more)\b/).length).toBeGreaterThan(0);
  });

  it("says nothing of one after the other while a safety concern is open, and not why", async () => {
    const concern = { id: "c", openedOn: "2026-01-05", closedOn: null, wording: "Screen alone", action: "", closingWords: null };
    await openTab(() => view(both(30, "active")), { part: { concerns: [concern] } });
    const section = await screen.findByRole("region", { name: "When one part changes" });
    expect(await within(section).findByRole("slider")).toBeTruthy();
    expect(within(section).queryByText(/followed by|moved together|concern|safety/i)).toBeNull();
  });
});

describe("guess and actual", () => {
  const checkIn = occasion({ day: "2026-11-02", kind: "check-in", attendance: null, ratings: [rated("tone", 0, "guess")] });

  it("waits for the answer, and completes the same check-in when it comes", async () => {
    const { server, user } = await openTab(() => view([checkIn]), { answers: { "guesses.note": () => ({ checkInId: checkIn.id }) } });
    const section = await screen.findByRole("region", { name: "Guess and actual" });
    await user.click(await within(section).findByRole("button", { name: /Change the numbers of 2 Nov/ }));
    const dialog = await screen.findByRole("dialog", { name: "Guess and actual" });
    expect((within(dialog).getByLabelText("Tone of communication, Dana’s guess") as HTMLInputElement).value).toBe("0");
    await user.type(within(dialog).getByLabelText("Tone of communication, Ruben’s number"), "6");
    await user.click(within(dialog).getByRole("button", { name: /Note them/ }));
    await waitFor(() =>
      expect(server.of("guesses.note")).toMatchObject([
        { corrects: { checkInId: checkIn.id, version: 1 }, day: "2026-11-02", pairs: [{ track: "tone", guess: 0, actual: 6 }] },
      ]),
    );
  });

  it("never sends an empty field as 0, and says a number out of range at its place", async () => {
    const { server, user } = await openTab(() => view([]), { answers: { "guesses.note": () => ({ checkInId: "x" }) } });
    await user.click((await screen.findAllByRole("button", { name: "Note a guess" }))[0] as HTMLElement);
    const dialog = await screen.findByRole("dialog", { name: "Guess and actual" });
    await user.type(within(dialog).getByLabelText("How boundaries are held, Dana’s guess"), "11");
    await user.click(within(dialog).getByRole("button", { name: /Note them/ }));
    expect(within(dialog).getByText("How boundaries are held goes from 0 to 10.")).toBeTruthy();
    await user.clear(within(dialog).getByLabelText("How boundaries are held, Dana’s guess"));
    await user.click(within(dialog).getByRole("button", { name: /Note them/ }));
    expect(within(dialog).getByText("Give at least one number.")).toBeTruthy();
    expect(server.of("guesses.note")).toEqual([]);
    await user.type(within(dialog).getByLabelText("Tone of communication, Dana’s guess"), "4,5");
    await user.click(within(dialog).getByRole("button", { name: /Note them/ }));
    await waitFor(() =>
      expect(server.of("guesses.note")).toMatchObject([{ corrects: null, day: TODAY, pairs: [{ track: "tone", guess: 4.5, actual: null }] }]),
    );
  });

  it("keeps the numbers typed when it is refused, and sends the same request again", async () => {
    const { server, user } = await openTab(() => view([]), { answers: { "guesses.note": () => new Refusal("not-saved") } });
    await user.click((await screen.findAllByRole("button", { name: "Note a guess" }))[0] as HTMLElement);
    const dialog = await screen.findByRole("dialog", { name: "Guess and actual" });
    const field = within(dialog).getByLabelText("Tone of communication, Dana’s guess") as HTMLInputElement;
    await user.type(field, "3");
    await user.click(within(dialog).getByRole("button", { name: /Note them/ }));
    await within(dialog).findByRole("alert");
    await user.click(within(dialog).getByRole("button", { name: /Note them/ }));
    await waitFor(() => expect(server.of("guesses.note")).toHaveLength(2));
    expect(field.value).toBe("3");
    expect(new Set(server.of("guesses.note").map((input) => (input as { requestKey: string }).requestKey)).size).toBe(1);
  });
});

describe("the numbers side by side", () => {
  it("say that they could not be read, and are read again when asked", async () => {
    const answers = { ready: false };
    const { user } = await openTab(() => (answers.ready ? view(WEEKS) : new Refusal("not-found")));
    await screen.findByRole("heading", { name: "The numbers could not be read" });
    answers.ready = true;
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("region", { name: "Before and after" })).toBeTruthy();
  });
});
