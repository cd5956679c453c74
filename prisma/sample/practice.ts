import type { BetterDirection } from "#core/vocabulary/track.ts";
import { bramble } from "./couples/bramble.ts";
import { cedar } from "./couples/cedar.ts";
import { elm } from "./couples/elm.ts";
import { harbor } from "./couples/harbor.ts";
import { juniper } from "./couples/juniper.ts";
import { lantern } from "./couples/lantern.ts";
import { larkspur } from "./couples/larkspur.ts";
import { meridian } from "./couples/meridian.ts";
import { orchard } from "./couples/orchard.ts";
import { quietFox } from "./couples/quiet-fox.ts";
import { saltmarsh } from "./couples/saltmarsh.ts";
import { tidewater } from "./couples/tidewater.ts";
import type { OwnTheme, OwnTrack, SampleCase } from "./shape.ts";

/** What this practice explores besides the five built-in themes. */
export const OWN_THEMES: Readonly<Record<OwnTheme, string>> = {
  "in-laws": "In-laws and old loyalties",
  money: "Money",
  "being-parents": "Being parents together",
};

export const OWN_TRACKS: Readonly<Record<OwnTrack, { name: string; lowest: number; highest: number; better: BetterDirection }>> = {
  sleep: { name: "Nights slept well", lowest: 0, highest: 7, better: "higher" },
};

/** Twelve fictional couples. Any likeness to a real one is chance. */
export const SAMPLE_CASES: readonly SampleCase[] = [
  bramble,
  cedar,
  elm,
  harbor,
  juniper,
  lantern,
  larkspur,
  meridian,
  orchard,
  quietFox,
  saltmarsh,
  tidewater,
];
