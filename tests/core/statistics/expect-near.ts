import { expect } from "vitest";

/** Within a tolerance, relative to the size of what is expected where that is above 1. */
export function expectNear(actual: number | null | undefined, expected: number, tolerance = 1e-8): void {
  const off = typeof actual === "number" ? Math.abs(actual - expected) : Number.POSITIVE_INFINITY;
  expect(off, `${actual} should be ${expected}`).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(expected)));
}

/** The figures of what was computed; fails where it was not. */
export function computed<Result extends { readonly status: string }>(result: Result): Extract<Result, { readonly status: "computed" }> {
  expect(result).toMatchObject({ status: "computed" });
  return result as Extract<Result, { readonly status: "computed" }>;
}
