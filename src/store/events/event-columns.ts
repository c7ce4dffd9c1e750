/** A table of the event store: what its Parquet files hold. */
export interface EventTable {
  readonly name: "events" | "mentions";
  /** What the publisher says, in order, with DuckDB's types. `month_number` is year * 12 + month - 1. */
  readonly columns: Readonly<Record<string, string>>;
  /** Columns that name a row within its publisher. */
  readonly id: readonly string[];
  /**
   * Columns that make up what a row says: their hash tells a re-emission from a correction. The day on which a publisher
   * added an event says nothing of the event.
   */
  readonly said: readonly string[];
}

const events = {
  event_id: "VARCHAR",
  day: "DATE",
  month_number: "INTEGER",
  source: "VARCHAR",
  target: "VARCHAR",
  source_actor: "VARCHAR",
  target_actor: "VARCHAR",
  scheme: "VARCHAR",
  code: "VARCHAR",
  type: "VARCHAR",
  quad: "TINYINT",
  goldstein: "DOUBLE",
  mentions: "INTEGER",
  articles: "INTEGER",
  sources_count: "INTEGER",
  tone: "DOUBLE",
  fatalities: "INTEGER",
  place: "VARCHAR",
  lat: "DOUBLE",
  lon: "DOUBLE",
  url: "VARCHAR",
  date_added: "DATE",
} as const;

const mentions = {
  event_id: "VARCHAR",
  day: "DATE",
  month_number: "INTEGER",
  mentioned_at: "TIMESTAMP",
  medium: "TINYINT",
  source_name: "VARCHAR",
  url: "VARCHAR",
  sentence: "INTEGER",
  confidence: "TINYINT",
  tone: "DOUBLE",
} as const;

export type EventColumn = keyof typeof events;
export type MentionColumn = keyof typeof mentions;

export const eventTables = {
  events: {
    name: "events",
    columns: events,
    id: ["event_id"],
    said: Object.keys(events).filter((name) => name !== "month_number" && name !== "date_added"),
  },
  mentions: {
    name: "mentions",
    columns: mentions,
    id: ["event_id", "row_hash"],
    said: Object.keys(mentions).filter((name) => name !== "month_number"),
  },
} satisfies Record<string, EventTable>;

/**
 * What the store adds to each row: the import that brought it and the day of that import, file (of the import's files) and
 * line, both from 1, and the beginning of the hash of what the row says.
 */
export const keptColumns = {
  recorded_on: "DATE",
  import_entry: "INTEGER",
  file: "INTEGER",
  line: "INTEGER",
  row_hash: "BIGINT",
} as const;

/** The columns of a table's files, in order. Publisher, year and month are in the path (`dataset=`, `year=`, `month=`). */
export function fileColumns(table: EventTable): readonly string[] {
  return [...Object.keys(table.columns), ...Object.keys(keptColumns)];
}

/**
 * SQL of the beginning (63 bits) of the MD5 of what a row says. Numbers go in to the sixth decimal, which is finer than any
 * publisher measures and quicker than all digits; text goes in with a mark after it that no text of ours holds.
 */
export function rowHashSql({columns, said}: EventTable): string {
  const values = said.map((name) => {
    const type = columns[name];
    const value =
      type === "DOUBLE" ? `CAST(round("${name}" * 1e6) AS BIGINT)` : `CAST("${name}" AS VARCHAR)`;
    return `coalesce(CAST(${value} AS VARCHAR), '')`;
  });
  return `CAST(md5_number_lower(concat_ws(chr(31), ${values.join(", ")})) >> 1 AS BIGINT)`;
}
