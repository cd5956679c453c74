/** One plain sentence beside the chart. */
export interface Sentence {
  /** What it is about: stable, so that a screen can keep its place and a test can ask for it. */
  readonly about:
    | "beginning"
    | "climate"
    | "grounding"
    | "own-track"
    | "once"
    | "stage"
    | "moves"
    | "shifts"
    | "not-rated"
    | "gaps"
    | "sources"
    | "attendance"
    | "imports"
    | "raters";
  readonly words: string;
  /** What the record does not hold, or how it came about: said, in a lower voice. */
  readonly aside: boolean;
}

export function say(about: Sentence["about"], words: string): Sentence {
  return { about, words, aside: false };
}

export function sayAside(about: Sentence["about"], words: string): Sentence {
  return { about, words, aside: true };
}
