import { useSyncExternalStore } from "react";

/** Below this a table becomes cards; the same number stands in the style sheets (40em). */
const NARROW = "(max-width: 40em)";

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

/** True on a phone held upright. Known before the first paint, so that nothing is drawn twice. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(NARROW).matches);
}
