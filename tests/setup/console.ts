import { afterEach, beforeEach, expect, vi } from "vitest";

/** An unexpected console.error or console.warn is a defect that nobody asserted; a test that expects one spies on it itself. */
beforeEach(() => {
  vi.spyOn(console, "error");
  vi.spyOn(console, "warn");
});

afterEach(() => {
  for (const name of ["error", "warn"] as const) {
    const spy = vi.mocked(console[name]);
    if (!vi.isMockFunction(spy)) continue;
    const calls = spy.mock.calls.map((call) => call.map(String).join(" "));
    spy.mockRestore();
    expect(calls, `console.${name} was called`).toEqual([]);
  }
});
