import type { Gap } from "#core/timeline/gaps.ts";
import type { Mark } from "#core/timeline/marks.ts";
import type { Tick } from "#core/timeline/ticks.ts";
import type { Frame } from "./frame.ts";

/** What every panel is given alike. */
export interface Shared {
  readonly frame: Frame;
  readonly days: readonly Tick[];
  readonly marks: readonly Mark[];
  readonly gaps?: readonly Gap[];
}
