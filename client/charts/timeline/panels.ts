import type { Frame } from "#client/charts/frame/frame.ts";
import type { Gap } from "#core/series/gaps.ts";
import type { Mark } from "#core/series/marks.ts";
import type { Tick } from "#core/series/ticks.ts";

/** What every panel is given alike. */
export interface Shared {
  readonly frame: Frame;
  readonly days: readonly Tick[];
  readonly marks: readonly Mark[];
  readonly gaps?: readonly Gap[];
}
