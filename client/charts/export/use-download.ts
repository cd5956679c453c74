import { type RefObject, useEffect, useRef, useState } from "react";
import type { LeavingKind, PictureKind } from "#core/vocabulary/chart-export.ts";
import type { SheetWords } from "./export-sheet.ts";

interface Download {
  readonly drawing: RefObject<HTMLElement | null>;
  readonly file: string;
  readonly words: SheetWords;
  readonly onDownload: ((kind: LeavingKind) => Promise<boolean>) | undefined;
}

export interface Outcome {
  readonly kind: "busy" | "done" | "trouble";
  readonly words: string;
}

const NOT_DRAWN = "Not downloaded: the chart is not drawn yet.";
const NOT_NOTED = "Not downloaded: every download is first noted in the record’s trail, and that note could not be written. Try again.";
const NOT_MADE = "Not downloaded: this browser could not make the file.";

/** A chart as a file: first the entry in the trail, then the file, and what became of it in words. */
export function useDownload({ drawing, file, words, onDownload }: Download) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const busy = useRef(false);

  async function attempt(kind: PictureKind): Promise<Outcome> {
    const element = drawing.current;
    if (!element?.querySelector("svg")) return { kind: "trouble", words: NOT_DRAWN };
    // Before the entry: where this part of the program cannot be had, nothing leaves and nothing is to be noted.
    const maker = await import("./download.ts").catch(() => null);
    if (!maker) return { kind: "trouble", words: NOT_MADE };
    const noted = await onDownload?.(kind).catch(() => false);
    if (noted !== true) return { kind: "trouble", words: NOT_NOTED };
    try {
      return { kind: "done", words: `Downloaded as ${await maker.downloadDrawing(element, { kind, file, words })}.` };
    } catch {
      return { kind: "trouble", words: NOT_MADE };
    }
  }

  async function download(kind: PictureKind): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    setOutcome({ kind: "busy", words: "Making the file…" });
    setOutcome(await attempt(kind));
    busy.current = false;
  }

  useEffect(() => {
    // The browser's own menu prints without asking: the entry says that it was done, it cannot keep it from being done.
    const printed = () => void onDownload?.("paper").catch(() => undefined);
    window.addEventListener("beforeprint", printed);
    return () => window.removeEventListener("beforeprint", printed);
  }, [onDownload]);

  return { outcome, download };
}
