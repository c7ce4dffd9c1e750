import type {Database} from "../database.ts";
import {filesThere} from "./event-folder.ts";
import {hasEventTables} from "./event-manifest.ts";

/** How big the event store is, and how old. Days are of the events; `recordedOn` is when they were imported. */
export interface EventHealth {
  readonly tables: readonly {
    readonly table: string;
    readonly publisher: string;
    readonly files: number;
    readonly rows: number;
    readonly bytes: number;
    readonly firstDay: string;
    readonly lastDay: string;
    readonly recordedOn: string;
  }[];
  /** Versions of events that gave way to later ones. */
  readonly superseded: number;
  /** Files in the folder that the ledger does not name, and files that it names and that are not there. */
  readonly unnamed: number;
  readonly missing: number;
}

/** Statements of this file, by what they are for: bound against the real schema in the tests. */
export const eventHealthStatements = {
  tables: `SELECT event_table, publisher, CAST(count(*) AS DOUBLE), CAST(sum(row_count) AS DOUBLE),
    CAST(sum(byte_count) AS DOUBLE), CAST(min(first_day) AS VARCHAR), CAST(max(last_day) AS VARCHAR),
    CAST(max(recorded_on) AS VARCHAR) FROM event_file GROUP BY event_table, publisher ORDER BY event_table, publisher`,
  superseded: "SELECT CAST(count(*) AS DOUBLE) FROM event_superseded",
  files: "SELECT file FROM event_file",
} as const;

export async function eventHealth(database: Database): Promise<EventHealth> {
  if (!(await hasEventTables(database)))
    return {tables: [], superseded: 0, unnamed: filesThere(database.path).length, missing: 0};
  const tables = await database.rows(eventHealthStatements.tables);
  const [[superseded = 0] = []] = await database.rows(eventHealthStatements.superseded);
  const named = new Set(
    (await database.rows(eventHealthStatements.files)).map(([file]) => String(file)),
  );
  const there = filesThere(database.path);
  const found = there.filter((file) => named.has(file)).length;
  return {
    tables: tables.map(([table, publisher, files, rows, bytes, firstDay, lastDay, recordedOn]) => ({
      table: String(table),
      publisher: String(publisher),
      files: Number(files),
      rows: Number(rows),
      bytes: Number(bytes),
      firstDay: String(firstDay),
      lastDay: String(lastDay),
      recordedOn: String(recordedOn),
    })),
    superseded: Number(superseded),
    unnamed: there.length - found,
    missing: named.size - found,
  };
}
