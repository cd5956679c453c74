/** Tracks: ratings kept over time. Seven are built in, all 0–10, higher is better; the practice adds its own. */

export const CLIMATE_TRACKS = ["tone", "boundaries", "emotional-climate"] as const;
export const GROUNDING_TRACKS = ["values-clarity", "mine-not-mine", "grounded-response", "self-support"] as const;
export const BUILT_IN_TRACKS = [...CLIMATE_TRACKS, ...GROUNDING_TRACKS] as const;

export type ClimateTrack = (typeof CLIMATE_TRACKS)[number];
export type GroundingTrack = (typeof GROUNDING_TRACKS)[number];
export type BuiltInTrack = (typeof BUILT_IN_TRACKS)[number];

/** Which way of a track is better; `neither` where a practice only wants to watch it. */
export const BETTER_DIRECTIONS = ["higher", "lower", "neither"] as const;
export type BetterDirection = (typeof BETTER_DIRECTIONS)[number];

/** Whose number it is. `guess`: the active partner's guess of the observing partner's number; it rates the guesser's eye, not the track. */
export const RATERS = ["clinician", "active", "observing", "guess"] as const;
export type Rater = (typeof RATERS)[number];
/** The raters whose numbers are of the track itself: a line each, never a guess. */
export const LINE_RATERS = ["clinician", "active", "observing"] as const satisfies readonly Rater[];
export type LineRater = (typeof LINE_RATERS)[number];

/** As the form says it: the clinician speaks. */
export const RATER_WORDS: Record<Rater, string> = {
  clinician: "mine",
  active: "the client's number",
  observing: "the observing partner's number",
  guess: "the client's guess of the other's number",
};

/**
 * The same said to the clinician: who rated, whose number it is, and that in short after the number, at the end of a line, and after
 * the name of a track, where the clinician's own number is plain.
 */
export const RATER_LABELS = {
  clinician: { who: "You", number: "your number", afterNumber: "yours", atLine: "yours", afterTrack: "" },
  active: {
    who: "The client",
    number: "the client’s number",
    afterNumber: "the client’s",
    atLine: "client’s",
    afterTrack: " (the client’s number)",
  },
  observing: {
    who: "The observing partner",
    number: "the partner’s number",
    afterNumber: "the partner’s",
    atLine: "partner’s",
    afterTrack: " (the observing partner’s number)",
  },
  guess: { afterNumber: "the client’s guess" },
} as const;

export interface TrackMeaning {
  readonly name: string;
  readonly short: string;
  /** What a clinician rates when rating it. */
  readonly asks: string;
}

export const TRACK_MEANINGS: Record<BuiltInTrack, TrackMeaning> = {
  tone: { name: "Tone of communication", short: "Tone", asks: "How they speak with each other" },
  boundaries: { name: "How boundaries are held", short: "Boundaries", asks: "How boundaries are held between them" },
  "emotional-climate": { name: "Emotional climate", short: "Emotional climate", asks: "How it feels to be in that home" },
  "values-clarity": { name: "Values and clarity", short: "Values, clarity", asks: "Knows what matters and says so" },
  "mine-not-mine": { name: "What is mine and what is not", short: "Mine and not mine", asks: "Tells own part from the other's" },
  "grounded-response": { name: "Responding from a grounded place", short: "Grounded response", asks: "Answers rather than reacts" },
  "self-support": { name: "Support for myself", short: "Support for me", asks: "Has and uses support of their own" },
};

/** Both ends of every built-in track. */
export const BUILT_IN_RANGE = { lowest: 0, highest: 10 } as const;

export function isBuiltInTrack(track: string): track is BuiltInTrack {
  return (BUILT_IN_TRACKS as readonly string[]).includes(track);
}

export function isGroundingTrack(track: string): track is GroundingTrack {
  return (GROUNDING_TRACKS as readonly string[]).includes(track);
}

export function isClimateTrack(track: string): track is ClimateTrack {
  return (CLIMATE_TRACKS as readonly string[]).includes(track);
}
