import {writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Database, Scalar} from "../database.ts";
import {makeFolder} from "../make-folder.ts";
import {eventFolder, placeFile} from "./event-folder.ts";

/** Statements of this file, by what they are for: bound against the real schema in the tests. */
export const manifestStatements = {
  files: `SELECT file, row_count, CAST(byte_count AS DOUBLE), sha256, CAST(first_day AS VARCHAR), CAST(last_day AS VARCHAR),
    import_entry, CAST(recorded_on AS VARCHAR) FROM event_file ORDER BY file`,
} as const;

/** A file of events as the ledger names it. */
export interface NamedFile {
  /** Within the event folder. */
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly importEntry: number;
  readonly recordedOn: string;
}

/** The files that are there, for the ledger names them; none where no events were ever imported. */
export async function namedFiles(database: Database): Promise<readonly NamedFile[]> {
  if (!(await hasEventTables(database))) return [];
  const rows = await database.rows(manifestStatements.files);
  return rows.map(
    ([
      file,
      count,
      bytes,
      sha256,
      firstDay,
      lastDay,
      importEntry,
      recordedOn,
    ]: readonly Scalar[]) => ({
      file: String(file),
      rows: Number(count),
      bytes: Number(bytes),
      sha256: String(sha256),
      firstDay: String(firstDay),
      lastDay: String(lastDay),
      importEntry: Number(importEntry),
      recordedOn: String(recordedOn),
    }),
  );
}

/** Whether events can have been imported here: a ledger that is open for reading only may have no tables for them. */
export async function hasEventTables(database: Database): Promise<boolean> {
  const found = await database.rows(
    "SELECT 1 FROM duckdb_tables() WHERE database_name = current_database() AND table_name = 'event_file'",
  );
  return found.length > 0;
}

export const manifestName = "manifest.json";

/** Writes `manifest.json`, so that who reads the files without the ledger knows which are there. */
export async function writeManifest(database: Database): Promise<void> {
  const files = await namedFiles(database);
  if (files.length === 0) return;
  const folder = eventFolder(database.path);
  makeFolder(folder);
  const about =
    "Files of coded events. Of several rows with one event_id in one dataset the row of the greatest import_entry stands; as of a day, of those with recorded_on up to it.";
  const written = join(folder, `.${manifestName}`);
  writeFileSync(written, `${JSON.stringify({about, files}, null, 1)}\n`);
  placeFile(written, join(folder, manifestName));
}
