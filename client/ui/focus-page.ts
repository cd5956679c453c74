/** How long a page may take to bring its heading before the focus is left where it is. */
const WAIT_MS = 10_000;

let stopWaiting: (() => void) | undefined;

/**
 * To the new page's heading, as soon as it is there: a screen may still be reading what it shows. Unless the focus already
 * is somewhere in the page (a tab just chosen, a field or dialog that asked for it), or moves there meanwhile.
 */
export function focusPage(): void {
  stopWaiting?.();
  if (arrive({ isFirst: true })) return;
  const observer = new MutationObserver(() => {
    if (arrive({ isFirst: false })) stopWaiting?.();
  });
  const timer = setTimeout(() => stopWaiting?.(), WAIT_MS);
  stopWaiting = () => {
    observer.disconnect();
    clearTimeout(timer);
  };
  observer.observe(document.body, { childList: true, subtree: true });
}

/** @returns true once nothing is left to wait for */
function arrive({ isFirst }: { isFirst: boolean }): boolean {
  const main = document.getElementById("main");
  const focused = document.activeElement;
  if (!isFirst && focused !== document.body && focused !== main && focused !== null) return true;
  if (!main) return false;
  if (focused !== main && main.contains(focused)) return true;
  const heading = main.querySelector<HTMLElement>("[data-page-title]");
  (heading ?? main).focus({ preventScroll: true });
  if (isFirst) window.scrollTo(0, 0);
  return heading !== null;
}

/** Where the control that had the focus is gone or was disabled: to the page's heading rather than to nowhere. */
export function focusPageIfLost(): void {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) document.querySelector<HTMLElement>("#main [data-page-title]")?.focus({ preventScroll: true });
}
