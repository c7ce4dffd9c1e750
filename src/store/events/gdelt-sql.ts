import {
  type EventCodeTables,
  stateSql,
  typeSql,
  unknownStateSql,
  unknownTypeSql,
} from "./bulk-sql.ts";

/** Columns of GDELT's events that the store keeps something of. */
export const gdeltEventColumns = [
  ...["GLOBALEVENTID", "SQLDATE", "Actor1Name", "Actor1CountryCode"],
  ...["Actor2Name", "Actor2CountryCode", "EventCode", "QuadClass", "GoldsteinScale"],
  ...["NumMentions", "NumSources", "NumArticles", "AvgTone"],
  ...["ActionGeo_FullName", "ActionGeo_Lat", "ActionGeo_Long", "DATEADDED", "SOURCEURL"],
] as const;

export const gdeltMentionColumns = [
  ...["GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType"],
  ...["MentionSourceName", "MentionIdentifier", "SentenceID", "Confidence", "MentionDocTone"],
] as const;

/** A test of a row: where it holds, the row is a reject for what `why` says of that column. */
interface Fault {
  readonly column: string;
  readonly holds: string;
  readonly why: string;
}

const faultsSql = (faults: readonly Fault[], what: "column" | "why") =>
  `CASE ${faults
    .map(
      (fault) => `WHEN ${fault.holds} THEN ${what === "column" ? `'${fault.column}'` : fault.why}`,
    )
    .join(" ")} END`;

const shown = (column: string) => `'"' || left(coalesce("${column}", ''), 80) || '"'`;

const notNumber = (column: string, type: string): Fault => ({
  column,
  holds: `"${column}" IS NOT NULL AND TRY_CAST("${column}" AS ${type}) IS NULL`,
  why: `${shown(column)} || ' is no ${type === "DOUBLE" ? "number" : "whole number"}'`,
});

const notEventId: Fault = {
  column: "GLOBALEVENTID",
  holds: `NOT coalesce(regexp_full_match("GLOBALEVENTID", '[0-9]{1,18}'), false)`,
  why: `${shown("GLOBALEVENTID")} || ' is no number of an event'`,
};

/** The years in which a day of an event may lie; outside them it is a broken cell, as "00000101". */
const dayIsOdd = (day: string) => `"${day}" IS NULL OR year("${day}") NOT BETWEEN 1800 AND 2100`;

const notDay = (column: string, day: string): Fault => ({
  column,
  holds: dayIsOdd(day),
  why: `${shown(column)} || ' is no day'`,
});

const raw = (columns: readonly string[]) =>
  `left(concat_ws(chr(9), ${columns.map((name) => `coalesce("${name}", '')`).join(", ")}), 500)`;

/** Selects what the store keeps of GDELT's events from a relation that has `gdeltEventColumns`, and the place of each row. */
export function gdeltEventsSql(from: string, codes: EventCodeTables): string {
  const unknownState = (column: string, state: string): Fault => ({
    column,
    holds: unknownStateSql(`"${column}"`, `"${state}"`, codes),
    why: `'no state ' || ${shown(column)} || ' (cameo) on ' || CAST("day" AS VARCHAR)`,
  });
  const faults: readonly Fault[] = [
    notEventId,
    notDay("SQLDATE", "day"),
    unknownState("Actor1CountryCode", "source"),
    unknownState("Actor2CountryCode", "target"),
    {
      column: "EventCode",
      holds: unknownTypeSql('"EventCode"'),
      why: `'no CAMEO code ' || ${shown("EventCode")}`,
    },
    {
      column: "QuadClass",
      holds: `coalesce("QuadClass" NOT IN ('1', '2', '3', '4'), true)`,
      why: `${shown("QuadClass")} || ' is no quad class (1 to 4)'`,
    },
    ...["NumMentions", "NumSources", "NumArticles"].map((name) => notNumber(name, "INTEGER")),
    ...["GoldsteinScale", "AvgTone", "ActionGeo_Lat", "ActionGeo_Long"].map((name) =>
      notNumber(name, "DOUBLE"),
    ),
  ];
  return `SELECT "GLOBALEVENTID" AS event_id, "day", source, target, "Actor1Name" AS source_actor,
      "Actor2Name" AS target_actor, 'cameo' AS scheme, "EventCode" AS code, ${typeSql('"EventCode"', codes)} AS type,
      TRY_CAST("QuadClass" AS TINYINT) AS quad, TRY_CAST("GoldsteinScale" AS DOUBLE) AS goldstein,
      TRY_CAST("NumMentions" AS INTEGER) AS mentions, TRY_CAST("NumArticles" AS INTEGER) AS articles,
      TRY_CAST("NumSources" AS INTEGER) AS sources_count, TRY_CAST("AvgTone" AS DOUBLE) AS tone,
      CAST(NULL AS INTEGER) AS fatalities, "ActionGeo_FullName" AS place, TRY_CAST("ActionGeo_Lat" AS DOUBLE) AS lat,
      TRY_CAST("ActionGeo_Long" AS DOUBLE) AS lon, "SOURCEURL" AS url,
      CAST(try_strptime(left("DATEADDED", 8), '%Y%m%d') AS DATE) AS date_added, file, first_line, lines_lost,
      ${faultsSql(faults, "column")} AS why_column, ${faultsSql(faults, "why")} AS why,
      CASE WHEN why IS NOT NULL THEN ${raw(gdeltEventColumns)} END AS raw
    FROM (SELECT *, ${stateSql('"Actor1CountryCode"', '"day"', codes)} AS source,
        ${stateSql('"Actor2CountryCode"', '"day"', codes)} AS target
      FROM (SELECT *, CAST(try_strptime("SQLDATE", '%Y%m%d') AS DATE) AS "day" FROM ${from}))`;
}

/** Selects what the store keeps of GDELT's mentions from a relation that has `gdeltMentionColumns`, and the place of each row. */
export function gdeltMentionsSql(from: string): string {
  const faults: readonly Fault[] = [
    notEventId,
    notDay("MentionTimeDate", "day"),
    {
      column: "MentionIdentifier",
      holds: '"MentionIdentifier" IS NULL',
      why: "'no address of the mention'",
    },
    {
      column: "SentenceID",
      holds: '"SentenceID" IS NULL',
      why: "'no number of a sentence'",
    },
    ...["MentionType", "Confidence"].map((name) => notNumber(name, "TINYINT")),
    notNumber("SentenceID", "INTEGER"),
    notNumber("MentionDocTone", "DOUBLE"),
  ];
  return `SELECT "GLOBALEVENTID" AS event_id, "day", mentioned_at, TRY_CAST("MentionType" AS TINYINT) AS medium,
      "MentionSourceName" AS source_name, "MentionIdentifier" AS url, TRY_CAST("SentenceID" AS INTEGER) AS sentence,
      TRY_CAST("Confidence" AS TINYINT) AS confidence, TRY_CAST("MentionDocTone" AS DOUBLE) AS tone, file, first_line, lines_lost,
      ${faultsSql(faults, "column")} AS why_column, ${faultsSql(faults, "why")} AS why,
      CASE WHEN why IS NOT NULL THEN ${raw(gdeltMentionColumns)} END AS raw
    FROM (SELECT *, CAST(mentioned_at AS DATE) AS "day"
      FROM (SELECT *, try_strptime("MentionTimeDate", '%Y%m%d%H%M%S') AS mentioned_at FROM ${from}))`;
}
