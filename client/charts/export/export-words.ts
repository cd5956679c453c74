import { make, type Place, rounded } from "./export-copy.ts";

/** Measures words as the page would set them; by rule of thumb where nothing can be measured. */
export interface Ruler {
  widthOf(words: string, font: string): number;
  /** The share of a line's height that is above its baseline. */
  aboveBaseline(font: string): number;
}

/** The usual width of a letter and height above the baseline, as shares of the size. */
const USUAL = { letter: 0.55, above: 0.8 } as const;

export function createRuler(): Ruler {
  const context = document.createElement("canvas").getContext("2d");
  const measured = (words: string, font: string) => {
    if (!context) return null;
    context.font = font;
    return context.measureText(words);
  };
  return {
    widthOf: (words, font) => measured(words, font)?.width ?? words.length * USUAL.letter * sizeIn(font),
    aboveBaseline: (font) => {
      const box = measured("x", font);
      if (!box || !(box.fontBoundingBoxAscent > 0)) return USUAL.above;
      return box.fontBoundingBoxAscent / (box.fontBoundingBoxAscent + box.fontBoundingBoxDescent);
    },
  };
}

function sizeIn(font: string): number {
  return Number(/([\d.]+)px/.exec(font)?.[1] ?? 12);
}

/** The words of one text node, as lines where the page broke them. */
export function copyOfText(node: Text, corner: Place, ruler: Ruler): SVGElement[] {
  const parent = node.parentElement;
  if (!parent) return [];
  const style = getComputedStyle(parent);
  if (style.visibility === "hidden" || style.display === "none") return [];
  const { fontStyle, fontWeight, fontSize, fontFamily, color } = style;
  const above = ruler.aboveBaseline(`${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`);
  return linesOf(node).map(({ words, box, right }) =>
    make(
      "text",
      {
        x: rounded(box.left - corner.left),
        y: rounded(box.top - corner.top + box.height * above),
        fill: color,
        "font-family": fontFamily.replaceAll('"', "'"),
        "font-size": fontSize,
        "font-weight": fontWeight,
        ...(fontStyle === "normal" ? {} : { "font-style": fontStyle }),
        // Set in a wider face on another machine, it would run into what stands beside it.
        textLength: rounded(right - box.left),
        lengthAdjust: "spacingAndGlyphs",
      },
      words,
    ),
  );
}

interface Line {
  words: string;
  right: number;
  /** Of its first word. */
  readonly box: DOMRect;
}

/** Each word is asked where it stands: those at one height are one line. */
function linesOf(node: Text): Line[] {
  const lines: Line[] = [];
  const range = document.createRange();
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const [box] = range.getClientRects();
    if (!box || box.width === 0) continue;
    const line = lines.at(-1);
    if (line && Math.abs(line.box.top - box.top) < 2) {
      line.words += ` ${word}`;
      line.right = box.right;
    } else lines.push({ words: word, right: box.right, box });
  }
  return lines;
}

/** Words broken into lines no wider than `width`; a single word that is wider stands alone. */
export function brokenInto(words: string, width: number, measure: (words: string) => number): string[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/).filter((each) => each !== "")) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && measure(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
