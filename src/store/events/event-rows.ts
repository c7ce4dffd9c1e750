import type {EventPublisher} from "../../sources/index.ts";
import type {Day, StateCode} from "../../world/index.ts";
import type {Database} from "../database.ts";
import type {RowsFound} from "../read-rows.ts";
import {askedWrongly} from "../store-error.ts";
import {eventTables, fileColumns} from "./event-columns.ts";
import {standingRows} from "./standing-rows.ts";

/** The rows behind a count of events. */
export interface EventRowsQuestion {
  readonly asOf: Day;
  readonly publisher?: EventPublisher;
  readonly source?: StateCode;
  readonly target?: StateCode;
  readonly quad?: 1 | 2 | 3 | 4;
  /** Days of the events, both included. */
  readonly from?: Day;
  readonly to?: Day;
  /** At most 10,000 rows at once. */
  readonly limit: number;
  readonly offset: number;
}

const mostRows = 10_000;

/** Days as text, and hashes, which no reader needs, left out. */
const shownColumns = fileColumns(eventTables.events).filter((name) => name !== "row_hash");

/** Raw rows as they stood on a day, by day and number. @throws StoreError for a page that is none. */
export async function eventRows(
  database: Database,
  question: EventRowsQuestion,
): Promise<RowsFound> {
  const {asOf, publisher, source, target, quad, from, to, limit, offset} = question;
  if (![limit, offset].every((count) => Number.isSafeInteger(count) && count >= 0))
    throw askedWrongly(`no page of ${limit} rows from ${offset} on`, "Give whole numbers from 0.");
  const columns = ["publisher", ...shownColumns];
  const rows = await standingRows(database, {table: "events", asOf, publisher, from, to});
  if (rows === null) return {columns, rows: [], total: 0};
  const tests = [
    ...(source === undefined ? [] : ["source = $source"]),
    ...(target === undefined ? [] : ["target = $target"]),
    ...(quad === undefined ? [] : ["quad = $quad"]),
  ];
  const where = tests.length === 0 ? "" : `WHERE ${tests.join(" AND ")}`;
  const values = {
    ...(source === undefined ? {} : {source}),
    ...(target === undefined ? {} : {target}),
    ...(quad === undefined ? {} : {quad}),
  };
  const [[total = 0] = []] = await database.rows(
    `SELECT CAST(count(*) AS DOUBLE) FROM ${rows} ${where}`,
    values,
  );
  const list = shownColumns.map((name) =>
    ["day", "date_added", "recorded_on"].includes(name)
      ? `CAST("${name}" AS VARCHAR) AS "${name}"`
      : `"${name}"`,
  );
  const found = await database.rows(
    `SELECT dataset AS publisher, ${list.join(", ")} FROM ${rows} ${where}
      ORDER BY "day", dataset, event_id LIMIT ${Math.min(limit, mostRows)} OFFSET ${offset}`,
    values,
  );
  return {columns, rows: found, total: Number(total)};
}
