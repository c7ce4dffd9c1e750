import type {DatasetId, Day, RowCondition} from "../world/index.ts";
import type {Database, Scalar, Values} from "./database.ts";
import {rowKnown} from "./rows-standing.ts";
import {type TableColumn, tableColumns} from "./seal-rows.ts";
import {askedWrongly} from "./store-error.ts";

export interface RowsQuestion {
  readonly dataset: DatasetId;
  readonly where: readonly RowCondition[];
  readonly asOf: Day;
  /** At most 10,000 rows at once. */
  readonly limit: number;
  readonly offset: number;
}

export interface RowsFound {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Scalar[])[];
  /** How many rows meet the conditions, shown or not. */
  readonly total: number;
}

const mostRows = 10_000;

/**
 * Rows behind a cell. Column names are looked up in the table's schema and values are bound, so that no word of the
 * question becomes part of a statement.
 * @throws StoreError 404 for a dataset that is not carried, 400 for a condition that fits no column.
 */
export async function readRows(database: Database, question: RowsQuestion): Promise<RowsFound> {
  const {dataset, where, asOf} = question;
  const columns = await tableColumns(database, dataset);
  if (
    !columns.some((column) => column.name === "row") ||
    !columns.some((column) => column.name === "recorded_on")
  )
    throw askedWrongly(
      `the ledger does not carry the dataset "${dataset}"`,
      "`demarche doctor` lists what it carries; a ledger made with --commercial or --without leaves some out.",
    );
  const limit = whole(question.limit, "limit", mostRows);
  const offset = whole(question.offset, "offset", Number.MAX_SAFE_INTEGER);
  const conditions = where.map((condition, at) => conditionSql(condition, at, columns));
  const test = [rowKnown(dataset), ...conditions.map((one) => one.sql)].join(" AND ");
  const values: Values = Object.assign({asOf}, ...conditions.map((one) => one.values));
  const table = `"${dataset}"`;
  const list = columns.map((column) => `${shown(column)} AS "${column.name}"`).join(", ");
  const [[total = 0] = []] = await database.rows(
    `SELECT CAST(count(*) AS DOUBLE) FROM ${table} WHERE ${test}`,
    values,
  );
  const rows = await database.rows(
    `SELECT ${list} FROM ${table} WHERE ${test} ORDER BY "row" LIMIT ${limit} OFFSET ${offset}`,
    values,
  );
  return {columns: columns.map((column) => column.name), rows, total: Number(total)};
}

function whole(value: number, name: string, most: number): number {
  if (!Number.isSafeInteger(value) || value < 0)
    throw askedWrongly(`${name} is ${value}`, `Give a whole number from 0 to ${most}.`);
  return Math.min(value, most);
}

const isNumeric = ({type}: TableColumn) =>
  /^(TINYINT|SMALLINT|INTEGER|BIGINT|DOUBLE|FLOAT|DECIMAL.*)$/.test(type);

/** Days and 64-bit numbers come as plain text and numbers. */
function shown(column: TableColumn): string {
  const name = `"${column.name}"`;
  if (column.type === "DATE") return `CAST(${name} AS VARCHAR)`;
  if (column.type === "BIGINT" || column.type.startsWith("DECIMAL"))
    return `CAST(${name} AS DOUBLE)`;
  return name;
}

function conditionSql(
  condition: RowCondition,
  at: number,
  columns: readonly TableColumn[],
): {sql: string; values: Values} {
  const column = columns.find((one) => one.name === condition.column);
  if (column === undefined)
    throw askedWrongly(
      `there is no column "${condition.column}"`,
      `Choose from ${columns.map((one) => one.name).join(", ")}.`,
    );
  const side = isNumeric(column)
    ? `CAST("${column.name}" AS DOUBLE)`
    : `CAST("${column.name}" AS VARCHAR)`;
  const read = (value: string | number) =>
    isNumeric(column) ? numberOf(value, column) : String(value);
  if ("in" in condition) {
    if (condition.in.length === 0) return {sql: "false", values: {}};
    const list = condition.in.map(read) as readonly string[] | readonly number[];
    return {sql: `${side} IN (SELECT unnest($in${at}))`, values: {[`in${at}`]: list}};
  }
  const parts: string[] = [];
  const values: Record<string, string | number> = {};
  if (condition.from !== undefined) {
    parts.push(`${side} >= $from${at}`);
    values[`from${at}`] = read(condition.from);
  }
  if (condition.to !== undefined) {
    parts.push(`${side} <= $to${at}`);
    values[`to${at}`] = read(condition.to);
  }
  return {sql: parts.length === 0 ? "true" : `(${parts.join(" AND ")})`, values};
}

function numberOf(value: string | number, column: TableColumn): number {
  const number =
    typeof value === "number" ? value : value.trim() === "" ? Number.NaN : Number(value);
  if (!Number.isFinite(number))
    throw askedWrongly(
      `"${value}" is no number, and ${column.name} holds numbers`,
      "Give a number for that column.",
    );
  return number;
}
