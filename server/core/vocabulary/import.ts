/** What can be chosen on the way of an import, and how much can come at once. Here and not in the contract, so that a screen can use it. */
import { PRESENCES } from "./occasion.ts";

/** A year of a spreadsheet is well under 1 MB; base64 of this fits the body limit of the API. */
export const FILE_LIMIT_BYTES = 8 * 1024 * 1024;
/** Thirty years of a full week. */
export const ROW_LIMIT = 10_000;
export const COLUMN_LIMIT = 100;

/** What the lines of a sheet are: therapy hours, or ratings taken some other way that count as no session. */
export const IMPORT_KINDS = ["sessions", "measurements"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export const DATE_ORDERS = ["day-first", "month-first"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

export const DECIMAL_MARKS = [".", ","] as const;
export type DecimalMark = (typeof DECIMAL_MARKS)[number];

/** What the sheet says where the observing partner was; a cancelled hour is often noted in the same column. */
export const CAME = [...PRESENCES, "cancelled", "no-show"] as const;
export type Came = (typeof CAME)[number];
