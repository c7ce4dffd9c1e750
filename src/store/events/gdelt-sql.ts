import {
  type EventCodeTables,
  stateCodeSql,
  stateSql,
  typeCodeSql,
  typeSql,
  unknownStateSql,
} from "./bulk-sql.ts";

/** Columns of GDELT's events that the store keeps something of. */
const gdeltEventColumns = [
  ...["GLOBALEVENTID", "SQLDATE", "Actor1Name", "Actor1CountryCode"],
  ...["Actor2Name", "Actor2CountryCode", "EventCode", "QuadClass", "GoldsteinScale"],
  ...["NumMentions", "NumSources", "NumArticles", "AvgTone"],
  ...["ActionGeo_FullName", "ActionGeo_Lat", "ActionGeo_Long", "DATEADDED", "SOURCEURL"],
] as const;

const gdeltMentionColumns = [
  ...["GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType"],
  ...["MentionSourceName", "MentionIdentifier", "SentenceID", "Confidence", "MentionDocTone"],
] as const;

/** Selects from a relation that has a table's columns of GDELT and the place of each row, `file` and `line`. */
export interface GdeltSelects {
  readonly columns: readonly string[];
  /** The column whose first six digits are the year and month of a row. */
  readonly dayColumn: string;
  /** The publisher's columns of the event store, the place, and `is_fit`: whether the row may be kept. */
  readonly rows: (from: string) => string;
  /** Of rows that are not fit: their line, the column that is at fault, why, and the row as it came. */
  readonly unfit: (from: string) => string;
}

/** A test of a row: where it holds, the row is a reject for what `why` says of that column. */
interface Fault {
  readonly column: string;
  readonly holds: string;
  readonly why: string;
}

const faultSql = (faults: readonly Fault[], what: "column" | "why") =>
  `CASE ${faults
    .map(
      (fault) => `WHEN ${fault.holds} THEN ${what === "column" ? `'${fault.column}'` : fault.why}`,
    )
    .join(" ")} END`;

const shown = (column: string) => `'"' || left(coalesce("${column}", ''), 80) || '"'`;

/** A cell that the column made of it has nothing of. */
const notNumber = (column: string, made: string, what: "number" | "whole number"): Fault => ({
  column,
  holds: `("${column}" IS NOT NULL AND ${made} IS NULL)`,
  why: `${shown(column)} || ' is no ${what}'`,
});

const notEventId: Fault = {
  column: "GLOBALEVENTID",
  holds: `(NOT coalesce(regexp_full_match("GLOBALEVENTID", '[0-9]{1,18}'), false))`,
  why: `${shown("GLOBALEVENTID")} || ' is no number of an event'`,
};

/** The years in which a day of an event may lie; outside them it is a broken cell, as "00000101". */
const notDay = (column: string): Fault => ({
  column,
  holds: `("day" IS NULL OR year("day") NOT BETWEEN 1800 AND 2100)`,
  why: `${shown(column)} || ' is no day'`,
});

const raw = (columns: readonly string[]) =>
  `left(concat_ws(chr(9), ${columns.map((name) => `coalesce("${name}", '')`).join(", ")}), 500)`;

/** What is made of each cell is worked out once, in `read`; the tests and the rows then look at that. */
function selects(
  columns: readonly string[],
  dayColumn: string,
  made: Readonly<Record<string, string>>,
  read: (from: string) => string,
  faults: readonly Fault[],
): GdeltSelects {
  const list = Object.entries(made).map(([name, sql]) =>
    sql === name ? `"${name}"` : `${sql} AS "${name}"`,
  );
  const isUnfit = faults.map(({holds}) => holds).join(" OR ");
  return {
    columns,
    dayColumn,
    rows: (from) =>
      `SELECT ${list.join(", ")}, file, line, NOT (${isUnfit}) AS is_fit FROM (${read(from)})`,
    unfit: (from) =>
      `SELECT line, ${faultSql(faults, "column")}, ${faultSql(faults, "why")}, ${raw(columns)}
        FROM (${read(from)}) WHERE ${isUnfit} ORDER BY line`,
  };
}

