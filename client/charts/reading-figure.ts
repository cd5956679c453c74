import { thinnedWords } from "#core/sentences/thinned-words.ts";
import { thin } from "#core/timeline/thin.ts";
import { pointsWithin } from "#core/timeline/window.ts";
import type { Drawn } from "./reading-panels.ts";

/** What the frame says where a line has more points than can be drawn. */
export function thinnedNote({ panels, window }: Drawn): string | undefined {
  return thinnedWords(panels.flatMap((panel) => panel.lines.map((line) => thin(pointsWithin(line.points, window)))));
}
