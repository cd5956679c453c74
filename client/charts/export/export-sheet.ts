import type { Day } from "#core/day.ts";
import { copyOfSvg, make, type Place, rounded } from "./export-copy.ts";
import { brokenInto, copyOfText, createRuler, type Ruler } from "./export-words.ts";
import { madeOn } from "./made-on.ts";

/** The words that go along with a drawing, as the figure was given them. */
export interface SheetWords {
  readonly name: string;
  readonly title: string;
  readonly facts: string;
  readonly note?: string | undefined;
  readonly sentences: readonly string[];
  readonly madeOn: Day;
}

export interface Sheet {
  /** The whole file. */
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Px around everything, and the narrowest sheet: sentences want some room beside a small drawing. */
const MARGIN = 24;
const NARROWEST = 360;

/**
 * The drawing with its title, facts and sentences as one SVG that stands alone: every colour worked out, no style sheet, no
 * script, nothing fetched, and on light paper whatever the screen's scheme is.
 */
export function composeSheet(drawing: HTMLElement, words: SheetWords): Sheet {
  return onLightPaper(drawing, () => {
    const ruler = createRuler();
    const look = lookOf(drawing);
    const corner = drawing.getBoundingClientRect();
    const width = Math.max(NARROWEST, Math.ceil(corner.width)) + 2 * MARGIN;
    const column = new Column(width - 2 * MARGIN, ruler);
    column.write(words.name, { font: look.face, size: 12, colour: look.dim });
    column.write(words.title, { font: look.nameFace, size: 19, colour: look.ink });
    column.write(words.facts, { font: look.face, size: 12.5, colour: look.dim });
    column.place(copyOfDrawing(drawing, corner, ruler), corner.height);
    if (words.note !== undefined) column.write(words.note, { font: look.face, size: 11.5, colour: look.dim });
    for (const sentence of words.sentences) column.write(sentence, { font: look.face, size: 13, colour: look.ink });
    column.write(madeOn(words.madeOn), { font: look.face, size: 11, colour: look.dim });

    const height = Math.ceil(column.y) + 2 * MARGIN;
    const root = make("svg", { width, height, viewBox: `0 0 ${width} ${height}` });
    const inside = make("g", { transform: `translate(${MARGIN} ${MARGIN})` });
    inside.append(...column.parts);
    root.append(
      make("title", {}, words.title),
      make("desc", {}, `${words.name}. ${words.facts}`),
      make("rect", { width, height, fill: look.paper }),
      inside,
    );
    return { svg: new XMLSerializer().serializeToString(root), width, height };
  });
}

/** What stands under each other on the sheet. */
class Column {
  readonly parts: SVGElement[] = [];
  y = 0;
  readonly #width: number;
  readonly #ruler: Ruler;

  constructor(width: number, ruler: Ruler) {
    this.#width = width;
    this.#ruler = ruler;
  }

  write(words: string, { font, size, colour }: { readonly font: string; readonly size: number; readonly colour: string }): void {
    const measure = (line: string) => this.#ruler.widthOf(line, `${size}px ${font}`);
    // Another machine may set it in a wider face.
    for (const line of brokenInto(words, this.#width * 0.94, measure)) {
      this.y += size * 1.4;
      this.parts.push(make("text", { x: 0, y: rounded(this.y), "font-family": font, "font-size": size, fill: colour }, line));
    }
    this.y += size * 0.4;
  }

  place(copy: SVGElement, height: number): void {
    this.y += 10;
    copy.setAttribute("transform", `translate(0 ${rounded(this.y)})`);
    this.parts.push(copy);
    this.y += height + 6;
  }
}

/** Every svg element, every word and every painted box of the drawing, in the order in which they are painted. */
function copyOfDrawing(drawing: HTMLElement, corner: Place, ruler: Ruler): SVGElement {
  const copy = make("g", {});
  const walk = (element: Element) => {
    if (element instanceof SVGSVGElement) return copy.append(copyOfSvg(element, corner));
    if (element.matches("[data-screen-only], .visually-hidden, [hidden]") || !(element instanceof HTMLElement)) return;
    if (element !== drawing) copy.append(...paintOf(element, corner));
    for (const child of element.childNodes) {
      if (child instanceof Element) walk(child);
      else if (child instanceof Text) copy.append(...copyOfText(child, corner, ruler));
    }
  };
  walk(drawing);
  return copy;
}

const TRANSPARENT = /^(transparent|rgba\(.*, 0\))$/;

/** A box with a colour of its own: the sign beside a word in a legend, say. */
function paintOf(element: HTMLElement, corner: Place): SVGElement[] {
  const { backgroundColor, borderTopLeftRadius } = getComputedStyle(element);
  if (backgroundColor === "" || TRANSPARENT.test(backgroundColor)) return [];
  const { left, top, width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0) return [];
  const box = { x: rounded(left - corner.left), y: rounded(top - corner.top), width: rounded(width), height: rounded(height) };
  return [make("rect", { ...box, rx: Number.parseFloat(borderTopLeftRadius) || 0, fill: backgroundColor })];
}

interface SheetLook {
  readonly paper: string;
  readonly ink: string;
  readonly dim: string;
  readonly face: string;
  readonly nameFace: string;
}

/** The theme's own colours and faces, read where they stand; plain ones where no theme does. */
function lookOf(drawing: HTMLElement): SheetLook {
  const style = getComputedStyle(drawing);
  const variable = (name: string, otherwise: string) => style.getPropertyValue(name).trim().replaceAll('"', "'") || otherwise;
  return {
    paper: variable("--oc-panel", "#ffffff"),
    ink: variable("--oc-ink", "#000000"),
    dim: variable("--oc-dim", "#444444"),
    face: style.fontFamily.replaceAll('"', "'") || "sans-serif",
    nameFace: variable("--oc-name-face", "Georgia, serif"),
  };
}

const SCHEME = "data-mantine-color-scheme";

/**
 * Works while the page stands in its light scheme and the drawing is in sight. All in one go, so that no frame is painted in
 * between and nobody sees it.
 */
function onLightPaper<T>(drawing: HTMLElement, work: () => T): T {
  const page = document.documentElement;
  const [scheme, hidden] = [page.getAttribute(SCHEME), drawing.hidden];
  if (scheme !== null) page.setAttribute(SCHEME, "light");
  drawing.hidden = false;
  drawing.dataset.exported = "";
  try {
    return work();
  } finally {
    if (scheme !== null) page.setAttribute(SCHEME, scheme);
    drawing.hidden = hidden;
    delete drawing.dataset.exported;
  }
}
