import type { TimelineView } from "#core/contracts/timeline.ts";
import { HOUR_FIELDS, OBSERVATION_FIELDS, SHIFT_FIELDS } from "#core/fields/session-fields.ts";
import type { CaseScope } from "#server/access/scope.ts";
import type { Reader } from "#server/database/database.ts";
import { jsonParts } from "#server/database/declared-columns.ts";
import type { Dialect } from "#server/database/dialect.ts";
import { column, raw, type Sql, sql } from "#server/database/sql.ts";
import { readThemes, readTracks } from "#server/features/practice/tracks-and-themes.ts";

type Occasions = TimelineView["occasions"];

/**
 * A case's whole timeline in one read. The database builds the JSON: a row object for each of 5,000 ratings costs four times
 * as much on its way through the client library as the text does. Scores of measures have a read of their own
 * (features/measures) and no place on this axis.
 */
export async function readTimeline(reader: Reader, scope: CaseScope, today: string): Promise<TimelineView> {
  const { practiceId, caseId } = scope;
  const { jsonObject, jsonRows } = reader.dialect;
  const ofCase = (table: "o" | "e" | "p" | "f" | "m") =>
    sql`${column("practiceId", table)} = ${practiceId} AND ${column("caseId", table)} = ${caseId}`;
  const notAScore = sql`(o."kind" <> 'measurement' OR NOT EXISTS (SELECT 1 FROM "measure_score" m WHERE m."practiceId" = o."practiceId" AND m."occasionId" = o."id"))`;
  const current = jsonRows({
    entry: occasionJson(reader.dialect),
    from: sql`"occasion" o LEFT JOIN "observation" b ON b."practiceId" = o."practiceId" AND b."occasionId" = o."id"
      WHERE ${ofCase("o")} AND o."standing" = 'current' AND ${notAScore}`,
    orderBy: sql`o."day", o."sequence"`,
  });
  const setAside = jsonRows({
    entry: jsonObject({ id: sql`o."rootId"`, kind: sql`o."kind"`, day: sql`o."day"`, standing: sql`o."standing"`, reason: sql`o."standingReason"` }),
    from: sql`"occasion" o WHERE ${ofCase("o")} AND o."standing" IN ('voided', 'moved') AND ${notAScore}`,
    orderBy: sql`o."day" DESC, o."sequence" DESC`,
  });
  const events = jsonRows({
    entry: jsonObject({ id: sql`e."id"`, kind: sql`e."kind"`, day: sql`e."day"`, outcome: sql`e."outcome"`, reason: sql`e."reason"` }),
    from: sql`"case_event" e WHERE ${ofCase("e")}`,
    orderBy: sql`e."day", e."createdAt"`,
  });
  const roles = jsonRows({
    entry: jsonObject({ id: sql`p."id"`, seat: sql`s."seat"`, role: sql`p."role"`, fromDay: sql`p."fromDay"`, toDay: sql`p."toDay"` }),
    from: sql`"role_period" p JOIN "partner" s ON s."practiceId" = p."practiceId" AND s."id" = p."partnerId" WHERE ${ofCase("p")}`,
    orderBy: sql`p."fromDay"`,
  });
  const focus = jsonRows({
    entry: jsonObject({ track: sql`f."track"`, rater: sql`f."rater"`, chosenOn: sql`f."chosenOn"`, droppedOn: sql`f."droppedOn"` }),
    from: sql`"focus_track" f WHERE ${ofCase("f")}`,
    orderBy: sql`f."id"`,
  });
  const markedDays = jsonRows({
    entry: jsonObject({ id: sql`m."id"`, day: sql`m."day"`, wording: sql`m."wording"`, origin: sql`m."origin"` }),
    from: sql`"marked_day" m WHERE ${ofCase("m")} AND m."removedAt" IS NULL`,
    orderBy: sql`m."day", m."id"`,
  });
  const [timeline] = await reader.query<{
    occasions: string;
    setAside: string;
    events: string;
    roles: string;
    focus: string;
    markedDays: string;
  }>(sql`
    SELECT ${current} AS "occasions", ${setAside} AS "setAside", ${events} AS "events", ${roles} AS "roles", ${focus} AS "focus", ${markedDays} AS "markedDays"`);
  if (!timeline) throw new Error("a case without a timeline");
  const occasions = JSON.parse(timeline.occasions) as Occasions;
  const ratedHere = new Set(occasions.flatMap((occasion) => occasion.ratings.map((rating) => rating.track)));
  return {
    caseId,
    today,
    occasions,
    setAside: JSON.parse(timeline.setAside) as TimelineView["setAside"],
    tracks: await readTracks(reader, scope, { caseId, ratedHere }),
    themes: await readThemes(reader, scope),
    events: JSON.parse(timeline.events) as TimelineView["events"],
    roles: JSON.parse(timeline.roles) as TimelineView["roles"],
    focus: JSON.parse(timeline.focus) as TimelineView["focus"],
    markedDays: JSON.parse(timeline.markedDays) as TimelineView["markedDays"],
  };
}

/** Occasion `o` with its observation `b` as JSON, in the shape of OccasionSummary. */
function occasionJson(dialect: Dialect): Sql {
  const { jsonBoolean, jsonObject, jsonRows, nested } = dialect;
  const hanging = (table: string) => sql`${raw(`"${table}"`)} h WHERE h."practiceId" = o."practiceId" AND h."occasionId" = o."id"`;
  const list = (entry: Sql, table: string) => nested(jsonRows({ entry, from: hanging(table) }));
  const firstImport = sql`(SELECT f."importBatchId" FROM "occasion" f WHERE f."practiceId" = o."practiceId" AND f."rootId" = o."rootId" AND f."version" = 1)`;
  const observation = jsonObject({
    ...jsonParts(dialect, { fields: OBSERVATION_FIELDS, table: "b" }),
    stances: list(sql`h."stance"`, "observation_stance"),
  });
  return jsonObject({
    ...{
      id: sql`o."rootId"`,
      version: sql`o."version"`,
      kind: sql`o."kind"`,
      standing: sql`o."standing"`,
      day: sql`o."day"`,
      sequence: sql`o."sequence"`,
    },
    ...jsonParts(dialect, { fields: HOUR_FIELDS, table: "o" }),
    imported: jsonBoolean(sql`COALESCE(o."importBatchId", CASE WHEN o."version" > 1 THEN ${firstImport} END) IS NOT NULL`),
    observation: sql`CASE WHEN b."occasionId" IS NULL THEN NULL ELSE ${observation} END`,
    ratings: list(jsonObject({ track: sql`h."track"`, value: sql`h."value"`, rater: sql`h."rater"` }), "rating"),
    themes: list(sql`h."theme"`, "session_theme"),
    shifts: list(jsonObject(jsonParts(dialect, { fields: SHIFT_FIELDS, table: "h" })), "shift"),
    measure: sql`NULL`,
  });
}
