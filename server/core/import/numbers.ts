import type { DecimalMark } from "#core/vocabulary/import.ts";

/** What therapists write where nothing was rated. Never a zero. */
const NOT_RATED = /^(n\.?\/?a\.?|n\.?r\.?|\?+|[-–—]+|\.+|none|not rated|not asked|null|nan|#n\/a|unknown)$/i;

/** "n/a", "?" and their like: asked or thought of, and not rated. An empty cell is not even that. */
export function isNotRated(cell: string): boolean {
  return NOT_RATED.test(cell.trim());
}

/**
 * Reads a number as typed, without rounding. With one mark in it, the sheet's own decimal mark decides; the other mark parts
 * thousands only where it stands so (1.234), else it was the decimal after all (a "4.5" in a sheet of "4,5").
 *
 * @returns null where it is no number
 */
export function readNumber(cell: string, mark: DecimalMark): number | null {
  const text = cell
    .trim()
    .replace(/[\u00a0\u202f']/g, "")
    .replace("−", "-");
  if (/^[+-]?\d+$/.test(text)) return finite(text);
  if (/^[+-]?\d*[.,]\d+$/.test(text)) {
    const thousands = mark === "," ? /^[+-]?[1-9]\d{0,2}\.\d{3}$/ : /^[+-]?[1-9]\d{0,2},\d{3}$/;
    return finite(thousands.test(text) ? text.replace(/[.,]/, "") : text.replace(",", "."));
  }
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return finite(text.replaceAll(",", ""));
  if (/^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) return finite(text.replaceAll(".", "").replace(",", "."));
  return /^[+-]?\d+(\.\d+)?e[+-]?\d+$/i.test(text) ? finite(text) : null;
}

function finite(text: string): number | null {
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

/** Which mark do the sheet's numbers use? The one that more cells show for sure; a point where none does. */
export function decimalMarkOf(cells: Iterable<string>): DecimalMark {
  let commas = 0;
  let points = 0;
  for (const cell of cells) {
    // Three digits after the mark may be thousands: they show nothing.
    if (/^-?\d+,(\d{1,2}|\d{4,})$/.test(cell.trim())) commas += 1;
    if (/^-?\d+\.(\d{1,2}|\d{4,})$/.test(cell.trim())) points += 1;
  }
  return commas > points ? "," : ".";
}

export type RatingReading =
  | { readonly kind: "value"; readonly value: number }
  | { readonly kind: "not-rated" }
  | { readonly kind: "empty" }
  | { readonly kind: "problem"; readonly problem: "out-of-range" | "not-a-number" | "other-scale" };

export interface Range {
  readonly lowest: number;
  readonly highest: number;
}

/**
 * Reads a rating on a track's range. "4/10" is 4 where the track ends at 10; on any other scale nothing is converted, and
 * nothing beyond the range is cut to fit: the value is missing and said to be.
 */
export function readRating(cell: string, range: Range, mark: DecimalMark): RatingReading {
  const text = cell.trim();
  if (text === "") return { kind: "empty" };
  if (isNotRated(text)) return { kind: "not-rated" };
  const outOf = /^(.+?)\s*(?:\/|out of|of)\s*(\d+)$/i.exec(text);
  if (outOf && Number(outOf[2]) !== range.highest) return { kind: "problem", problem: "other-scale" };
  const value = readNumber(outOf ? (outOf[1] ?? "") : text, mark);
  if (value === null) return { kind: "problem", problem: "not-a-number" };
  if (value < range.lowest || value > range.highest) return { kind: "problem", problem: "out-of-range" };
  return { kind: "value", value };
}
