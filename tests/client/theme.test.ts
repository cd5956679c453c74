import { expect, it } from "vitest";
import { DARK, LIGHT } from "#client/theme.ts";

/** WCAG 2.2, relative luminance of sRGB. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

it("measures black on white as 21 to 1", () => {
  expect(contrast("#000000", "#FFFFFF")).toBeCloseTo(21, 5);
});

it("keeps every text colour readable on paper, panel and soft, in both themes", () => {
  for (const theme of [LIGHT, DARK]) {
    for (const text of ["ink", "dim", "active", "observing", "toward", "away"] as const) {
      for (const ground of ["paper", "panel", "soft", "private"] as const) {
        expect(contrast(theme[text], theme[ground]), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
    expect(contrast(theme["on-active"], theme.active)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme["on-active"], theme["active-hover"])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme.paper, theme.away)).toBeGreaterThanOrEqual(4.5);
  }
});

it("keeps the borders of fields and the lines of the chart visible, in both themes", () => {
  for (const theme of [LIGHT, DARK]) {
    for (const mark of ["control", "tone", "boundaries", "climate"] as const) {
      expect(contrast(theme[mark], theme.panel), mark).toBeGreaterThanOrEqual(3);
    }
  }
});
