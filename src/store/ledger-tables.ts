import {
  type ColumnType,
  carriedDatasetIds,
  type DatasetId,
  type Day,
  datasetIds,
  datasetTables,
  importedDatasetIds,
} from "../world/index.ts";
import type {Database, Writer} from "./database.ts";
import {rowKnown} from "./rows-standing.ts";

/** Version of the tables below. An older ledger is brought forward when it is opened for writing. */
export const schemaVersion = 2;

/**
 * What people, texts and imports add, beside the rows of the datasets. Every entry has its two times (`valid_*`: when
 * it was true, `recorded_on`: when we knew), its origin (file or address), its maker (reader, coder, importer or recipe
 * with version, or a person), the licence of what it was made from (null: not known, so ask before passing it on),
 * and itself as JSON. `entry` counts all entries in the order they came. Nothing in these tables is ever changed or
 * taken out: a later entry speaks for itself.
 */
export const entryTables = [
  "capture",
  "article",
  "coded_event",
  "judgement",
  "move_version",
  "import",
  "retraction",
] as const;
export type EntryTable = (typeof entryTables)[number];

/** Columns that an entry table has beside those of every entry. */
const moreColumns: Readonly<Record<EntryTable, readonly string[]>> = {
  // Deflated; `id` is the SHA-256 of what they inflate to. Null where an earlier capture holds the same bytes.
  capture: ["bytes BLOB"],
  // One capture may have several versions, as the reader improves; the newest by a day is the article of that day.
  article: ["capture_sha256 VARCHAR NOT NULL", "reading_sha256 VARCHAR NOT NULL"],
  coded_event: ["article_id VARCHAR NOT NULL", "article_entry INTEGER NOT NULL"],
  judgement: [],
  // `content` is null where the move was no longer there.
  move_version: ["content_sha256 VARCHAR NOT NULL"],
  import: ["file_sha256 VARCHAR NOT NULL"],
  retraction: ["of_kind VARCHAR NOT NULL", "of_id VARCHAR NOT NULL"],
};

const entryColumns = [
  "entry INTEGER NOT NULL",
  "id VARCHAR NOT NULL",
  "valid_from DATE",
  "valid_to DATE",
  "recorded_on DATE NOT NULL",
  "origin VARCHAR NOT NULL",
  "made_by VARCHAR NOT NULL",
  "licence VARCHAR",
  "content VARCHAR NOT NULL",
] as const;

/** Names and types of the columns of an entry table. */
export function entryTableColumns(table: EntryTable): readonly string[] {
  return [...entryColumns, ...moreColumns[table]];
}

/**
 * What the imports leave beside the rows of the datasets. `at` counts the rows of each of these tables.
 * - `fact_origin`: the import and the line from which a row of a dataset came; what `data/` carries has none.
 * - `withdrawal`: a row of a dataset no longer stands from that day, because `by_row` took its place (a correction), or
 *   because its file no longer has it (`by_row` null: a retraction).
 * - `reject`: what an import could not take in.
 */
export const importTables = ["fact_origin", "withdrawal", "reject"] as const;
export type ImportTable = (typeof importTables)[number];

/** Tables whose rows are sealed in blocks, not one by one: the datasets, and what imports leave beside them. */
export type BlockTable = DatasetId | ImportTable;

const makeImportTables: readonly string[] = [
  `CREATE TABLE fact_origin ("at" INTEGER NOT NULL, dataset VARCHAR NOT NULL, fact_row INTEGER NOT NULL,
    import_entry INTEGER NOT NULL, line INTEGER NOT NULL)`,
  `CREATE TABLE withdrawal ("at" INTEGER NOT NULL, dataset VARCHAR NOT NULL, fact_row INTEGER NOT NULL,
    withdrawn_on DATE NOT NULL, by_row INTEGER, by_entry INTEGER NOT NULL)`,
  `CREATE TABLE reject ("at" INTEGER NOT NULL, import_entry INTEGER NOT NULL, line INTEGER NOT NULL, column_name VARCHAR,
    why VARCHAR NOT NULL, raw VARCHAR NOT NULL)`,
];

