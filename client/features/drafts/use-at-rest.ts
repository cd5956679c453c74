import { useEffect, useState } from "react";
import type { DraftText } from "./draft-saver.ts";

const REST_MS = 1_000;

/** True once nobody has typed for a moment while `waiting`: the form is not taken from under the hands. Stays true until it is over. */
export function useAtRest(waiting: boolean, { body, privateNote }: DraftText): boolean {
  const [rested, setRested] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the text begins the moment anew.
  useEffect(() => {
    if (!waiting) {
      setRested(false);
      return;
    }
    const timer = setTimeout(() => setRested(true), REST_MS);
    return () => clearTimeout(timer);
  }, [waiting, body, privateNote]);
  return waiting && rested;
}
