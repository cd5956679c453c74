import type { Page, Request } from "playwright-core";
import { expect } from "vitest";

const QUIET_MS = 150;

/** Watches the page from here on. The answer waits until it has read what it shows: no request for 150 ms, and no bars in place of what is coming. */
export function settling(page: Page): () => Promise<void> {
  const underWay = new Set<Request>();
  let lastChange = performance.now();
  page.on("request", (request) => {
    underWay.add(request);
    lastChange = performance.now();
  });
  const ended = (request: Request) => {
    underWay.delete(request);
    lastChange = performance.now();
  };
  page.on("requestfinished", ended);
  page.on("requestfailed", ended);
  const bars = page.getByRole("status").filter({ hasText: /^(Reading|Drawing|Opening) / });
  return async () => {
    await expect.poll(() => underWay.size === 0 && performance.now() - lastChange > QUIET_MS, { interval: 50, timeout: 30_000 }).toBe(true);
    await expect.poll(() => bars.count(), { timeout: 30_000 }).toBe(0);
  };
}
