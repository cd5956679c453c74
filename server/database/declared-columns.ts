/** The columns of declared fields (core/fields): a declared field that prisma/schema.prisma has no column for does not compile here. */
import { type Fields, namesOf, storedOf } from "#core/fields/field.ts";
import { SCORE_FIELDS, type ScoreRow } from "#core/fields/score-fields.ts";
import {
  HOUR_FIELDS,
  OBSERVATION_FIELDS,
  SHIFT_FIELDS,
  type StoredHour,
  type StoredObservation,
  type StoredShift,
} from "#core/fields/session-fields.ts";
import type { Prisma } from "#server/generated/prisma/client.ts";
import type { Dialect } from "./dialect.ts";
import { column, type Sql } from "./sql.ts";

/** Columns of a table's row as `insert` takes them. */
type Columns<Row, Name extends keyof Row> = Required<Pick<Row, Name>>;

export function hourColumns(hour: StoredHour): Columns<Prisma.OccasionCreateManyInput, keyof typeof HOUR_FIELDS> {
  return storedOf(HOUR_FIELDS, hour);
}

export function observationColumns(seen: StoredObservation): Columns<Prisma.ObservationCreateManyInput, keyof typeof OBSERVATION_FIELDS> {
  return storedOf(OBSERVATION_FIELDS, seen);
}

export function shiftColumns(shift: StoredShift): Columns<Prisma.ShiftCreateManyInput, keyof typeof SHIFT_FIELDS> {
  return storedOf(SHIFT_FIELDS, shift);
}

export function scoreColumns(score: ScoreRow): Columns<Prisma.MeasureScoreCreateManyInput, keyof typeof SCORE_FIELDS> {
  return storedOf(SCORE_FIELDS, score);
}

/** What Prisma is to select of a row: the columns of these fields. */
export function selectOf<Declared extends Fields>(fields: Declared): { [Name in keyof Declared]: true } {
  return Object.fromEntries(namesOf(fields).map((name) => [name, true])) as { [Name in keyof Declared]: true };
}

/** These fields as parts of a JSON object, read from the table that the statement calls `table`. */
export function jsonParts({ jsonBoolean }: Dialect, { fields, table }: { readonly fields: Fields; readonly table: string }): Record<string, Sql> {
  const part = (name: string) => (fields[name]?.rule.kind === "flag" ? jsonBoolean(column(name, table)) : column(name, table));
  return Object.fromEntries(namesOf(fields).map((name) => [name, part(name)]));
}
