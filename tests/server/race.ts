import type { ApiCaller, TestClinician, TestRecord } from "./harness.ts";

/** A record with a case, and two windows that are about to press the same key. */
export interface Given {
  readonly record: TestRecord;
  readonly me: TestClinician;
  readonly caseId: string;
}
/** What one window does. */
export type Window = (api: ApiCaller) => Promise<unknown>;

/** Two windows at once, and what must hold afterwards. */
export interface Race {
  /** What both windows do at once. */
  readonly name: string;
  /** What keeps them apart: a lock of the interface, or a condition or unique key in the statement itself. */
  readonly by: "lock" | "statement";
  readonly windows: (given: Given) => Promise<readonly Window[]>;
  /** A query, and the one value it must give afterwards. */
  readonly holds: readonly [statement: string, value: number];
}

/** Both windows do the same. */
export const both = (window: Window): Window[] => [window, window];
