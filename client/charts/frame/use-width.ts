import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { useOnPaper } from "#client/charts/export/use-on-paper.ts";
import { USUAL_WIDTH } from "./frame.ts";

/** Px between the margins of A4 and of Letter, upright (180 mm): nothing can be measured on paper. */
const PAPER_WIDTH = 680;

interface Width<E extends HTMLElement> {
  readonly ref: RefObject<E | null>;
  readonly width: number;
  /** False until the page was asked, which is before anything is painted: what is costly to draw is drawn from then on. */
  readonly isMeasured: boolean;
}

/** The width that an element has been given, kept up to date. One measurement for all panels keeps them on one axis. */
export function useWidth<E extends HTMLElement>(): Width<E> {
  const ref = useRef<E>(null);
  const [width, setWidth] = useState(USUAL_WIDTH);
  const [isMeasured, setMeasured] = useState(false);
  const onPaper = useOnPaper();
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => element.clientWidth > 0 && setWidth(element.clientWidth);
    measure();
    setMeasured(true);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width: onPaper ? PAPER_WIDTH : width, isMeasured };
}
