import type { CaseFlag } from "#core/contracts/caseload.ts";
import type { EngagementStage } from "#core/vocabulary/engagement.ts";
import { isStage } from "#core/vocabulary/engagement.ts";

/** The columns that sort, each with what a heading calls it. */
export const SORT_COLUMNS = ["case", "stage", "grounding", "last", "next"] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];
/** A minus before the column sorts downwards. */
export type Sort = SortColumn | `-${SortColumn}`;

/** `open` = active and paused: what a clinician means by "my caseload". */
export const STATUS_FILTERS = ["open", "active", "paused", "closed", "all"] as const;
export type StatusFilter = (typeof STATUS_FILTERS)[number];

// Written out, because the contract's file brings zod with it, which stays out of the browser.
export const FLAG_WORDS: Record<CaseFlag, string> = {
  draft: "draft note",
  "consent-missing": "consent missing",
  "safety-open": "safety open",
  new: "new",
};
export const FLAGS = Object.keys(FLAG_WORDS) as CaseFlag[];

/** How the caseload is looked at. All of it stands in the address; what is not there is the default. */
export interface CaseloadSearch {
  readonly sort?: Sort;
  readonly status?: Exclude<StatusFilter, "open">;
  readonly stage?: EngagementStage | "not-rated";
  readonly flag?: CaseFlag;
  readonly q?: string;
}

export const DEFAULT_SORT: Sort = "case";

function oneOf<V extends string>(values: readonly V[], given: unknown): V | undefined {
  return values.find((value) => value === given);
}

/** Reads the address; anything it does not know falls back to the default instead of failing. */
export function readCaseloadSearch(raw: Record<string, unknown>): CaseloadSearch {
  const sorts: Sort[] = SORT_COLUMNS.flatMap((column) => [column, `-${column}` as const]);
  const sort = oneOf(sorts, raw.sort);
  const status = oneOf(STATUS_FILTERS, raw.status);
  const stage = raw.stage === "not-rated" ? raw.stage : isStage(raw.stage) ? raw.stage : undefined;
  const flag = oneOf(FLAGS, raw.flag);
  const q = typeof raw.q === "string" || typeof raw.q === "number" ? String(raw.q) : "";
  return {
    ...(sort === undefined || sort === DEFAULT_SORT ? {} : { sort }),
    ...(status === undefined || status === "open" ? {} : { status }),
    ...(stage === undefined ? {} : { stage }),
    ...(flag === undefined ? {} : { flag }),
    ...(q === "" ? {} : { q }),
  };
}