/** What proves that nothing was altered: see `chain-entries.ts` and `seal-rows.ts`. */
const makeSealTables: readonly string[] = [
  `CREATE TABLE leaf (leaf INTEGER NOT NULL, "day" VARCHAR NOT NULL, kind VARCHAR NOT NULL, id VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL)`,
  `CREATE TABLE seal (seal INTEGER NOT NULL, "day" VARCHAR NOT NULL, leaves INTEGER NOT NULL, root VARCHAR NOT NULL,
    peaks VARCHAR NOT NULL, link VARCHAR NOT NULL)`,
  `CREATE TABLE block (table_name VARCHAR NOT NULL, first_row INTEGER NOT NULL, last_row INTEGER NOT NULL,
    met INTEGER NOT NULL, sha256 VARCHAR NOT NULL, prefixes BLOB NOT NULL)`,
];

/** Every table of a ledger but those of the datasets. */
export const makeTables: readonly string[] = [
  ...entryTables.map((table) => `CREATE TABLE ${table} (${entryTableColumns(table).join(", ")})`),
  ...makeImportTables,
  ...makeSealTables,
  "CREATE TABLE ledger_meta (name VARCHAR NOT NULL, value VARCHAR NOT NULL)",
];

/** Names of these tables. */
export const ledgerTables: readonly string[] = [
  ...entryTables,
  ...importTables,
  "leaf",
  "seal",
  "block",
  "ledger_meta",
];

const columnTypes: Readonly<Record<ColumnType, string>> = {
  integer: "INTEGER",
  double: "DOUBLE",
  text: "VARCHAR",
  day: "DATE",
  truth: "BOOLEAN",
};

/** The dataset's own columns with their types in the database, in order. */
export function datasetColumns(dataset: DatasetId): readonly {name: string; type: string}[] {
  return Object.entries(datasetTables[dataset].columns).map(([name, type]) => ({
    name,
    type: columnTypes[type],
  }));
}

/** Makes a dataset's table, empty, where there is none. */
export async function makeDatasetTable(writer: Writer, dataset: DatasetId): Promise<void> {
  const columns = datasetColumns(dataset).map(({name, type}) => `"${name}" ${type}`);
  await writer.run(
    `CREATE TABLE IF NOT EXISTS "${dataset}" ("row" INTEGER, recorded_on DATE, ${columns.join(", ")})`,
  );
}

/** Datasets that come by import alone have their tables from the first day, empty. */
export async function makeImportedTables(writer: Writer): Promise<void> {
  for (const id of importedDatasetIds) await makeDatasetTable(writer, id);
}

/** Datasets that have a table here, with rows or without. */
export async function datasetTablesHere(database: Database): Promise<readonly DatasetId[]> {
  const rows = await database.rows(
    "SELECT table_name FROM duckdb_tables() WHERE database_name = current_database()",
  );
  const names = new Set(rows.map(([name]) => name));
  return datasetIds.filter((id) => names.has(id));
}

/** Datasets that this ledger carries, whether or not a row of theirs was known on some day: carried, or imported once. */
export async function datasetsCarried(database: Database): Promise<readonly DatasetId[]> {
  const here = await datasetTablesHere(database);
  if (here.length === 0) return [];
  const each = here.map((id) => `SELECT '${id}' WHERE EXISTS (SELECT 1 FROM "${id}")`);
  const filled = new Set((await database.rows(each.join(" UNION ALL "))).map(([id]) => id));
  return here.filter((id) => filled.has(id) || carriedDatasetIds.some((carried) => carried === id));
}

/** Datasets of which at least one row was known on that day. */
export async function datasetsKnown(
  database: Database,
  asOf: Day,
): Promise<ReadonlySet<DatasetId>> {
  const here = await datasetTablesHere(database);
  if (here.length === 0) return new Set();
  const each = here.map(
    (id) => `SELECT '${id}' WHERE EXISTS (SELECT 1 FROM "${id}" WHERE ${rowKnown(id)})`,
  );
  const rows = await database.rows(each.join(" UNION ALL "), {asOf});
  const found = new Set(rows.map(([id]) => id));
  return new Set(here.filter((id) => found.has(id)));
}

/** What the ledger says of itself: `schema_version`, `data_sha256`, `app_version`. */
export async function readMeta(database: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await database.rows("SELECT name, value FROM ledger_meta ORDER BY name");
  return new Map(rows.map(([name, value]) => [String(name), String(value)]));
}
