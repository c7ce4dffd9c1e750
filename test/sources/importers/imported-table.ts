import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {loadImporter} from "../../../src/sources/index.ts";
import {type DatasetId, datasetTables} from "../../../src/world/index.ts";
import {importFile} from "./import-real-file.ts";

const sqlTypes = {
  integer: "INTEGER",
  double: "DOUBLE",
  text: "VARCHAR",
  day: "DATE",
  truth: "BOOLEAN",
} as const;

/** A database in memory, in which imports are compared with what the repository carries. */
export async function openTables(): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(":memory:", {threads: "1"});
  return instance.connect();
}

/** Fills a table with a dataset's rows of an import; gives how many lines were rejected. */
export async function fillTable(
  connection: DuckDBConnection,
  table: string,
  dataset: DatasetId,
  importer: string,
  path: string,
): Promise<number> {
  const columns = Object.entries(datasetTables[dataset].columns);
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE raw (${columns.map(([name]) => `"${name}" VARCHAR`).join(", ")})`,
  );
  const appender = await connection.createAppender("raw");
  let rejects = 0;
  for await (const one of importFile(await loadImporter(importer), path)) {
    if (one.kind === "reject") {
      rejects += 1;
      continue;
    }
    if (one.dataset !== dataset) continue;
    for (const [name] of columns) {
      const value = one.values[name] ?? null;
      if (value === null) appender.appendNull();
      else appender.appendVarchar(String(value));
    }
    appender.endRow();
  }
  appender.closeSync();
  const typed = columns.map(([name, type]) => `CAST("${name}" AS ${sqlTypes[type]}) AS "${name}"`);
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE "${table}" AS SELECT ${typed.join(", ")} FROM raw`,
  );
  return rejects;
}

/** Rows of a dataset that stand in one place (SQL behind FROM) and not, or not as often, in the other. */
export async function countOnlyIn(
  connection: DuckDBConnection,
  dataset: DatasetId,
  here: string,
  there: string,
): Promise<number> {
  const names = Object.keys(datasetTables[dataset].columns)
    .map((name) => `"${name}"`)
    .join(", ");
  const answer = await connection.runAndReadAll(
    `SELECT CAST(count(*) AS INTEGER)
    FROM (SELECT ${names} FROM ${here} EXCEPT ALL SELECT ${names} FROM ${there})`,
  );
  return Number(answer.getRows()[0]?.[0]);
}
