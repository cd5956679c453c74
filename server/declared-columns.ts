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
import { Prisma } from "#server/generated/prisma/client.ts";

/** Columns of a table's row as `insertRows` takes them. */
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

/** The pairs of these fields for SQLite's `json_object`, read from the table that the statement calls `table`. */
export function jsonPairs(fields: Fields, table: string): Prisma.Sql {
  const pairs = namesOf(fields).map((name) => {
    const column = `${table}."${name}"`;
    // SQLite stores a truth as 1 and 0; in JSON it is a truth.
    const value = fields[name]?.rule.kind === "flag" ? `json(CASE ${column} WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE 'null' END)` : column;
    return `'${name}', ${value}`;
  });
  return Prisma.raw(pairs.join(", "));
}

/** A statement that may hold `jsonPairs`; every other value is bound. `tx.$queryRaw` takes it as it is. */
export function statementOf(text: TemplateStringsArray, ...values: readonly (string | number | null | Prisma.Sql)[]): Prisma.Sql {
  return Prisma.sql(text, ...values);
}
