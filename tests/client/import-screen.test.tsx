import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { ImportScreen } from "#client/screens/import/ImportScreen.tsx";
import type { CommitImport, ImportFile, PreviewImport } from "#core/contracts/import.ts";
import { planImport } from "#core/import/plan.ts";
import { previewOf } from "#core/import/preview.ts";
import { readingOf } from "#core/import/reading.ts";
import { type Sheet, sheetOf } from "#core/import/sheet.ts";
import { BUILT_IN_THEMES, THEME_WORDS } from "#core/vocabulary/theme.ts";
import { givenServer, ME, open, Refusal } from "./log/given.tsx";

const SHEET = "Date,Couple,Engaged,Tone\n03/04/2026,River,refused,4\n05/04/2026,River,hm,11\n31/02/2026,River,,5";

const ground = { today: ME.today, cases: [], themes: [], tracks: [], fingerprint: (identity: string) => identity };

/** The server's own rules, without its files and its database. */
function sheetIn({ contentBase64 }: ImportFile): Sheet {
  const rows = atob(contentBase64)
    .split("\n")
    .map((line) => line.split(","));
  return sheetOf({ rows, decimalMark: null }) as Sheet;
}

function givenImports(more: Record<string, (input: never) => unknown> = {}) {
  return givenServer({
    "practice.me": () => ME,
    "practice.themes": () => BUILT_IN_THEMES.map((theme) => ({ theme, name: THEME_WORDS[theme], builtIn: true, archived: false })),
    "practice.tracks": () => [],
    "cases.list": () => [{ id: "case-9", label: "Meadow", status: "active" }],
    "imports.list": () => [],
    "imports.read": (input: ImportFile) => readingOf(sheetIn(input), { fileName: input.fileName, known: { cases: [], themes: [], tracks: [] } }),
    "imports.preview": (input: PreviewImport) => {
      const sheet = sheetIn(input);
      return previewOf(planImport(sheet, input.mapping, ground), { sheet, mapping: input.mapping });
    },
    "imports.commit": () => ({
      batchId: "batch-1",
      kind: "sessions",
      cameIn: 2,
      leftOut: 1,
      cases: [{ caseId: "case-1", label: "River", cameIn: 2, opened: true }],
    }),
    "imports.undo": () => ({ removed: 2, kept: [], casesKept: [] }),
    ...more,
  });
}

async function chooseFile(content = SHEET, name = "river.csv") {
  const input = await waitFor(() => {
    const found = document.querySelector<HTMLInputElement>('input[type="file"]');
    if (!found) throw new Error("no file field");
    return found;
  });
  fireEvent.change(input, { target: { files: [new File([content], name, { type: "text/csv" })] } });
}

const place = { path: "/import", at: "/import" };

describe("bringing a spreadsheet in", () => {
  it("says what it is for while nothing was brought in", async () => {
    givenImports();
    await open(<ImportScreen />, place);
    expect(await screen.findByText(/Nothing yet\. What you bring in stands here/)).toBeTruthy();
  });

  it("asks for the order of days that read both ways before anything else can happen", async () => {
    givenImports();
    const { user } = await open(<ImportScreen />, place);
    await chooseFile();
    const see = await screen.findByRole<HTMLButtonElement>("button", { name: "See what will come in" });
    expect(see.disabled).toBe(true);
    expect(screen.getByText("“03/04/2026” reads both ways")).toBeTruthy();
    await user.click(screen.getByRole("radio", { name: /day first/ }));
    expect(see.disabled).toBe(false);
  });

  it("shows each guess, sends what the therapist makes of it, and names what stays out", async () => {
    const server = givenImports();
    const { user } = await open(<ImportScreen />, place);
    await chooseFile();
    await user.click(await screen.findByRole("radio", { name: /day first/ }));
    expect(screen.getByLabelText<HTMLSelectElement>("“refused” means").value).toBe("0");
    expect(screen.getByLabelText<HTMLSelectElement>("“hm” means").value).toBe("");
    await user.selectOptions(screen.getByLabelText("“hm” means"), "1 · along for the ride");
    await user.selectOptions(screen.getByLabelText("Whose number of Tone"), "the client's number");
    await user.type(screen.getByLabelText("Active partner of River"), "Ana");
    await user.click(screen.getByRole("button", { name: "See what will come in" }));
    expect(await screen.findByText("2 sessions in 1 case will come in; 1 row will not.")).toBeTruthy();
    const left = within(screen.getByRole("region", { name: /Rows that stay out/ }));
    expect(left.getByText("Row 4")).toBeTruthy();
    expect(left.getByText(/No calendar has that day/)).toBeTruthy();
    expect(screen.getByText(/“11” is outside the range of the track: that rating stays missing/)).toBeTruthy();

    await user.click(screen.getByRole("button", { name: "Bring in 2 sessions" }));
    expect(await screen.findByText("2 sessions came in, in 1 case.")).toBeTruthy();
    const [sent] = server.of("imports.commit") as CommitImport[];
    expect(sent?.mapping.dateOrder).toBe("day-first");
    expect(sent?.mapping.columns[2]).toEqual({
      as: "stage",
      words: [
        { words: "refused", to: 0 },
        { words: "hm", to: 1 },
      ],
    });
    expect(sent?.mapping.columns[3]).toEqual({ as: "rating", track: "tone", rater: "active" });
    expect(sent?.mapping.cases).toEqual([{ words: "river", to: { label: "River", active: "Ana", observing: null } }]);
  });

  it("takes the preview away when a guess is changed after it", async () => {
    givenImports();
    const { user } = await open(<ImportScreen />, place);
    await chooseFile();
    await user.click(await screen.findByRole("radio", { name: /day first/ }));
    await user.click(screen.getByRole("button", { name: "See what will come in" }));
    await screen.findByText(/will come in; 1 row will not/);
    await user.selectOptions(screen.getByLabelText("Tone comes in as"), "Leave out");
    expect(screen.queryByText(/will come in; 1 row will not/)).toBeNull();
  });

  it("says what is wrong with a file that is none", async () => {
    givenImports({ "imports.read": () => new Refusal("file-unreadable", "old-excel") });
    await open(<ImportScreen />, place);
    await chooseFile("x", "past.xls");
    expect((await screen.findByRole("alert")).textContent).toContain("older Excel file (.xls): save it as .xlsx");
  });

  it("explains a sheet without days instead of guessing them", async () => {
    givenImports();
    await open(<ImportScreen />, place);
    await chooseFile("id,wk1,wk2\nAna,3,4\nBen,5,6");
    expect(await screen.findByText(/No column holds days/)).toBeTruthy();
    expect(screen.getByText("Choose the column that holds the day.")).toBeTruthy();
  });

  it("undoes an earlier import after asking", async () => {
    const earlier = { id: "batch-1", fileName: "river.csv", cameIn: 2, leftOut: 1, importedAt: "2026-11-20T15:00:00.000Z", undoneAt: null };
    const server = givenImports({ "imports.list": () => [earlier] });
    const { user } = await open(<ImportScreen />, place);
    await user.click(await screen.findByRole("button", { name: "Undo this import" }));
    await user.click(screen.getByRole("button", { name: "Undo the import" }));
    expect(await screen.findByText("2 rows are out again.")).toBeTruthy();
    expect(server.of("imports.undo")).toMatchObject([{ batchId: "batch-1" }]);
  });
});
