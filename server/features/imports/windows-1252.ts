/** The 32 places where Windows' Western European differs from Latin 1; five of them stand for nothing. */
const DIFFERENT = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Decodes Windows-1252. Node 20's own TextDecoder reads it as Latin 1, which turns “ ” and € into control characters. */
export function decodeWindows1252(bytes: Buffer): string {
  return bytes.toString("latin1").replace(/[\u0080-\u009f]/g, (letter) => DIFFERENT.charAt(letter.charCodeAt(0) - 0x80));
}
