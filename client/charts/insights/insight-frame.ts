import { type Frame, frameOf } from "#client/charts/frame/frame.ts";
import type { Span } from "#core/series/axis.ts";

/** Room on the right where no line carries a name at its end: half of the last word under the axis. */
const RIGHT = 14;

/** The shared frame, without the room that names at line ends take. @param left px for the words of the scale, where these are short */
export function frameToTheEdge(width: number, window: Span, left?: { readonly narrow: number; readonly wide: number }): Frame {
  const frame = frameOf(width, window);
  const room = left ? left[frame.narrow ? "narrow" : "wide"] : frame.left;
  return { ...frame, left: room, right: RIGHT, plot: Math.max(40, width - room - RIGHT) };
}
