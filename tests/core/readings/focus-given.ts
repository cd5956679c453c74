/** The tone of communication, watched. */
import type { FocusView } from "#core/contracts/reading.ts";
import type { OccasionSummary } from "#core/contracts/record.ts";
import { type FocusReading, readFocus } from "#core/readings/focus-reading.ts";
import { focusSentences } from "#core/sentences/focus-words.ts";
import type { BetterDirection } from "#core/vocabulary/track.ts";
import { BUILT_IN, TODAY, view } from "../series/given.ts";
import { FIRST_DAY } from "./given.ts";

export const onTone = (chosenOn: string, given: Partial<FocusView> = {}): FocusView => ({
  track: "tone",
  rater: "clinician",
  chosenOn,
  droppedOn: null,
  ...given,
});

type ToldFocus = FocusReading & { readonly sentences: ReturnType<typeof focusSentences> };

/** What is read of the tone, with what is said of it. */
export function readTone(occasions: readonly OccasionSummary[], chosenOn = FIRST_DAY, better: BetterDirection = "higher"): ToldFocus {
  const tracks = BUILT_IN.map((track) => (track.track === "tone" ? { ...track, better } : track));
  const [reading] = readFocus(view(occasions, { focus: [onTone(chosenOn)], tracks }));
  if (!reading) throw new Error("the tone is watched");
  return { ...reading, sentences: focusSentences(reading, TODAY) };
}
