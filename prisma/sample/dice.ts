import { type Day, dayNumber } from "#core/day.ts";

/** Seeded dice: the same seed throws the same numbers on every machine (sfc32 by C. Doty-Humphrey, 128-bit state). */
export interface Dice {
  /** 0 ≤ x < 1. */
  unit(): number;
  /** A whole number, both ends included. */
  whole(lowest: number, highest: number): number;
  /** True in `share` of throws, 0–1. */
  chance(share: number): boolean;
  pick<T>(choices: readonly [T, ...T[]]): T;
  /** Near standard normal: the sum of twelve throws less six. */
  bell(): number;
  /** An id as the app would have made it on that day: UUID version 7, in order of time. */
  id(day: Day): string;
}

const MS_PER_DAY = 86_400_000;
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

export function createDice(seed: number): Dice {
  let made = 0;
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, 0xb7e15162 ^ seed, 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  // The first throws of close seeds resemble each other.
  for (let warmUp = 0; warmUp < 16; warmUp += 1) next();
  const unit = () => next() / 4_294_967_296;
  const hex = (word: number) => `${HEX[word >>> 24]}${HEX[(word >>> 16) & 255]}${HEX[(word >>> 8) & 255]}${HEX[word & 255]}`;
  return {
    unit,
    whole: (lowest, highest) => lowest + Math.floor(unit() * (highest - lowest + 1)),
    chance: (share) => unit() < share,
    pick: (choices) => choices[Math.floor(unit() * choices.length)] ?? choices[0],
    bell: () => {
      let sum = -6;
      for (let throws = 0; throws < 12; throws += 1) sum += unit();
      return sum;
    },
    id: (day) => {
      const ms = dayNumber(day) * MS_PER_DAY + made;
      made = (made + 1) % MS_PER_DAY;
      const time = ms.toString(16).padStart(12, "0");
      const [second, third] = [hex(next()), hex(next())];
      return `${time.slice(0, 8)}-${time.slice(8)}-7${second.slice(5)}-a${third.slice(1, 4)}-${third.slice(4)}${hex(next())}`;
    },
  };
}
