/**
 * The log form is walked stop by stop: a stop is a field, or a row of choices that is one Tab stop. A key that answers a row
 * moves on to the next stop, so that a whole hour is logged without reaching for Tab.
 */
export const STOP = { "data-stop": "" } as const;
export const STOPS_WITHIN = { "data-stops": "" } as const;

const TABBABLE = 'input:not([disabled]), textarea:not([disabled]), select:not([disabled]), [tabindex="0"]';

/** Where the focus lands inside a stop: the stop itself, or the one tabbable choice of its row. */
export function tabbableIn(stop: Element): HTMLElement | null {
  if (stop.matches(TABBABLE)) return stop as HTMLElement;
  return stop.querySelector<HTMLElement>(TABBABLE);
}

/** Moves the focus from anywhere inside a stop to the next stop on the page; stays where it is at the end. */
export function advanceFrom(element: Element): void {
  const page = element.closest("[data-stops]");
  if (!page) return;
  const stops = [...page.querySelectorAll("[data-stop]")];
  const here = stops.findIndex((stop) => stop.contains(element));
  for (const stop of stops.slice(here + 1)) {
    const next = tabbableIn(stop);
    if (next) {
      next.focus();
      return;
    }
  }
}
