import {createHash} from "node:crypto";
import {mkdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import type {DuckDBConnection} from "@duckdb/node-api";
import {parse} from "csv-parse/sync";
import type {DatasetCard, DatasetId} from "../../src/world/index.ts";

/** A column as Parquet keeps it and as the data package describes it. */
export interface Column {
  readonly name: string;
  readonly type: "INTEGER" | "DOUBLE" | "VARCHAR" | "DATE" | "BOOLEAN";
  readonly description: string;
  readonly unit?: string;
}

/** What a dataset says of itself, apart from what only its built file can tell. */
export type CardText = Omit<DatasetCard, "id" | "rows" | "columns" | "retrieved">;

export interface Recipe {
  readonly id: DatasetId;
  readonly card: CardText;
  /** Without `row` and `recorded_on`, which every dataset has. */
  readonly columns: readonly Column[];
  /** What `recorded_on` rests on. */
  readonly recordedOn: string;
  /** Puts what SQL cannot read by itself into temporary tables. */
  readonly prepare?: (kitchen: Kitchen) => Promise<void>;
  /** Selects all columns and `recorded_on`, in any order. */
  readonly select: (kitchen: Kitchen) => string;
  /** Leading sort columns; all others follow, so that the order is total. */
  readonly orderBy: readonly string[];
}

/** Where a recipe works: the raw files and one database connection. */
export interface Kitchen {
  readonly connection: DuckDBConnection;
  /** SQL that reads a raw file with every column as text. */
  readonly csv: (path: string) => string;
  /** The raw file's text. */
  readonly text: (path: string) => string;
  /** The named columns of a raw file. @throws Error when the file lacks one of them. */
  readonly records: <const Name extends string>(
    path: string,
    columns: readonly Name[],
  ) => readonly Readonly<Record<Name, string>>[];
  /** Makes a temporary table of text columns; an absent value is null. */
  readonly fill: (
    table: string,
    columns: readonly string[],
    rows: Iterable<readonly (string | null)[]>,
  ) => Promise<void>;
  /** Says a count that the reader of the build should see. */
  readonly note: (line: string) => void;
}

export function openKitchen(
  connection: DuckDBConnection,
  from: string,
  note: (line: string) => void,
): Kitchen {
  const text = (path: string) => gunzipSync(readFileSync(join(from, path))).toString("utf8");
  return {
    connection,
    text,
    note,
    csv: (path) =>
      `read_csv(${literal(join(from, path))}, header=true, delim=',', quote='"', escape='"', all_varchar=true)`,
    records: (path, columns) => {
      const [header, ...rows]: string[][] = parse(text(path), {bom: true, relax_quotes: true});
      const places = columns.map((column) => [column, header?.indexOf(column) ?? -1] as const);
      const lacking = places.filter(([, at]) => at < 0).map(([column]) => column);
      if (lacking.length > 0) throw new Error(`${path} has no column ${lacking.join(", ")}`);
      return rows.map(
        (cells) =>
          Object.fromEntries(places.map(([column, at]) => [column, cells[at] ?? ""])) as Record<
            (typeof columns)[number],
            string
          >,
      );
    },
    fill: async (table, columns, rows) => {
      await connection.run(
        `CREATE OR REPLACE TEMP TABLE ${table} (${columns.map((c) => `"${c}" VARCHAR`).join(", ")})`,
      );
      const appender = await connection.createAppender(table);
      for (const row of rows) {
        for (const value of row) {
          if (value === null) appender.appendNull();
          else appender.appendVarchar(value);
        }
        appender.endRow();
      }
      appender.closeSync();
    },
  };
}

export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

export interface Built {
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly columns: readonly Column[];
}

/** Cooks one dataset and writes `<to>/<id>.parquet`; the same raw files give the same bytes. */
export async function buildDataset(recipe: Recipe, kitchen: Kitchen, to: string): Promise<Built> {
  mkdirSync(to, {recursive: true});
  await recipe.prepare?.(kitchen);
  const columns: readonly Column[] = [
    {name: "row", type: "INTEGER", description: "Number of the row in this dataset, from 1"},
    {name: "recorded_on", type: "DATE", description: `When this was known: ${recipe.recordedOn}`},
    ...recipe.columns,
  ];
  const names = columns.slice(1).map((column) => column.name);
  const order = [...recipe.orderBy, ...names.filter((name) => !recipe.orderBy.includes(name))]
    .map((name) => `"${name}" NULLS FIRST`)
    .join(", ");
  const casts = columns
    .slice(1)
    .map((column) => `CAST("${column.name}" AS ${column.type}) AS "${column.name}"`)
    .join(", ");
  const path = join(to, `${recipe.id}.parquet`);
  const {connection} = kitchen;
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE cooked AS SELECT ${casts} FROM (${recipe.select(kitchen)})`,
  );
  await connection.run(
    `COPY (SELECT CAST(row_number() OVER (ORDER BY ${order}) AS INTEGER) AS "row", * FROM cooked ORDER BY "row")
     TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 19, PARQUET_VERSION V2, ROW_GROUP_SIZE 245760)`,
  );
  const reader = await connection.runAndReadAll("SELECT CAST(count(*) AS INTEGER) FROM cooked");
  const rows = Number(reader.getRows()[0]?.[0]);
  await connection.run("DROP TABLE cooked");
  const bytes = readFileSync(path);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return {rows, bytes: bytes.length, sha256, columns};
}
