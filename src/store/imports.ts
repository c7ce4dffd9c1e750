import type {DatasetId, Day} from "../world/index.ts";
import type {Database} from "./database.ts";
import {entryKnown} from "./entries-known.ts";
import type {ImportReceipt} from "./import-rows.ts";
import {datasetTablesHere, readMeta} from "./ledger-tables.ts";
import {askedWrongly} from "./store-error.ts";

/** What an import could not take in. */
export interface KeptReject {
  readonly line: number;
  readonly column: string | null;
  readonly why: string;
  readonly raw: string;
}

/** Where a row of a dataset came from. */
export type FactOrigin =
  | {readonly kind: "carried"; readonly dataSha256: string}
  | {readonly kind: "imported"; readonly line: number; readonly by: ImportReceipt};

/** Statements of this file, by what they are for: bound against the real schema in the tests. */
export const importsStatements = {
  imports: `SELECT content FROM import WHERE ${entryKnown("import")} ORDER BY recorded_on, entry`,
  rejects: `SELECT line, column_name, why, raw FROM reject
    WHERE import_entry = (SELECT max(entry) FROM import WHERE id = $id) ORDER BY "at"`,
  origin: `SELECT o.line, i.content FROM fact_origin o JOIN import i ON i.entry = o.import_entry
    WHERE o.dataset = $dataset AND o.fact_row = $factRow`,
} as const;

export function hasRowStatement(dataset: DatasetId): string {
  return `SELECT 1 FROM "${dataset}" WHERE "row" = $factRow`;
}

/** Receipts of the files that were taken in by a day and not retracted by then, in the order they came. */
export async function imports(database: Database, asOf: Day): Promise<readonly ImportReceipt[]> {
  const rows = await database.rows(importsStatements.imports, {asOf});
  return rows.map(([content]) => JSON.parse(String(content)) as ImportReceipt);
}

/** What an import could not take in, in the file's order; none for an import that is not there. */
export async function rejects(database: Database, id: string): Promise<readonly KeptReject[]> {
  const rows = await database.rows(importsStatements.rejects, {id});
  return rows.map(([line, column, why, raw]) => ({
    line: Number(line),
    column: column === null ? null : String(column),
    why: String(why),
    raw: String(raw),
  }));
}

/**
 * Where a row of a dataset came from: the file, line and importer, or the data package that the ledger was made from.
 * @throws StoreError when the dataset has no such row.
 */
export async function factOrigin(
  database: Database,
  dataset: DatasetId,
  factRow: number,
): Promise<FactOrigin> {
  const [found] = await database.rows(importsStatements.origin, {dataset, factRow});
  if (found !== undefined) {
    const [line, content] = found;
    return {
      kind: "imported",
      line: Number(line),
      by: JSON.parse(String(content)) as ImportReceipt,
    };
  }
  const here = await datasetTablesHere(database);
  if (
    !here.includes(dataset) ||
    (await database.rows(hasRowStatement(dataset), {factRow})).length === 0
  )
    throw askedWrongly(
      `${dataset} has no row ${factRow}`,
      "Take the number from the column `row` of the rows behind a cell.",
    );
  return {kind: "carried", dataSha256: (await readMeta(database)).get("data_sha256") ?? ""};
}
