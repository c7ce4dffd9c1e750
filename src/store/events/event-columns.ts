/** A table of the event store: what its Parquet files hold. */
export interface EventTable {
  readonly name: "events" | "mentions";
  /** What the publisher says, in order, with DuckDB's types. `month_number` is year * 12 + month - 1. */
  readonly columns: Readonly<Record<string, string>>;
  /** Columns by which the rows of a file are ordered: what is asked for most lies together, and the rest is not read. */
  readonly order: readonly string[];
  /** Columns that name a row within its publisher. */
  readonly id: readonly string[];
  /**
   * Columns that make up what a row says: a re-emission has the same in all of them, a correction has not. The day on which
   * a publisher added an event says nothing of the event.
   */
  readonly said: readonly string[];
  /** Whether a row that says something else of the same id takes the place of the earlier one; else the first one stands. */
  readonly supersedes: boolean;
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

export const eventTables = {
  events: {
    name: "events",
    columns: events,
    order: ["source", "target"],
    id: ["event_id"],
    said: Object.keys(events).filter((name) => name !== "month_number" && name !== "date_added"),
    supersedes: true,
  },
  mentions: {
    name: "mentions",
    columns: mentions,
    order: ["event_id"],
    id: ["event_id", "mentioned_at", "url", "sentence"],
    said: Object.keys(mentions).filter((name) => name !== "month_number"),
    supersedes: false,
  },
} satisfies Record<string, EventTable>;

/**
 * What the store adds to each row: the import that brought it and the day of that import, file (of the import's files) and
 * line, both from 1, and `row_hash`.
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
 * SQL of 63 bits of DuckDB's own hash of what a row says. It only helps to name a row that was altered: what proves that a
 * file is as it was written is its SHA-256. (A hash that is made to last costs more than all else that an import does.)
 */
export function rowHashSql({said}: EventTable): string {
  return `CAST(hash(${said.map((name) => `"${name}"`).join(", ")}) >> 1 AS BIGINT)`;
}
