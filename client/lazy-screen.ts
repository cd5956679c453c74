import type { ComponentType } from "react";
import { createElement } from "react";

const fetches: (() => Promise<void>)[] = [];

/**
 * A screen whose code is fetched when its link is touched, or in a quiet moment. The router's own helper reloads the page
 * when a fetch fails, which would take unsaved typing with it while the server is away; this one only says so.
 * `on-demand`: heavy or rare ones (drawing comes with the timeline), left out of the quiet moment.
 */
export function lazyScreen<N extends string>(load: () => Promise<Record<N, ComponentType>>, name: N, when: "quiet" | "on-demand" = "quiet") {
  let screen: ComponentType | undefined;
  async function preload(): Promise<void> {
    screen ??= (await load())[name];
  }
  function Screen() {
    // The router awaits `preload` before it shows a route.
    if (!screen) throw new Error(`${name} was shown before it was fetched`);
    return createElement(screen);
  }
  if (when === "quiet") fetches.push(preload);
  return Object.assign(Screen, { preload });
}

/** Fetches the everyday screens once the first one stands, so that a server restarted meanwhile leaves no link without its screen. */
export function fetchScreensWhenQuiet(): void {
  const fetchAll = () => Promise.allSettled(fetches.map((fetchScreen) => fetchScreen()));
  setTimeout(() => void fetchAll(), 2_000);
}
