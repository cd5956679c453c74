import type { Drawn } from "#client/charts/timeline/reading-panels.ts";
import { thinnedWords } from "#core/sentences/thinned-words.ts";
import { thin } from "#core/series/thin.ts";
import { pointsWithin } from "#core/series/window.ts";

/** What the frame says where a line has more points than can be drawn. */
export function thinnedNote({ panels, window }: Drawn): string | undefined {
  return thinnedWords(panels.flatMap((panel) => panel.lines.map((line) => thin(pointsWithin(line.points, window)))));
}
