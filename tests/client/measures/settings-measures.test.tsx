import { act, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { MOST_BYTES } from "#client/features/measures/FhirFileField.tsx";
import { MeasuresForm } from "#client/features/measures/MeasuresForm.tsx";
import { forgetKeptText } from "#client/ui/kept-text.ts";
import type { MeasureView, QuestionnaireAnswer } from "#core/contracts/measure.ts";
import { FhirText } from "#core/contracts/measure.ts";
import { CATALOGUE } from "#core/measures/catalogue.ts";
import { givenServer, ME, open, Refusal } from "../log/given.tsx";
import { WEATHER } from "./given-measures.ts";

afterEach(forgetKeptText);

async function openSettings(answers: Parameters<typeof givenServer>[0] = {}, measures: readonly MeasureView[] = [...CATALOGUE, WEATHER]) {
  const server = givenServer({ "practice.me": () => ME, "measures.list": () => measures, ...answers });
  const { user } = await open(<MeasuresForm />, { path: "/settings", at: "/settings" });
  await screen.findByRole("heading", { name: "Add one of your own" });
  return { server, user };
}

describe("the measures of a practice", () => {
  it("show every published one with its source, and mark what was recalled and not looked up", async () => {
    const { user } = await openSettings();
    await user.click(screen.getByText("15 published measures"));
    const row = screen.getByText("CSI-4").closest("li") as HTMLElement;
    within(row).getByText("unconfirmed");
    // Of the CSI-4 the catalogue takes α .94 for published (Funk & Rogge 2007) and marks the spread of 4 as recalled.
    expect(within(row).getByText("Spread (SD)").nextSibling?.textContent).toBe("4 · unconfirmed: from memory, not looked up");
    expect(within(row).getByText("Reliability").nextSibling?.textContent).toBe("0.94 (alpha)");
    within(row).getByText(/Funk & Rogge 2007, J Fam Psychol/);
    const rdas = screen.getByText("RDAS").closest("li") as HTMLElement;
    expect(within(rdas).queryByText("unconfirmed")).toBeNull();
    const das = screen.getByText("DAS-32").closest("li") as HTMLElement;
    expect(within(das).queryByText("unconfirmed")).toBeNull();
    expect(within(das).getByText("Cut-off").nextSibling?.textContent).toBe("97; distress below it (which side it is itself on is not published)");
  });

  it("are put aside and brought back: a published one never, only the practice's form of it", async () => {
    const phq = { ...(CATALOGUE.find(({ id }) => id === "phq-9") as MeasureView), form: WEATHER.form, formId: "row-7" };
    const { server, user } = await openSettings({ "measures.archive": () => ({}) }, [phq, { ...WEATHER, archived: true }]);
    await user.click(screen.getByText("1 published measure"));
    await user.click(screen.getByRole("button", { name: "Put the form of PHQ-9 aside" }));
    await user.click(screen.getByRole("button", { name: "Bring back House weather" }));
    await waitFor(() =>
      expect(server.of("measures.archive")).toEqual([
        { measureId: "row-7", archived: true },
        { measureId: "own-weather", archived: false },
      ]),
    );
  });
});

describe("a measure of one's own", () => {
  it("needs a name and a range, and asks where its figures come from", async () => {
    const { server, user } = await openSettings({ "measures.add": () => ({ measureId: "m-1" }) });
    await user.click(screen.getByRole("button", { name: "Add measure" }));
    await screen.findByText("Give it a name.");
    expect(document.activeElement).toBe(screen.getByLabelText("Name"));
    await user.type(screen.getByLabelText("Name"), "Kitchen table");
    await user.type(screen.getByLabelText("Lowest"), "0");
    await user.type(screen.getByLabelText("Highest"), "12");
    await user.click(screen.getByText("Published figures, where you have them"));
    await user.type(screen.getByLabelText("Points of change"), "3,5");
    await user.click(screen.getByRole("button", { name: "Add measure" }));
    await screen.findByText("Say where these figures come from.");
    expect(server.of("measures.add")).toEqual([]);
    await user.type(screen.getByLabelText("Where the figures come from"), "Our own pilot, 2025");
    await user.click(screen.getByRole("button", { name: "Add measure" }));
    await waitFor(() =>
      expect(server.of("measures.add")).toMatchObject([
        { name: "Kitchen table", lowest: 0, highest: 12, better: "higher", cutOff: null, cutOffSide: null, changePoints: 3.5, items: null },
      ]),
    );
  });

  it("keeps what was typed when its name is taken", async () => {
    const { user } = await openSettings({ "measures.add": () => new Refusal("name-taken", "name") });
    await user.type(screen.getByLabelText("Name"), "CSI-4");
    await user.type(screen.getByLabelText("Lowest"), "0");
    await user.type(screen.getByLabelText("Highest"), "12{Enter}");
    await screen.findByText(/This name is already used/);
    screen.getByDisplayValue("CSI-4");
  });
});

describe("a questionnaire from a file", () => {
  const paste = async (user: Awaited<ReturnType<typeof openSettings>>["user"], text: string) => {
    await user.click(screen.getByLabelText("Or paste the questionnaire here"));
    await user.paste(text);
    await user.click(screen.getByRole("button", { name: "Bring it in" }));
  };

  it("is told what is wrong with it, each fault with its line, and stays to be put right", async () => {
    const answer: QuestionnaireAnswer = {
      imported: false,
      needsDirection: false,
      faults: [
        { line: 12, words: "a comma is missing before this line." },
        { line: null, words: "The second item has no text." },
      ],
    };
    const { user } = await openSettings({ "measures.importQuestionnaire": () => answer });
    await paste(user, "{ not quite json");
    await screen.findByText("This file could not be used, for 2 reasons:");
    screen.getByText("Line 12: a comma is missing before this line.");
    screen.getByText("The second item has no text.");
    expect(screen.getByLabelText<HTMLTextAreaElement>("Or paste the questionnaire here").value).toBe("{ not quite json");
  });

  it.each([
    ["larger than 2 MB is refused before it is read", "x".repeat(2_000_001), /^The file is larger than 2 MB/],
    ["that is empty is said to be empty", " \n", /^The file is empty\.$/],
    ["of another kind is said to be none", "\u0000PNG\u0001 \u0002", /^This is not a FHIR file in JSON\.$/],
  ])("%s", async (_, content, sentence) => {
    const { user, server } = await openSettings({});
    await user.upload(screen.getByLabelText(/^Choose a file/), new File([content], "weather.json", { type: "application/json" }));
    await screen.findByText(sentence);
    expect(screen.getByLabelText<HTMLTextAreaElement>("Or paste the questionnaire here").value).toBe("");
    expect(server.of("measures.importQuestionnaire")).toEqual([]);
  });

  it("may be as large as the server takes, and no larger", () => {
    expect([MOST_BYTES, MOST_BYTES + 1].map((size) => FhirText.safeParse("x".repeat(size)).success)).toEqual([true, false]);
  });

  it("asks which way is better where no file can say it, and comes in once it is said", async () => {
    const answer = ({ better }: { better: string | null }): QuestionnaireAnswer =>
      better === null
        ? { imported: false, needsDirection: true, faults: [] }
        : { imported: true, measureId: "m-2", name: "House weather", already: false, remarks: ["One display item was left out."] };
    const { server, user } = await openSettings({ "measures.importQuestionnaire": answer as never });
    await paste(user, "{}");
    await screen.findByRole("radiogroup", { name: "Which way is better" });
    await waitFor(() => expect(document.activeElement?.textContent).toContain("higher is better"));
    await user.keyboard("2");
    await user.click(screen.getByRole("button", { name: "Bring it in" }));
    await screen.findByText("House weather is brought in: its form opens when you record a score.");
    screen.getByText("One display item was left out.");
    const [first, second] = server.of("measures.importQuestionnaire") as { requestKey: string; better: string | null }[];
    expect(second?.better).toBe("lower");
    expect(second?.requestKey).not.toBe(first?.requestKey);
  });

  it("keeps its text while the server does not answer", async () => {
    const { server, user } = await openSettings({ "measures.importQuestionnaire": () => ({}) });
    server.state.online = false;
    await paste(user, "{}");
    await act(async () => undefined);
    await screen.findByText(/Open Chair does not answer/);
    expect(screen.getByLabelText<HTMLTextAreaElement>("Or paste the questionnaire here").value).toBe("{}");
  });
});
