import {existsSync, statSync} from "node:fs";
import type {DatasetId} from "../world/index.ts";
import type {Database} from "./database.ts";
import {datasetsCarried, entryTables, readMeta} from "./ledger-tables.ts";

export interface LedgerHealth {
  readonly path: string;
  readonly bytes: number;
  readonly schemaVersion: string;
  /** SHA-256 of the data package from which the ledger was made. */
  readonly dataSha256: string;
  /** Version of Demarche that made the ledger. */
  readonly appVersion: string;
  readonly datasets: readonly DatasetId[];
  readonly tables: readonly {
    readonly name: string;
    readonly rows: number;
    readonly oldest: string | null;
    readonly newest: string | null;
  }[];
}

/** How big the ledger is and how old its data are. Dates are of `recorded_on`: when we knew. */
export async function ledgerHealth(database: Database): Promise<LedgerHealth> {
  const meta = await readMeta(database);
  const datasets = await datasetsCarried(database);
  const rows = await database.rows(
    [...datasets, ...entryTables]
      .map(
        (name, at) => `SELECT ${at}, CAST(count(*) AS DOUBLE), CAST(min(recorded_on) AS VARCHAR),
          CAST(max(recorded_on) AS VARCHAR), '${name}' FROM "${name}"`,
      )
      .join(" UNION ALL ")
      .concat(" ORDER BY 1"),
  );
  const wal = `${database.path}.wal`;
  return {
    path: database.path,
    bytes: statSync(database.path).size + (existsSync(wal) ? statSync(wal).size : 0),
    schemaVersion: meta.get("schema_version") ?? "",
    dataSha256: meta.get("data_sha256") ?? "",
    appVersion: meta.get("app_version") ?? "",
    datasets,
    tables: rows.map(([, count, oldest, newest, name]) => ({
      name: String(name),
      rows: Number(count),
      oldest: oldest === null ? null : String(oldest),
      newest: newest === null ? null : String(newest),
    })),
  };
}
