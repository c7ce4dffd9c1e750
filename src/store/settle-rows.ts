import {type DatasetId, type Day, datasetTables} from "../world/index.ts";
import type {ChainedEntry} from "./chain-entries.ts";
import type {Writer} from "./database.ts";
import {datasetColumns} from "./ledger-tables.ts";
import {rowStands} from "./rows-standing.ts";
import {rowText, sealRows} from "./seal-rows.ts";
import {stagedTable} from "./stage-rows.ts";
import {exitInput, StoreError} from "./store-error.ts";

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
  /** Lets a whole file retract most of what stands; without it such a file is refused. */
  readonly retractMost: boolean;
}

/**
 * A whole file that would retract more than half of what stands is more likely cut off than right. Of a short list any
 * share may go.
 */
const retractedAtMost = {share: 0.5, fromRows: 1000} as const;

/**
 * The statements of one settlement, in order. Rows are compared by a digest of their values, so that only one full copy
 * of the file's rows is held; MD5 is enough for that, for who can make two rows collide wrote both.
 */
export function settleStatements({dataset, whole, scope}: Settlement) {
  const {key, repeats = false} = datasetTables[dataset];
  const columns = datasetColumns(dataset);
  const staged = `"${stagedTable(dataset)}"`;
  const names = columns.map(({name}) => `"${name}"`).join(", ");
  const typed = columns.map(({name, type}) => `CAST(s."${name}" AS ${type})`).join(", ");
  const digest = `md5_number(${rowText(columns)})`;
  const keyNames = key.map((name) => `"${name}"`).join(", ");
  const sameKey = key.map((name) => `o."${name}" IS NOT DISTINCT FROM n."${name}"`).join(" AND ");
  // Things that may truly come twice are told apart by which copy each is; elsewhere a copy is the same row.
  const copy = (by: string) =>
    repeats ? `row_number() OVER (PARTITION BY digest ORDER BY ${by})` : "1";
  const scoped = Object.keys(scope)
    .map((column) => ` AND "${column}" = $scope_${column}`)
    .join("");
  return {
    fresh: `CREATE TEMP TABLE fresh AS SELECT ${repeats ? "n" : "CAST(min(n) AS INTEGER) AS n"}, digest,
        ${copy("n")} AS copy
      FROM (SELECT n, ${digest} AS digest FROM ${staged})${repeats ? "" : " GROUP BY digest"}`,
    before: `CREATE TEMP TABLE before AS SELECT "row", digest, ${copy('"row"')} AS copy
      FROM (SELECT "row", ${digest} AS digest FROM "${dataset}"
        WHERE ${rowStands(dataset)}${scoped})`,
    same: `CREATE TEMP TABLE same AS SELECT f.n, b."row" FROM fresh f JOIN before b USING (digest, copy)`,
    news: `CREATE TEMP TABLE news AS SELECT n, CAST(row_number() OVER (ORDER BY n) AS INTEGER) AS place
      FROM fresh WHERE n NOT IN (SELECT n FROM same)`,
    olds: `CREATE TEMP TABLE olds AS SELECT "row" FROM before WHERE "row" NOT IN (SELECT "row" FROM same)`,
    withdraw: `INSERT INTO withdrawal
      SELECT CAST($lastWithdrawal + row_number() OVER (ORDER BY o."row") AS INTEGER), '${dataset}', o."row",
        CAST($recordedOn AS DATE), CAST($lastRow + n.place AS INTEGER), $importEntry
      FROM (SELECT "row", ${keyNames}, row_number() OVER (PARTITION BY ${keyNames} ORDER BY "row") AS nth
          FROM "${dataset}" JOIN olds USING ("row")) o
        ${whole ? "LEFT" : ""} JOIN (SELECT place, ${typedKey(dataset)},
            row_number() OVER (PARTITION BY ${keyNames} ORDER BY n) AS nth
          FROM ${staged} JOIN news USING (n)) n ON ${sameKey} AND o.nth = n.nth`,
    addRows: `INSERT INTO "${dataset}" ("row", recorded_on, ${names})
      SELECT CAST($lastRow + place AS INTEGER), CAST($recordedOn AS DATE), ${typed}
      FROM ${staged} s JOIN news USING (n) ORDER BY place`,
    addOrigins: `INSERT INTO fact_origin SELECT CAST($lastOrigin + place AS INTEGER), '${dataset}',
      CAST($lastRow + place AS INTEGER), $importEntry, line FROM ${staged} JOIN news USING (n) ORDER BY place`,
    counts: `SELECT CAST((SELECT count(*) FROM ${staged}) AS INTEGER),
      CAST((SELECT count(*) FROM fresh) AS INTEGER), CAST((SELECT count(*) FROM news) AS INTEGER),
      CAST((SELECT count(*) FROM olds) AS INTEGER)`,
    withdrawn: `SELECT CAST(count(by_row) AS INTEGER), CAST(count(*) - count(by_row) AS INTEGER)
      FROM withdrawal WHERE "at" > $lastWithdrawal`,
  };
}

/** The key's columns of staged rows, with the types that they have in the dataset. */
function typedKey(dataset: DatasetId): string {
  const {key} = datasetTables[dataset];
  return datasetColumns(dataset)
    .filter(({name}) => key.includes(name))
    .map(({name, type}) => `CAST("${name}" AS ${type}) AS "${name}"`)
    .join(", ");
}

export function lastStatement(table: string, column: string): string {
  return `SELECT coalesce(max("${column}"), 0) FROM "${table}"`;
}

const tell = (count: number) => count.toLocaleString("en-GB");

async function lastOf(writer: Writer, table: string, column: string): Promise<number> {
  const [[last = 0] = []] = await writer.rows(lastStatement(table, column));
  return Number(last);
}

/**
 * Brings staged rows of one dataset into the ledger, in the transaction of an import. A row is first looked for among
 * those that stand with all its values; what is then left on both sides is matched by key, and in order where several
 * share one: such a row supersedes its match. Of a whole file, rows that stood and are left over are retracted.
 * @throws StoreError when that would be most of them.
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
  const [counts = []] = await writer.rows(statements.counts);
  const [staged = 0, fresh = 0, news = 0, olds = 0] = counts.map(Number);
  for (const table of ["fresh", "before", "same"]) await writer.run(`DROP TABLE ${table}`);
  if (olds > 0)
    await writer.run(statements.withdraw, {lastWithdrawal, lastRow, recordedOn, importEntry});
  const [withdrawn = []] = await writer.rows(statements.withdrawn, {lastWithdrawal});
  const [superseded = 0, retracted = 0] = withdrawn.map(Number);
  const stood = fresh - news + olds;
  if (
    !settlement.retractMost &&
    stood >= retractedAtMost.fromRows &&
    retracted > stood * retractedAtMost.share
  )
    throw new StoreError(
      `the file lacks ${tell(retracted)} of the ${tell(stood)} rows of ${dataset} that stand`,
      {
        status: 409,
        exitCode: exitInput,
        whatToDo:
          "It may be cut off: download it again. If it is right, say so with --retract-most. Nothing was changed.",
      },
    );
  await writer.run(statements.addRows, {lastRow, recordedOn});
  await writer.run(statements.addOrigins, {lastOrigin, lastRow, importEntry});
  for (const table of ["news", "olds", stagedTable(dataset)])
    await writer.run(`DROP TABLE "${table}"`);
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
