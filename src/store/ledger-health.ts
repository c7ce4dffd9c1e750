import {existsSync, readdirSync, statSync} from "node:fs";
import {basename, dirname, resolve} from "node:path";
import type {DatasetId} from "../world/index.ts";
import type {Database, Scalar} from "./database.ts";
import {type EventHealth, eventHealth} from "./events/event-health.ts";
import {readHead} from "./head-note.ts";
import {datasetsCarried, entryTables, ledgerTables, readMeta} from "./ledger-tables.ts";
import {readVerified, type VerifiedNote} from "./verified-note.ts";

export interface LedgerHealth {
  readonly path: string;
  /** Of the ledger's file and its log; event files lie beside it. */
  readonly bytes: number;
  readonly schemaVersion: string;
  /** SHA-256 of the data package from which the ledger was made. */
  readonly dataSha256: string;
  /** Version of Demarche that made the ledger. */
  readonly appVersion: string;
  readonly datasets: readonly DatasetId[];
  /** Days are of `recorded_on`: when we knew. Bytes are those of the blocks that hold something of the table. */
  readonly tables: readonly {
    readonly name: string;
    readonly rows: number;
    readonly bytes: number;
    readonly oldest: string | null;
    readonly newest: string | null;
  }[];
  /** The day of the newest entry; null while there is none. */
  readonly newestEntry: string | null;
  /** Different bytes that are kept as they came, and what they take deflated. */
  readonly captures: {readonly kept: number; readonly bytes: number};
  readonly imports: number;
  /** What imports could not take in; all are counted, the first ten thousand of each are kept. */
  readonly rejects: {readonly counted: number; readonly kept: number};
  readonly events: EventHealth;
  readonly chain: {
    readonly entries: number;
    readonly seals: number;
    readonly head: string;
    /** Entries without a seal: a fault. */
    readonly unsealed: number;
    /** Whether the head noted beside the ledger is among its seals; null where none is noted. */
    readonly holdsNotedHead: boolean | null;
  };
  /** The last check with `demarche verify`. */
  readonly verified: VerifiedNote | null;
  /** Files that a killed process left beside the ledger. */
  readonly leftOvers: readonly string[];
}

/** Statements of this file, by what they are for: bound against the real schema in the tests. */
export const healthStatements = {
  captures:
    "SELECT CAST(count(bytes) AS DOUBLE), CAST(coalesce(sum(octet_length(bytes)), 0) AS DOUBLE) FROM capture",
  imports: `SELECT CAST(count(*) AS DOUBLE),
    CAST(coalesce(sum(CAST(regexp_extract(content, '"rejected":(\\d+)', 1) AS INTEGER)), 0) AS DOUBLE),
    CAST((SELECT count(*) FROM reject) AS DOUBLE) FROM import`,
  chain: `SELECT CAST((SELECT count(*) FROM leaf) AS DOUBLE), CAST((SELECT count(*) FROM seal) AS DOUBLE),
    coalesce((SELECT link FROM seal ORDER BY seal DESC LIMIT 1), ''),
    CAST(coalesce((SELECT sum(leaves) FROM (SELECT max(leaves) AS leaves FROM seal GROUP BY "day")), 0) AS DOUBLE)`,
  newestEntry: `SELECT CAST(max(day) AS VARCHAR) FROM (${entryTables
    .map((table) => `SELECT max(recorded_on) AS day FROM ${table}`)
    .join(" UNION ALL ")})`,
  holds: "SELECT 1 FROM seal WHERE link = $link LIMIT 1",
  blockSize: "SELECT CAST(block_size AS DOUBLE) FROM pragma_database_size() LIMIT 1",
} as const;

/** Blocks that hold something of a table; long values have blocks of their own. */
export function blocksUsed(table: string): string {
  return `SELECT CAST(count(DISTINCT block) AS DOUBLE) FROM (
    SELECT block_id AS block FROM pragma_storage_info('${table}') WHERE block_id >= 0
    UNION ALL SELECT unnest(additional_block_ids) FROM pragma_storage_info('${table}'))`;
}

/** How big the ledger is, how old, and how healthy. */
export async function ledgerHealth(database: Database): Promise<LedgerHealth> {
  const meta = await readMeta(database);
  const datasets = await datasetsCarried(database);
  const one = async (sql: string): Promise<readonly Scalar[]> =>
    (await database.rows(sql))[0] ?? [];
  const [blockSize = 0] = await one(healthStatements.blockSize);
  const dated = new Set<string>([...datasets, ...entryTables]);
  const tables: LedgerHealth["tables"][number][] = [];
  for (const name of new Set([...datasets, ...ledgerTables])) {
    const days = dated.has(name)
      ? "CAST(min(recorded_on) AS VARCHAR), CAST(max(recorded_on) AS VARCHAR)"
      : "NULL, NULL";
    const [rows, oldest, newest] = await one(
      `SELECT CAST(count(*) AS DOUBLE), ${days} FROM "${name}"`,
    );
    const [blocks] = await one(blocksUsed(name));
    tables.push({
      name,
      rows: Number(rows),
      bytes: Number(blocks) * Number(blockSize),
      oldest: oldest === null ? null : String(oldest),
      newest: newest === null ? null : String(newest),
    });
  }
  const [kept, keptBytes] = await one(healthStatements.captures);
  const [imports, counted, rejectsKept] = await one(healthStatements.imports);
  const [entries, seals, head, sealed] = await one(healthStatements.chain);
  const [newestEntry = null] = await one(healthStatements.newestEntry);
  const noted = readHead(database.path);
  const wal = `${database.path}.wal`;
  return {
    path: database.path,
    bytes: statSync(database.path).size + (existsSync(wal) ? statSync(wal).size : 0),
    schemaVersion: meta.get("schema_version") ?? "",
    dataSha256: meta.get("data_sha256") ?? "",
    appVersion: meta.get("app_version") ?? "",
    datasets,
    tables,
    newestEntry: newestEntry === null ? null : String(newestEntry),
    captures: {kept: Number(kept), bytes: Number(keptBytes)},
    imports: Number(imports),
    rejects: {counted: Number(counted), kept: Number(rejectsKept)},
    events: await eventHealth(database),
    chain: {
      entries: Number(entries),
      seals: Number(seals),
      head: String(head),
      unsealed: Number(entries) - Number(sealed),
      holdsNotedHead:
        noted === null
          ? null
          : (await database.rows(healthStatements.holds, {link: noted.link})).length > 0,
    },
    verified: readVerified(database.path),
    leftOvers: leftBeside(database.path),
  };
}

/** Files of makings, restorings and backups of this ledger that did not end; those of a running one are among them. */
function leftBeside(path: string): readonly string[] {
  const start = `${basename(path)}.`;
  return readdirSync(dirname(resolve(path)))
    .filter((file) => file.startsWith(start))
    .filter((file) => /^(making|restoring)-\d+/.test(file.slice(start.length)))
    .sort();
}
