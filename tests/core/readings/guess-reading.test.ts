import { describe, expect, it } from "vitest";
import { readGuesses } from "#core/readings/guess-reading.ts";
import { guessSentences } from "#core/sentences/guess-words.ts";
import { occasion, rated, TODAY, view } from "../series/given.ts";
import { saidOf, week } from "./given.ts";

/** One check-in a week: the guess of the other's tone, and the actual number where it is known. */
const checkIns = (pairs: readonly (readonly [guess: number | null, actual: number | null])[]) =>
  pairs.map(([guess, actual], place) =>
    occasion({ day: week(place), kind: "check-in", ratings: [rated("tone", guess, "guess"), rated("tone", actual, "observing")] }),
  );

function read(pairs: Parameters<typeof checkIns>[0]) {
  const [reading] = readGuesses(view(checkIns(pairs)));
  if (!reading) throw new Error("there is a guess");
  return { ...reading, sentences: guessSentences(reading, TODAY) };
}

describe("a guess beside the actual number", () => {
  it("is a pair of one track on one occasion, its difference the guess less the number, a 0 a number", () => {
    const { pairs } = read([
      [3, 5],
      [0, null],
      [4, 0],
    ]);
    expect(pairs.map(({ day, guess, actual, difference }) => [day, guess, actual, difference])).toEqual([
      [week(0), 3, 5, -2],
      [week(1), 0, null, null],
      [week(2), 4, 0, 4],
    ]);
  });

  it("is none where nobody guessed, and none across two occasions", () => {
    expect(readGuesses(view(checkIns([[null, 5]])))).toEqual([]);
    const apart = [
      occasion({ day: week(0), kind: "check-in", ratings: [rated("tone", 4, "guess")] }),
      occasion({ day: week(0), kind: "check-in", ratings: [rated("tone", 6, "observing")] }),
    ];
    expect(readGuesses(view(apart))[0]).toMatchObject({ known: 0, medianSize: null });
  });

  it("cannot be told yet without an actual number", () => {
    expect(saidOf(read([[4, null]]).sentences, "difference")).toEqual([
      "Tone of communication: cannot tell yet how near the guess is, with 0 actual numbers beside 1 guess.",
    ]);
    expect(
      read([
        [4, null],
        [5, null],
      ]).sentences.map(({ words }) => words),
    ).toEqual(["Tone of communication: cannot tell yet how near the guesses are, with 0 actual numbers beside 2 guesses."]);
  });

  it("is told by its two numbers where there is one pair, and as too little", () =>
    expect(saidOf(read([[3, 6]]).sentences, "difference")).toEqual([
      "Tone of communication: on 5 Jan the guess was 3 and the actual number 6. 1 pair: cannot tell yet whether guesses differ.",
    ]));

  it("is counted lower, same and higher, with the size in the middle", () => {
    const reading = read([
      [3, 5],
      [4, 6],
      [5, 5],
      [2, 6],
      [7, 6],
      [3, 4],
      [5, null],
    ]);
    // Apart by 2 2 0 4 1 1: in order 0 1 1 2 2 4, in the middle 1.5; the first three 2, the last three 1.
    expect(reading).toMatchObject({ known: 6, lower: 4, same: 1, higher: 1, medianSize: 1.5, earlierSize: 2, laterSize: 1 });
    expect(reading.sentences.map(({ words }) => words)).toEqual([
      "Tone of communication: of 6 pairs the guess was lower than the actual number in 4, the same in 1 and higher in 1; the middle difference is 1.5 points.",
      "The middle difference is 2 points over the first 3 pairs and 1 point over the last 3.",
      "1 of 7 guesses without an actual number yet, counted in none of these.",
    ]);
  });

  it("cannot be told over time with fewer than six pairs", () =>
    expect(
      saidOf(
        read([
          [3, 5],
          [4, 4],
        ]).sentences,
        "over-time",
      ),
    ).toEqual(["Nearer or further over time: cannot tell yet, 2 pairs of 6; 4 more needed."]));

  it("says nothing of the one who guessed, nor of why", () => {
    for (const { words } of read([
      [1, 9],
      [1, 9],
    ]).sentences)
      expect(words).not.toMatch(/empath|understand|accura|better|worse|because|knows/i);
  });
});
