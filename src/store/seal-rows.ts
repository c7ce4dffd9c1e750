import {createHash} from "node:crypto";
import type {Day} from "../world/index.ts";
import type {ChainedEntry} from "./chain-entries.ts";
import type {Writer} from "./database.ts";
import {type BlockTable, type EntryTable, importTables} from "./ledger-tables.ts";

/** Rows of one block: few enough to name an altered row at once, many enough that hashes weigh little beside the rows. */
export const blockRows = 4096;

/** Bytes of a row's hash that are kept, to name the row that was altered; what proves it is the block's whole hash. */
export const prefixBytes = 8;

export interface TableColumn {
  readonly name: string;
  readonly type: string;
}

/** The columns of a table, in order. */
export async function tableColumns(
  reader: Pick<Writer, "rows">,
  table: string,
): Promise<readonly TableColumn[]> {
  const rows = await reader.rows(
    `SELECT column_name, data_type FROM duckdb_columns()
      WHERE database_name = current_database() AND table_name = $table ORDER BY column_index`,
    {table},
  );
  return rows.map(([name, type]) => ({name: String(name), type: String(type)}));
}

/** The column that numbers the rows of a table that is sealed in blocks. */
export function numberOf(table: BlockTable): "row" | "at" {
  return importTables.some((one) => one === table) ? "at" : "row";
}

/**
 * SQL for the text of one row: its values in the order of the columns. Text goes in behind its length, so that no row
 * can pass for another. `concat` leaves out what is missing: of a missing text only its colon is left.
 */
export function rowText(columns: readonly TableColumn[]): string {
  const values = columns.map(({name, type}) => {
    if (type === "VARCHAR") return `strlen("${name}"), ':', "${name}"`;
    return type === "BLOB" ? `sha256("${name}")` : `"${name}"`;
  });
  return `concat(${values.join(", ',', ")})`;
}

/** SQL for the hash of one row: SHA-256 of its text. */
export function rowHash(columns: readonly TableColumn[]): string {
  return `sha256(${rowText(columns)})`;
}

/**
 * The blocks of rows `$first` to `$last` of a table: first row, last row, rows met, the hash over the rows' hashes, and
 * the beginnings of these.
 */
export function blocksStatement(table: BlockTable, columns: readonly TableColumn[]): string {
  const n = `"${numberOf(table)}"`;
  const names = columns.map(({name}) => name).join(",");
  return `SELECT CAST($first + block * ${blockRows} AS INTEGER) AS first_row,
      CAST(least($last, $first + (block + 1) * ${blockRows} - 1) AS INTEGER) AS last_row,
      CAST(count(*) AS INTEGER) AS met, sha256('${names}' || chr(10) || string_agg(hash, '' ORDER BY n)) AS sha256,
      unhex(string_agg(substr(hash, 1, ${2 * prefixBytes}), '' ORDER BY n)) AS prefixes
    FROM (SELECT ${n} AS n, (${n} - $first) // ${blockRows} AS block, ${rowHash(columns)} AS hash
      FROM "${table}" WHERE ${n} BETWEEN $first AND $last)
    GROUP BY block ORDER BY block`;
}

/** Rows that are hashed at once, so that memory stays flat however long a table is. */
export const hashedAtOnce = 64 * blockRows;

/** The name of a block in the chain: "trade-cow/1-4096". */
export function blockId(table: string, first: number, last: number): string {
  return `${table}/${first}-${last}`;
}

export function sealStatement(table: BlockTable, columns: readonly TableColumn[]): string {
  return `INSERT INTO block SELECT '${table}', first_row, last_row, met, sha256, prefixes
    FROM (${blocksStatement(table, columns)}) RETURNING first_row, last_row, met, sha256`;
}

/** Seals the rows from `first` to `last` of a table; what it gives is to be chained in the same transaction. */
export async function sealRows(
  writer: Writer,
  table: BlockTable,
  first: number,
  last: number,
): Promise<readonly ChainedEntry[]> {
  const statement = sealStatement(table, await tableColumns(writer, table));
  const sealed: ChainedEntry[] = [];
  for (let from = first; from <= last; from += hashedAtOnce) {
    const to = Math.min(last, from + hashedAtOnce - 1);
    const blocks = [...(await writer.rows(statement, {first: from, last: to}))].sort(
      ([a], [b]) => Number(a) - Number(b),
    );
    const met = blocks.reduce((sum, [, , count]) => sum + Number(count), 0);
    if (met !== to - from + 1) throw new Error(`${table} has ${met} rows from ${from} to ${to}`);
    for (const [firstRow, lastRow, , sha256] of blocks)
      sealed.push({
        kind: "rows",
        id: blockId(table, Number(firstRow), Number(lastRow)),
        sha256: String(sha256),
      });
  }
  return sealed;
}

/** Seals the entries of a day from number `firstEntry` on, one by one. */
export async function sealEntries(
  writer: Writer,
  table: EntryTable,
  firstEntry: number,
  day: Day,
): Promise<readonly ChainedEntry[]> {
  const columns = await tableColumns(writer, table);
  const rows = await writer.rows(
    entryHashes(columns, table, "entry >= $firstEntry AND recorded_on = CAST($day AS DATE)"),
    {firstEntry, day},
  );
  return rows.map(([id, sha256]) => ({kind: table, id: String(id), sha256: String(sha256)}));
}

/** The entries of a table with the name by which the chain knows them, "12 3fa94c…", and their hashes. */
export function entryHashes(
  columns: readonly TableColumn[],
  table: EntryTable,
  where = "true",
): string {
  return `SELECT entry || ' ' || id AS id, ${rowHash(columns)} AS sha256 FROM ${table} WHERE ${where} ORDER BY entry`;
}

/** What the ledger says of itself is chained like an entry. */
export function sealMeta(name: string, value: string): ChainedEntry {
  return {kind: "meta", id: name, sha256: createHash("sha256").update(value).digest("hex")};
}