/** Of GDELT's events. */
export function gdeltEvents(codes: EventCodeTables): GdeltSelects {
  const unknownState = (column: string, side: "source" | "target"): Fault => ({
    column,
    holds: unknownStateSql(`"${column}"`, `${side}_code`, side, codes),
    why: `'no state ' || ${shown(column)} || ' (cameo) on ' || CAST("day" AS VARCHAR)`,
  });
  const whole = {NumMentions: "mentions", NumSources: "sources_count", NumArticles: "articles"};
  const decimal = {
    GoldsteinScale: "goldstein",
    AvgTone: "tone",
    ActionGeo_Lat: "lat",
    ActionGeo_Long: "lon",
  };
  const faults: readonly Fault[] = [
    notEventId,
    notDay("SQLDATE"),
    unknownState("Actor1CountryCode", "source"),
    unknownState("Actor2CountryCode", "target"),
    {
      column: "EventCode",
      holds: "(type_code IS NULL)",
      why: `'no CAMEO code ' || ${shown("EventCode")}`,
    },
    {
      column: "QuadClass",
      holds: `(NOT coalesce("QuadClass" IN ('1', '2', '3', '4'), false))`,
      why: `${shown("QuadClass")} || ' is no quad class (1 to 4)'`,
    },
    ...Object.entries(whole).map(([column, name]) => notNumber(column, name, "whole number")),
    ...Object.entries(decimal).map(([column, name]) => notNumber(column, name, "number")),
  ];
  const cast = (of: Readonly<Record<string, string>>, type: string) =>
    Object.entries(of).map(([column, name]) => `TRY_CAST("${column}" AS ${type}) AS ${name}`);
  const cells = [
    `CAST(try_strptime("SQLDATE", '%Y%m%d') AS DATE) AS "day"`,
    `${stateCodeSql('"Actor1CountryCode"')} AS source_code`,
    `${stateCodeSql('"Actor2CountryCode"')} AS target_code`,
    `${typeCodeSql('"EventCode"')} AS type_code`,
    ...cast(whole, "INTEGER"),
    ...cast(decimal, "DOUBLE"),
  ];
  return selects(
    gdeltEventColumns,
    "SQLDATE",
    {
      event_id: '"GLOBALEVENTID"',
      day: "day",
      source: "source",
      target: "target",
      source_actor: '"Actor1Name"',
      target_actor: '"Actor2Name"',
      scheme: "'cameo'",
      code: '"EventCode"',
      type: typeSql("type_code", codes),
      quad: 'TRY_CAST("QuadClass" AS TINYINT)',
      goldstein: "goldstein",
      mentions: "mentions",
      articles: "articles",
      sources_count: "sources_count",
      tone: "tone",
      fatalities: "CAST(NULL AS INTEGER)",
      place: '"ActionGeo_FullName"',
      lat: "lat",
      lon: "lon",
      url: '"SOURCEURL"',
      date_added: `CAST(try_strptime("DATEADDED", ['%Y%m%d%H%M%S', '%Y%m%d']) AS DATE)`,
    },
    (from) =>
      `SELECT *, ${stateSql('"Actor1CountryCode"', "source_code", codes)} AS source,
          ${stateSql('"Actor2CountryCode"', "target_code", codes)} AS target
        FROM (SELECT *, ${cells.join(", ")} FROM (${from}))`,
    faults,
  );
}

/** Of GDELT's mentions. */
export function gdeltMentions(): GdeltSelects {
  // DuckDB tells no "Confidence" from a "confidence".
  const small = {MentionType: "medium", Confidence: "sureness"};
  const faults: readonly Fault[] = [
    notEventId,
    notDay("MentionTimeDate"),
    {
      column: "MentionIdentifier",
      holds: '("MentionIdentifier" IS NULL)',
      why: "'no address of the mention'",
    },
    {
      column: "SentenceID",
      holds: '("SentenceID" IS NULL)',
      why: "'no number of a sentence'",
    },
    ...Object.entries(small).map(([column, name]) => notNumber(column, name, "whole number")),
    notNumber("SentenceID", "sentence", "whole number"),
    notNumber("MentionDocTone", "tone", "number"),
  ];
  return selects(
    gdeltMentionColumns,
    "MentionTimeDate",
    {
      event_id: '"GLOBALEVENTID"',
      day: "day",
      mentioned_at: "mentioned_at",
      medium: "medium",
      source_name: '"MentionSourceName"',
      url: '"MentionIdentifier"',
      sentence: "sentence",
      confidence: "sureness",
      tone: "tone",
    },
    (from) =>
      `SELECT *, CAST(mentioned_at AS DATE) AS "day"
        FROM (SELECT *, try_strptime("MentionTimeDate", '%Y%m%d%H%M%S') AS mentioned_at,
            TRY_CAST("MentionType" AS TINYINT) AS medium, TRY_CAST("Confidence" AS TINYINT) AS sureness,
            TRY_CAST("SentenceID" AS INTEGER) AS sentence, TRY_CAST("MentionDocTone" AS DOUBLE) AS tone
          FROM (${from}))`,
    faults,
  );
}
