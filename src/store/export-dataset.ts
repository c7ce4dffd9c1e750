import {renameSync, rmSync} from "node:fs";
import type {DatasetId, Day} from "../world/index.ts";
import {isDay} from "../world/index.ts";
import type {Database} from "./database.ts";
import {known} from "./facts/fact-query.ts";
import {columnsOf} from "./read-rows.ts";
import {askedWrongly, tellStoreError} from "./store-error.ts";

export type ExportFormat = "csv" | "parquet";

const formatSql: Readonly<Record<ExportFormat, string>> = {
  csv: "FORMAT csv, HEADER true",
  parquet: "FORMAT parquet, COMPRESSION zstd",
};

export function exportStatement(dataset: DatasetId, format: ExportFormat): string {
  return `COPY (SELECT * FROM "${dataset}" WHERE ${known} ORDER BY "row") TO ($file) (${formatSql[format]})`;
}

/**
 * Writes a dataset as it was known on a day to a file, whole or not at all.
 * @throws StoreError
 */
export async function exportDataset(
  database: Database,
  dataset: DatasetId,
  asOf: Day,
  format: ExportFormat,
  path: string,
): Promise<void> {
  if ((await columnsOf(database, dataset)).length === 0)
    throw askedWrongly(
      `the ledger does not carry the dataset "${dataset}"`,
      "`demarche doctor` lists what it carries.",
    );
  if (!isDay(asOf)) throw askedWrongly(`"${asOf}" is no day`, "Write it as YYYY-MM-DD.");
  const file = `${path}.writing-${process.pid}`;
  try {
    await database.run(exportStatement(dataset, format), {asOf, file});
    renameSync(file, path);
  } catch (error) {
    rmSync(file, {force: true});
    throw tellStoreError(error, path);
  }
}
