import type { Day } from "#core/day.ts";
import type { PictureKind } from "#core/vocabulary/chart-export.ts";
import { withFaces } from "./download-faces.ts";
import { composeSheet, type Sheet, type SheetWords } from "./export-sheet.ts";

interface Picture {
  readonly kind: PictureKind;
  /** The middle of the file's name. */
  readonly file: string;
  readonly words: SheetWords;
}

/** Twice the dots: sharp on a good screen and on paper. */
const DOTS = 2;

/**
 * Makes the drawing into a file and hands it to the browser to keep.
 *
 * @returns the name under which it was handed over
 * @throws where the browser could not make it
 */
export async function downloadDrawing(drawing: HTMLElement, { kind, file, words }: Picture): Promise<string> {
  const sheet = composeSheet(drawing, words);
  const blob = kind === "svg" ? new Blob([sheet.svg], { type: "image/svg+xml" }) : await asDots(sheet);
  const name = fileName(file, words.madeOn, kind);
  handOver(blob, name);
  return name;
}

/** "open-chair-timeline-harbor-2026-11-26.svg": letters and numbers of any script, nothing that a file system refuses. */
export function fileName(file: string, day: Day, kind: PictureKind): string {
  const clean = file
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, 80)
    .replace(/^-|-$/g, "");
  return `open-chair-${clean === "" ? "chart" : clean}-${day}.${kind}`;
}

async function asDots(sheet: Sheet): Promise<Blob> {
  const image = new Image();
  // A data: address: the page's policy allows no other picture that is not a file of ours.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await withFaces(sheet.svg))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = sheet.width * DOTS;
  canvas.height = sheet.height * DOTS;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("nothing to paint on");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("the picture could not be written");
  return blob;
}

/** Long enough for the slowest browser to have taken the file. */
const KEPT_MS = 60_000;

function handOver(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
