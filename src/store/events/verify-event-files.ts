import {existsSync} from "node:fs";
import {join} from "node:path";
import type {Database} from "../database.ts";
import {onlyFile, sqlFile} from "../sql-text.ts";
import {eventTables, rowHashSql} from "./event-columns.ts";
import {eventFolder, filesThere, sha256Of} from "./event-folder.ts";
import {type NamedFile, namedFiles} from "./event-manifest.ts";
import {verifyEventCounts} from "./verify-event-counts.ts";

/** What was found of the event files; `fault` is one line about the first that is not as it was written, or null. */
export interface EventFilesVerified {
  readonly files: number;
  readonly rows: number;
  readonly fault: string | null;
  /** Files that lie in the folder and that the ledger does not name. */
  readonly unnamed: readonly string[];
}

/**
 * Holds every event file against the hash that the ledger keeps of it, and names the first row that was altered; then what
 * the ledger keeps of the files against the files.
 */
export async function verifyEventFiles(database: Database): Promise<EventFilesVerified> {
  const named = await namedFiles(database);
  let fault: string | null = null;
  let rows = 0;
  for (const file of named) {
    fault ??= await faultOf(database, file);
    rows += file.rows;
  }
  fault ??= await verifyEventCounts(database);
  const names = new Set(named.map(({file}) => file));
  const unnamed = filesThere(database.path).filter((file) => !names.has(file));
  return {files: named.length, rows, fault, unnamed};
}

async function faultOf(
  database: Database,
  {file, sha256, rows}: NamedFile,
): Promise<string | null> {
  const path = join(eventFolder(database.path), file);
  if (!existsSync(path)) return `the event file ${file} is missing`;
  if ((await sha256Of(path)) !== sha256)
    return `the event file ${file} was altered${await alteredRow(database, path, file, rows)}`;
  if (await isDescribed(database, path, file)) return null;
  return `what the ledger says of the event file ${file} was altered`;
}

/** Whether the ledger's row about a file, by which reads choose their files, says what is in it. */
async function isDescribed(database: Database, path: string, file: string): Promise<boolean> {
  const [inFile, inLedger] = await database.rows(
    `SELECT CAST(count(*) AS DOUBLE), CAST(min("day") AS VARCHAR), CAST(max("day") AS VARCHAR), min(import_entry),
        CAST(min(recorded_on) AS VARCHAR), min(event_id), max(event_id), min(month_number), max(month_number)
      FROM read_parquet($path, hive_partitioning=false)
      UNION ALL SELECT CAST(row_count AS DOUBLE), CAST(first_day AS VARCHAR), CAST(last_day AS VARCHAR), import_entry,
        CAST(recorded_on AS VARCHAR), first_id, last_id, month_number, month_number FROM event_file
      WHERE file = $file`,
    {path: onlyFile(path), file},
  );
  return JSON.stringify(inFile) === JSON.stringify(inLedger);
}

/** Where in the file the alteration is, as far as its rows tell. */
async function alteredRow(
  database: Database,
  path: string,
  file: string,
  rows: number,
): Promise<string> {
  const table = file.startsWith("mentions/") ? eventTables.mentions : eventTables.events;
  const from = `read_parquet(${sqlFile(path)}, hive_partitioning=false, file_row_number=true)`;
  try {
    const [found] = await database.rows(
      `SELECT CAST(file_row_number + 1 AS DOUBLE), event_id FROM ${from}
        WHERE row_hash IS DISTINCT FROM ${rowHashSql(table)} ORDER BY file_row_number LIMIT 1`,
    );
    if (found !== undefined) return ` in its row ${found[0]} (event ${found[1]})`;
    const [[count = 0] = []] = await database.rows(`SELECT CAST(count(*) AS DOUBLE) FROM ${from}`);
    return Number(count) === rows ? "" : `: it has ${count} rows, where ${rows} were written`;
  } catch {
    return " and can no longer be read";
  }
}
