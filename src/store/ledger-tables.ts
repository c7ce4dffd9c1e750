import {type DatasetId, type Day, datasetIds} from "../world/index.ts";
import type {Database} from "./database.ts";
import {known} from "./facts/fact-query.ts";

/** Version of the tables below. A ledger of another version is not opened, and not harmed. */
export const schemaVersion = 1;

/**
 * What people and texts add, beside the datasets. Every entry has its two times (`valid_*`: when it was true,
 * `recorded_on`: when we knew), its origin, and itself as JSON. `entry` counts all entries in the order they came.
 * Nothing in these tables is ever changed or taken out: a later entry speaks for itself.
 */
export const entryTables = ["capture", "article", "coded_event", "judgement"] as const;
export type EntryTable = (typeof entryTables)[number];

const entryColumns = `entry INTEGER NOT NULL, id VARCHAR NOT NULL, valid_from DATE, valid_to DATE,
  recorded_on DATE NOT NULL, origin VARCHAR NOT NULL, content VARCHAR NOT NULL`;

export const makeEntryTables: readonly string[] = [
  `CREATE TABLE capture (${entryColumns}, bytes BLOB NOT NULL)`,
  `CREATE TABLE article (${entryColumns})`,
  `CREATE TABLE coded_event (${entryColumns}, article_id VARCHAR NOT NULL, coder VARCHAR NOT NULL)`,
  `CREATE TABLE judgement (${entryColumns})`,
  "CREATE TABLE ledger_meta (name VARCHAR NOT NULL, value VARCHAR NOT NULL)",
];

/** Datasets that this ledger carries, whether or not a row of theirs was known on some day. */
export async function datasetsCarried(database: Database): Promise<readonly DatasetId[]> {
  const rows = await database.rows(
    "SELECT table_name FROM duckdb_tables() WHERE database_name = current_database()",
  );
  const names = new Set(rows.map(([name]) => name));
  return datasetIds.filter((id) => names.has(id));
}

/** Datasets of which at least one row was known on that day. */
export async function datasetsKnown(
  database: Database,
  asOf: Day,
): Promise<ReadonlySet<DatasetId>> {
  const carried = await datasetsCarried(database);
  if (carried.length === 0) return new Set();
  const each = carried.map(
    (id) => `SELECT '${id}' WHERE EXISTS (SELECT 1 FROM "${id}" WHERE ${known})`,
  );
  const rows = await database.rows(each.join(" UNION ALL "), {asOf});
  const found = new Set(rows.map(([id]) => id));
  return new Set(carried.filter((id) => found.has(id)));
}

/** What the ledger says of itself: `schema_version`, `data_sha256`, `app_version`. */
export async function readMeta(database: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await database.rows("SELECT name, value FROM ledger_meta ORDER BY name");
  return new Map(rows.map(([name, value]) => [String(name), String(value)]));
}
