import { useMediaQuery } from "@mantine/hooks";

/** True on a phone held upright, where a table becomes cards; the same number stands in the style sheets (40em). */
export function useNarrow(): boolean {
  // Asked before the first paint and not after it, so that nothing is drawn twice.
  return useMediaQuery("(max-width: 40em)", undefined, { getInitialValueInEffect: false });
}
