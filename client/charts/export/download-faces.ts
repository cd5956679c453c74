/** A picture is painted apart from the page and knows none of its type faces: they are put into it, for painting only. */

interface Face {
  readonly family: string;
  readonly weight: string;
  readonly address: string;
}

/** The page's own faces that the SVG asks for, in their Latin part. Others fall back, as on any other machine. */
export async function withFaces(svg: string): Promise<string> {
  const rules = await Promise.all(
    facesOfPage()
      .filter((face) => svg.includes(face.family))
      .map(asRule),
  );
  return svg.replace(/(<svg[^>]*>)/, `$1<style>${rules.join("")}</style>`);
}

function facesOfPage(): Face[] {
  const faces = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule));
  return faces.flatMap((rule) => {
    const value = (name: string) => rule.style.getPropertyValue(name);
    const address = /url\(["']?(.*?)["']?\)/.exec(value("src"))?.[1];
    if (address === undefined || !/U\+0+-0*FF/i.test(value("unicode-range"))) return [];
    const from = rule.parentStyleSheet?.href ?? document.baseURI;
    return [{ family: value("font-family").replace(/["']/g, ""), weight: value("font-weight"), address: new URL(address, from).href }];
  });
}

/** Without its face a word is painted in another: no reason to have no picture. */
async function asRule({ family, weight, address }: Face): Promise<string> {
  try {
    const answer = await fetch(address);
    if (!answer.ok) return "";
    const data = base64(new Uint8Array(await answer.arrayBuffer()));
    return `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2")}`;
  } catch {
    return "";
  }
}

function base64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
