import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fileName } from "#client/charts/export/download.ts";
import { ChartFigure, type ChartFigureProps } from "#client/charts/frame/ChartFigure.tsx";

const DRAWING = (
  <>
    <p>Between them</p>
    <svg width={20} height={10} aria-hidden="true">
      <text x={1} y={8}>
        tone
      </text>
    </svg>
    <p data-screen-only>Point at the chart</p>
  </>
);

function show({ children = DRAWING, ...part }: Partial<ChartFigureProps> = {}) {
  const figure = (inside: ReactNode) => (
    <ChartFigure
      title="Tone: no clear direction over 9 sessions."
      facts="0–10 · 9 ratings, yours · 3 Mar – 12 May"
      name="Tone in Harbor"
      file="tone Harbor"
      today="2026-11-26"
      table={<table aria-label="Every rating" />}
      {...part}
    >
      {inside}
    </ChartFigure>
  );
  render(figure(children));
  return screen.getByRole("figure", { name: "Tone in Harbor" });
}

const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));
const outcome = () => screen.getByRole("status").textContent;

describe("the frame of a chart", () => {
  it("says its sentence, its facts and what was left out of the drawing", () => {
    const figure = show({ note: "250 of 700 points drawn" });
    expect(within(figure).getByRole("heading", { level: 2, name: "Tone: no clear direction over 9 sessions." })).toBeTruthy();
    expect(within(figure).getByText("0–10 · 9 ratings, yours · 3 Mar – 12 May")).toBeTruthy();
    expect(within(figure).getByText("250 of 700 points drawn")).toBeTruthy();
  });

  it("shows the same figures as a table in its place, and back, from the keyboard", async () => {
    show();
    expect(screen.queryByRole("table")).toBeNull();
    await userEvent.tab();
    await userEvent.keyboard("{Enter}");
    expect(screen.getByRole("table", { name: "Every rating" })).toBeTruthy();
    expect(screen.getByText("Between them").closest("[hidden]")).not.toBeNull();
    await userEvent.keyboard(" ");
    expect(screen.queryByRole("table")).toBeNull();
  });

  it("takes its name and its sentences onto paper, beside which no panel stands", () => {
    const figure = show({ sentences: ["Not rated in 4 of 11 sessions."] });
    expect(figure.textContent).not.toContain("Not rated in 4");
    window.dispatchEvent(new Event("beforeprint"));
    for (const words of ["Tone in Harbor", "Not rated in 4 of 11 sessions.", "Made on 26 Nov 2026"]) expect(figure.textContent).toContain(words);
  });
});

describe("a chart as a file", () => {
  const files: { name: string; blob: Blob }[] = [];
  let blob: Blob | null = null;
  beforeEach(() => {
    files.length = 0;
    vi.spyOn(URL, "createObjectURL").mockImplementation((made) => {
      blob = made as Blob;
      return "blob:made";
    });
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
      files.push({ name: this.download, blob: blob as Blob });
    });
  });
  afterEach(() => vi.restoreAllMocks());

  it("is offered only where the trail can be written", () => {
    show();
    expect(screen.queryByRole("button", { name: /Download/ })).toBeNull();
  });

  it("is made after the trail holds its entry, and not before", async () => {
    let write: (written: boolean) => void = () => undefined;
    const onDownload = vi.fn(() => new Promise<boolean>((resolve) => (write = resolve)));
    show({ onDownload, sentences: ["Not rated in 4 of 11 sessions."] });
    await press("Download as SVG");
    await waitFor(() => expect(onDownload).toHaveBeenCalledWith("svg"));
    expect([outcome(), files]).toEqual(["Making the file…", []]);
    write(true);
    await waitFor(() => expect(outcome()).toBe("Downloaded as open-chair-tone-harbor-2026-11-26.svg."));
    expect(files.map((file) => file.name)).toEqual(["open-chair-tone-harbor-2026-11-26.svg"]);
    const svg = (await files[0]?.blob.text()) ?? "";
    for (const words of ["Tone: no clear direction over 9 sessions.", "9 ratings, yours", "Not rated in 4 of 11 sessions.", "Made on 26 Nov 2026"]) {
      expect(svg).toContain(words);
    }
    expect(svg).not.toContain("Point at the chart");
  });

  it("holds a label as words, whatever is in it", async () => {
    const label = "Bell\u0007 & <script>alert(1)</script>";
    show({ onDownload: async () => true, title: label, children: <svg aria-hidden="true">{label}</svg> });
    await press("Download as SVG");
    await waitFor(() => expect(files).toHaveLength(1));
    const svg = (await files[0]?.blob.text()) ?? "";
    expect(svg).toContain("Bell &amp; &lt;script&gt;");
    expect(svg).not.toContain("<script");
    expect(svg).not.toContain("\u0007");
  });

  it.each([
    ["refused", () => Promise.resolve(false)],
    ["not answered", () => Promise.reject(new TypeError("Failed to fetch"))],
  ])("is not made where the entry is %s, and says so", async (_, onDownload) => {
    show({ onDownload });
    await press("Download as PNG");
    await waitFor(() => expect(outcome()).toMatch(/^Not downloaded: .*trail.* could not be written/));
    expect(files).toEqual([]);
  });

  it("asks for no entry while there is nothing drawn to take along", async () => {
    const onDownload = vi.fn(async () => true);
    show({ onDownload, children: <p>Drawing the timeline</p> });
    await press("Download as SVG");
    await waitFor(() => expect(outcome()).toBe("Not downloaded: the chart is not drawn yet."));
    expect(onDownload).not.toHaveBeenCalled();
  });

  it("writes one entry for one file, however often the button is pressed meanwhile", async () => {
    const onDownload = vi.fn(async () => true);
    show({ onDownload });
    const button = screen.getByRole("button", { name: "Download as SVG" });
    button.click();
    button.click();
    await waitFor(() => expect(outcome()).toMatch(/^Downloaded/));
    expect([onDownload.mock.calls.length, files.length]).toEqual([1, 1]);
  });
});

describe("a chart on paper", () => {
  it("leaves its entry in the trail when the browser prints it, whether or not the entry can be written", async () => {
    const onDownload = vi.fn(async (_kind: string) => false);
    show({ onDownload });
    window.dispatchEvent(new Event("beforeprint"));
    await waitFor(() => expect(onDownload.mock.calls).toEqual([["paper"]]));
  });
});

describe("the name of a file", () => {
  it.each([
    ["timeline Harbor & Lee", "open-chair-timeline-harbor-lee-2026-11-26.png"],
    ["../../etc/passwd", "open-chair-etc-passwd-2026-11-26.png"],
    ["Žofie: Čas", "open-chair-žofie-čas-2026-11-26.png"],
    ["??", "open-chair-chart-2026-11-26.png"],
  ])("is clean on any system: %s", (file, name) => expect(fileName(file, "2026-11-26", "png")).toBe(name));
});
