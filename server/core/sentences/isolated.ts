/** Hebrew, Arabic and the scripts written like them. */
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (Unicode Bidirectional Algorithm, UAX #9). */
const [ISOLATE, POP] = ["\u2068", "\u2069"];

/**
 * A name as it stands inside a generated sentence. One written from right to left is kept to itself: without that it draws the numbers
 * beside it over to its other side, and "from 9 to 15" is read as "from 15 to 9". Any other name is left as it is.
 */
export function isolated(name: string): string {
  return RIGHT_TO_LEFT.test(name) ? `${ISOLATE}${name}${POP}` : name;
}
