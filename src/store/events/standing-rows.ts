import {join} from "node:path";
import type {EventPublisher} from "../../sources/index.ts";
import {type Day, isDay} from "../../world/index.ts";
import type {Database} from "../database.ts";
import {sqlFiles} from "../sql-text.ts";
import {askedWrongly} from "../store-error.ts";
import type {EventTable} from "./event-columns.ts";
import {eventFolder} from "./event-folder.ts";
import {hasEventTables} from "./event-manifest.ts";

/** Which rows are asked for: files that cannot hold one are not opened. */
export interface RowsWanted {
  readonly table: EventTable["name"];
  readonly asOf: Day;
  readonly publisher?: EventPublisher | undefined;
  /** Days of the events, both included. */
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

/** Statements of this file, by what they are for: bound against the real schema in the tests. */
export const standingStatements = {
  files: `SELECT file FROM event_file WHERE event_table = $table AND recorded_on <= CAST($asOf AS DATE)
    AND ($publisher = '' OR publisher = $publisher) AND last_day >= CAST($from AS DATE) AND first_day <= CAST($to AS DATE)
    ORDER BY import_entry, file`,
  anySuperseded: "SELECT 1 FROM event_superseded WHERE recorded_on <= CAST($asOf AS DATE) LIMIT 1",
} as const;

/**
 * SQL of the rows of the event files as they stood on a day, with `dataset` for their publisher. A file is of one import, and
 * so of one day: the files of later days are left out.
 * `null` where there are none.
 * @throws StoreError for a day that is none.
 */
export async function standingRows(database: Database, wanted: RowsWanted): Promise<string | null> {
  if (!(await hasEventTables(database))) return null;
  const {table, asOf, publisher, from, to} = wanted;
  for (const one of [asOf, from, to])
    if (one !== undefined && !isDay(one))
      throw askedWrongly(`"${one}" is no day`, "Write it as YYYY-MM-DD.");
  const files = await database.rows(standingStatements.files, {
    table,
    asOf,
    publisher: publisher ?? "",
    from: from ?? "0001-01-01",
    to: to ?? "9999-12-31",
  });
  if (files.length === 0) return null;
  const paths = files.map(([file]) => join(eventFolder(database.path), String(file)));
  const days = [
    ...(from === undefined ? [] : [`"day" >= DATE '${from}'`]),
    ...(to === undefined ? [] : [`"day" <= DATE '${to}'`]),
  ];
  const rows = `SELECT * FROM read_parquet(${sqlFiles(paths)}, hive_partitioning=true, hive_types={'dataset': VARCHAR})`;
  const isCorrected =
    table === "events" &&
    (await database.rows(standingStatements.anySuperseded, {asOf})).length > 0;
  const tests = [...days, ...(isCorrected ? [stillStands(asOf)] : [])];
  return `(${rows} e ${tests.length === 0 ? "" : `WHERE ${tests.join(" AND ")}`})`;
}

const stillStands = (asOf: Day) =>
  `NOT EXISTS (SELECT 1 FROM event_superseded gone WHERE gone.publisher = e.dataset
    AND gone.event_id = e.event_id AND gone.import_entry = e.import_entry AND gone.recorded_on <= DATE '${asOf}')`;
