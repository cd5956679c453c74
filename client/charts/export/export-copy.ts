/** A drawing on the page → the same drawing as plain SVG elements that need no style sheet, no variable and no page around them. */

export const SVG = "http://www.w3.org/2000/svg";

/** What a chart is drawn with. Anything else (scripts, pictures, foreign markup, links) does not go into a file. */
const SHAPES = new Set([
  ...["svg", "g", "path", "line", "rect", "circle", "ellipse", "polygon", "polyline", "text", "tspan"],
  ...["defs", "pattern", "clipPath", "linearGradient", "stop"],
]);
/** Things that others point to. */
const NAMED = new Set(["pattern", "clipPath", "linearGradient"]);
const GEOMETRY = [
  ...["x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "d", "points", "dx", "dy", "transform"],
  ...["patternUnits", "patternContentUnits", "patternTransform", "clipPathUnits", "gradientUnits", "gradientTransform", "offset"],
];
/** Handed down to what is inside: written only where it changes. */
const INHERITED = [
  ...["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linecap", "stroke-linejoin"],
  ...["text-anchor", "font-family", "font-size", "font-weight", "font-style", "paint-order"],
];
/** Not handed down: written only where it is not this. */
const OWN: readonly (readonly [property: string, unless: string])[] = [
  ["opacity", "1"],
  ["clip-path", "none"],
];
const STOP = ["stop-color", "stop-opacity"];

export interface Place {
  readonly left: number;
  readonly top: number;
}

/** One svg element of the page with everything in it, standing where it stands measured from `corner`. */
export function copyOfSvg(svg: SVGSVGElement, corner: Place): SVGElement {
  const { left, top, width, height } = svg.getBoundingClientRect();
  const copy = copyOf(svg, null) ?? make("g", {});
  const own = { width: svg.getAttribute("width") ?? String(width), height: svg.getAttribute("height") ?? String(height) };
  setAll(copy, {
    x: rounded(left - corner.left),
    y: rounded(top - corner.top),
    width: rounded(width),
    height: rounded(height),
    viewBox: svg.getAttribute("viewBox") ?? `0 0 ${own.width} ${own.height}`,
    overflow: getComputedStyle(svg).overflow === "visible" ? "visible" : "hidden",
  });
  return copy;
}

function copyOf(element: Element, parent: CSSStyleDeclaration | null): SVGElement | null {
  if (!SHAPES.has(element.localName)) return null;
  const style = getComputedStyle(element);
  const isNamed = NAMED.has(element.localName);
  if (style.display === "none" && !isNamed && element.localName !== "defs") return null;
  const copy = document.createElementNS(SVG, element.localName);
  for (const name of GEOMETRY) {
    const value = element.getAttribute(name);
    if (value !== null) copy.setAttribute(name, value);
  }
  if (isNamed && element.id !== "") copy.id = element.id;
  for (const property of INHERITED) {
    const value = style.getPropertyValue(property);
    if (value !== "" && value !== parent?.getPropertyValue(property)) copy.setAttribute(property, plain(value));
  }
  for (const [property, unless] of OWN) {
    const value = style.getPropertyValue(property);
    if (value !== "" && value !== unless) copy.setAttribute(property, plain(value));
  }
  if (element.localName === "stop") for (const property of STOP) copy.setAttribute(property, plain(style.getPropertyValue(property)));
  if (element.localName === "text") standOnBaseline(copy, style);
  for (const child of element.childNodes) {
    const inside = child instanceof Element ? copyOf(child, style) : copyOfWords(child);
    if (inside) copy.append(inside);
  }
  return copy;
}

function copyOfWords(node: Node): Text | null {
  return node.nodeType === Node.TEXT_NODE && node.textContent ? document.createTextNode(fitForXml(node.textContent)) : null;
}

/** A label may hold, pasted from anywhere, a character that no XML file may: it would make the whole file unreadable. */
function fitForXml(words: string): string {
  return [...words].filter((sign) => /[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(sign)).join("");
}

/** Half of a capital's height, as a share of the size. Drawing programs disregard `dominant-baseline`; all of them know `dy`. */
const HALF_A_CAPITAL = "0.36em";

function standOnBaseline(copy: SVGElement, style: CSSStyleDeclaration): void {
  const baseline = style.getPropertyValue("dominant-baseline");
  if (/^(central|middle)$/.test(baseline) && !copy.hasAttribute("dy")) copy.setAttribute("dy", HALF_A_CAPITAL);
}

/** `url("#clip")` → `url(#clip)`; a reference to anywhere else is dropped. */
function plain(value: string): string {
  const reference = /^url\(["']?(.*?)["']?\)/.exec(value);
  if (!reference) return value.replaceAll('"', "'");
  const [, target = ""] = reference;
  return target.startsWith("#") ? `url(${target})` : "none";
}

export function make(name: string, attributes: Readonly<Record<string, string | number>>, words?: string): SVGElement {
  const element = document.createElementNS(SVG, name);
  setAll(element, attributes);
  if (words !== undefined) element.textContent = fitForXml(words);
  return element;
}

function setAll(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

/** Hundredths of a pixel are finer than any eye. */
export function rounded(px: number): number {
  return Math.round(px * 100) / 100;
}
