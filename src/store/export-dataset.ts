import {renameSync, rmSync} from "node:fs";
import {type DatasetId, type Day, datasetTables, isDay} from "../world/index.ts";
import type {Database} from "./database.ts";
import {rowKnown} from "./rows-standing.ts";
import {tableColumns} from "./seal-rows.ts";
import {sqlText} from "./sql-text.ts";
import {askedWrongly, tellStoreError} from "./store-error.ts";

export type ExportFormat = "csv" | "parquet" | "jsonl";

/** What the file says of itself. */
export interface ExportNote {
  /** Version of Demarche: a column of CSV and JSON Lines, beside the day. */
  readonly demarche: string;
  /** JSON for Parquet's key-value metadata, under `demarche`. */
  readonly about: string;
}

/** The statement that writes a dataset to `$file` as it was known on `$asOf`. */
export function exportStatement(
  dataset: DatasetId,
  format: ExportFormat,
  {demarche, about}: ExportNote,
): string {
  const day = "CAST(CAST($asOf AS DATE) AS VARCHAR)";
  const [list, options] = {
    parquet: ["*", `FORMAT parquet, COMPRESSION zstd, KV_METADATA {demarche: ${sqlText(about)}}`],
    csv: [
      `"row", recorded_on, ${tamed(dataset)}, ${day} AS as_of, ${sqlText(demarche)} AS demarche`,
      "FORMAT csv, HEADER true",
    ],
    jsonl: [
      `'fact' AS record, ${sqlText(dataset)} AS dataset, *, ${day} AS "asOf", ${sqlText(demarche)} AS demarche`,
      "FORMAT json",
    ],
  }[format];
  return `COPY (SELECT ${list} FROM "${dataset}" WHERE ${rowKnown(dataset)} ORDER BY "row") TO ($file) (${options})`;
}

/** A text that a spreadsheet would run gets an apostrophe before it, as in every CSV of ours (src/exports/to-csv.ts). */
function tamed(dataset: DatasetId): string {
  return Object.entries(datasetTables[dataset].columns)
    .map(([name, type]) =>
      type === "text"
        ? `CASE WHEN regexp_matches("${name}", '^''*[=+\\-@\\t\\r\\n]') THEN '''' || "${name}" ELSE "${name}" END AS "${name}"`
        : `"${name}"`,
    )
    .join(", ");
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
  note: ExportNote,
): Promise<void> {
  if ((await tableColumns(database, dataset)).length === 0)
    throw askedWrongly(
      `the ledger does not carry the dataset "${dataset}"`,
      "`demarche doctor` lists what it carries.",
    );
  if (!isDay(asOf)) throw askedWrongly(`"${asOf}" is no day`, "Write it as YYYY-MM-DD.");
  const file = `${path}.writing-${process.pid}`;
  try {
    await database.run(exportStatement(dataset, format, note), {asOf, file});
    renameSync(file, path);
  } catch (error) {
    rmSync(file, {force: true});
    throw tellStoreError(error, path);
  }
}
