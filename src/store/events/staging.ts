import {join} from "node:path";
import type {RejectedRow} from "../../sources/index.ts";
import type {Database} from "../database.ts";
import {sqlText} from "../sql-text.ts";
import type {EventTable} from "./event-columns.ts";

/** Rejects that are kept of one import, with their raw lines; all are counted. */
export const mostRejectsKept = 10_000;

/** What is made ready for one import: rows in Parquet files of a working folder, rejects here. */
export interface Staging {
  readonly table: EventTable;
  /** A database of its own for the work, with less memory than the ledger's. */
  readonly scratch: Database;
  readonly folder: string;
  /** Files that have been written. */
  parts: number;
  accepted: number;
  rejected: number;
  /** With the file's place among the import's files, from 1. */
  readonly rejects: (RejectedRow & {readonly file: number})[];
}

/** The next file of staged rows. Names sort in the order of writing, which is that of the rows. */
export function nextPart(staging: Staging): string {
  staging.parts += 1;
  return join(staging.folder, `staged-${String(staging.parts).padStart(6, "0")}.parquet`);
}

export function keepReject(staging: Staging, file: number, reject: RejectedRow): void {
  staging.rejected += 1;
  if (staging.rejects.length < mostRejectsKept) staging.rejects.push({...reject, file});
}

/** Columns of the staged rows: the publisher's, where each stood, and, where a row is unfit, why. */
function stagedColumns({columns}: EventTable): readonly string[] {
  return [...Object.keys(columns), ...placeColumns, "why_column", "why", "raw"];
}

/**
 * Where a row stood: its file, the line of the part's first row, and the lines between the two that gave no row. With the
 * row's place in the part they make the line; so no row is numbered while it is read, which would cost a thread.
 */
const placeColumns = ["file", "first_line", "lines_lost"] as const;

/** How parts are written: they are read twice and thrown away, so that speed counts more than size. */
export const partFormat = "(FORMAT parquet, COMPRESSION lz4_raw)";

/** Completes a select of the publisher's columns, place and faults with the month. */
export function stagedSql(table: EventTable, from: string): string {
  const list = stagedColumns(table).map((name) => `"${name}"`);
  return `SELECT ${list.join(", ")} FROM (
    SELECT *, CAST(year("day") * 12 + month("day") - 1 AS INTEGER) AS month_number FROM (${from}))`;
}

/** The staged rows of some parts with their line in the file. */
export function partsSql(parts: string): string {
  return `(SELECT *, CAST(first_line + lines_lost + file_row_number AS INTEGER) AS line
    FROM read_parquet(${sqlText(parts)}, file_row_number=true))`;
}
