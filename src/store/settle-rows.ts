import {type DatasetId, type Day, datasetTables} from "../world/index.ts";
import type {ChainedEntry} from "./chain-entries.ts";
import type {Writer} from "./database.ts";
import {datasetColumns} from "./ledger-tables.ts";
import {sealRows} from "./seal-rows.ts";
import {stagedTable} from "./stage-rows.ts";

/** What an import did to a dataset, in rows. */
export interface DatasetReceipt {
  /** Rows about something that the dataset did not speak of. */
  readonly added: number;
  /** Rows that took the place of one with the same key and other values. */
  readonly superseded: number;
  /** Rows that stood already. */
  readonly unchanged: number;
  /** Rows that stood and that a whole file no longer has. */
  readonly retracted: number;
  /** Rows that the file itself had twice. */
  readonly collapsed: number;
}

export interface Settlement {
  readonly dataset: DatasetId;
  /** The file is the whole of what `scope` marks. */
  readonly whole: boolean;
  readonly scope: Readonly<Record<string, string>>;
  readonly recordedOn: Day;
  readonly importEntry: number;
}

/** The statements of one settlement, in order; bound against the real schema in the tests. */
export function settleStatements({dataset, whole, scope}: Settlement) {
  const {key, repeats = false} = datasetTables[dataset];
  const columns = datasetColumns(dataset);
  const names = columns.map(({name}) => `"${name}"`).join(", ");
  const typed = columns.map(({name, type}) => `CAST("${name}" AS ${type}) AS "${name}"`).join(", ");
  const same = (list: readonly string[], a: string, b: string) =>
    list.map((name) => `${a}."${name}" IS NOT DISTINCT FROM ${b}."${name}"`).join(" AND ");
  const all = columns.map(({name}) => name);
  const keyNames = key.map((name) => `"${name}"`).join(", ");
  // Things that may truly come twice are told apart by which copy each is; elsewhere a copy is the same row.
  const copy = repeats ? `row_number() OVER (PARTITION BY ${names} ORDER BY "row")` : "1";
  const scoped = Object.keys(scope)
    .map((column) => ` AND "${column}" = $scope_${column}`)
    .join("");
  return {
    fresh: repeats
      ? `CREATE TEMP TABLE fresh AS SELECT n, line, ${typed},
          row_number() OVER (PARTITION BY ${names} ORDER BY n) AS copy FROM "${stagedTable(dataset)}"`
      : `CREATE TEMP TABLE fresh AS SELECT min(n) AS n, min(line) AS line, ${typed}, 1 AS copy
          FROM "${stagedTable(dataset)}" GROUP BY ${names}`,
    before: `CREATE TEMP TABLE before AS SELECT "row", ${names}, ${copy} AS copy FROM "${dataset}"
      WHERE "row" NOT IN (SELECT fact_row FROM withdrawal WHERE dataset = '${dataset}')${scoped}`,
    same: `CREATE TEMP TABLE same AS SELECT f.n, b."row" FROM fresh f JOIN before b
      ON ${same(all, "f", "b")} AND f.copy = b.copy`,
    news: `CREATE TEMP TABLE news AS SELECT *, row_number() OVER (ORDER BY n) AS place,
        row_number() OVER (PARTITION BY ${keyNames} ORDER BY n) AS nth
      FROM fresh WHERE n NOT IN (SELECT n FROM same)`,
    olds: `CREATE TEMP TABLE olds AS SELECT *, row_number() OVER (PARTITION BY ${keyNames} ORDER BY "row") AS nth
      FROM before WHERE "row" NOT IN (SELECT "row" FROM same)`,
    withdraw: `INSERT INTO withdrawal
      SELECT CAST($lastWithdrawal + row_number() OVER (ORDER BY o."row") AS INTEGER), '${dataset}', o."row",
        CAST($recordedOn AS DATE), CAST($lastRow + n.place AS INTEGER), $importEntry
      FROM olds o ${whole ? "LEFT" : ""} JOIN news n ON ${same(key, "o", "n")} AND o.nth = n.nth`,
    addRows: `INSERT INTO "${dataset}" ("row", recorded_on, ${names})
      SELECT CAST($lastRow + place AS INTEGER), CAST($recordedOn AS DATE), ${names} FROM news ORDER BY place`,
    addOrigins: `INSERT INTO fact_origin SELECT CAST($lastOrigin + place AS INTEGER), '${dataset}',
      CAST($lastRow + place AS INTEGER), $importEntry, line FROM news ORDER BY place`,
    counts: `SELECT CAST((SELECT count(*) FROM "${stagedTable(dataset)}") AS INTEGER),
      CAST((SELECT count(*) FROM fresh) AS INTEGER), CAST((SELECT count(*) FROM news) AS INTEGER),
      CAST((SELECT count(*) FROM withdrawal WHERE "at" > $lastWithdrawal AND by_row IS NOT NULL) AS INTEGER),
      CAST((SELECT count(*) FROM withdrawal WHERE "at" > $lastWithdrawal AND by_row IS NULL) AS INTEGER)`,
  };
}

export const stepTables = ["fresh", "before", "same", "news", "olds"] as const;

export function lastStatement(table: string, column: string): string {
  return `SELECT coalesce(max("${column}"), 0) FROM "${table}"`;
}

async function lastOf(writer: Writer, table: string, column: string): Promise<number> {
  const [[last = 0] = []] = await writer.rows(lastStatement(table, column));
  return Number(last);
}

/**
 * Brings staged rows of one dataset into the ledger, in the transaction of an import. A row is first looked for among
 * those that stand with all its values; what is then left on both sides is matched by key, and in order where several
 * share one: such a row supersedes its match. Of a whole file, rows that stood and are left over are retracted.
 */
export async function settleRows(
  writer: Writer,
  settlement: Settlement,
): Promise<{readonly receipt: DatasetReceipt; readonly sealed: readonly ChainedEntry[]}> {
  const {dataset, scope, recordedOn, importEntry} = settlement;
  const statements = settleStatements(settlement);
  const lastRow = await lastOf(writer, dataset, "row");
  const lastOrigin = await lastOf(writer, "fact_origin", "at");
  const lastWithdrawal = await lastOf(writer, "withdrawal", "at");
  const scopeValues = Object.fromEntries(
    Object.entries(scope).map(([column, value]) => [`scope_${column}`, value]),
  );
  await writer.run(statements.fresh);
  await writer.run(statements.before, scopeValues);
  await writer.run(statements.same);
  await writer.run(statements.news);
  await writer.run(statements.olds);
  await writer.run(statements.withdraw, {lastWithdrawal, lastRow, recordedOn, importEntry});
  await writer.run(statements.addRows, {lastRow, recordedOn});
  await writer.run(statements.addOrigins, {lastOrigin, lastRow, importEntry});
  const [counts = []] = await writer.rows(statements.counts, {lastWithdrawal});
  const [staged = 0, fresh = 0, news = 0, superseded = 0, retracted = 0] = counts.map(Number);
  for (const table of stepTables) await writer.run(`DROP TABLE ${table}`);
  const sealed = [
    ...(await sealRows(writer, dataset, lastRow + 1, lastRow + news)),
    ...(await sealRows(writer, "fact_origin", lastOrigin + 1, lastOrigin + news)),
    ...(await sealRows(
      writer,
      "withdrawal",
      lastWithdrawal + 1,
      lastWithdrawal + superseded + retracted,
    )),
  ];
  return {
    receipt: {
      added: news - superseded,
      superseded,
      unchanged: fresh - news,
      retracted,
      collapsed: staged - fresh,
    },
    sealed,
  };
}
