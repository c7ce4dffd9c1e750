import {existsSync} from "node:fs";
import {join} from "node:path";
import type {Database} from "../database.ts";
import {eventTables, rowHashSql} from "./event-columns.ts";
import {eventFolder, filesThere, sha256Of} from "./event-folder.ts";
import {type NamedFile, namedFiles} from "./event-manifest.ts";
import {sqlText} from "./sql-text.ts";

/** What was found of the event files; `fault` is one line about the first that is not as it was written, or null. */
export interface EventFilesVerified {
  readonly files: number;
  readonly rows: number;
  readonly fault: string | null;
  /** Files that lie in the folder and that the ledger does not name. */
  readonly unnamed: readonly string[];
}

/** Holds every event file against the hash that the ledger keeps of it, and names the first row that was altered. */
export async function verifyEventFiles(database: Database): Promise<EventFilesVerified> {
  const named = await namedFiles(database);
  let fault: string | null = null;
  let rows = 0;
  for (const file of named) {
    fault ??= await faultOf(database, file);
    rows += file.rows;
  }
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
  if ((await sha256Of(path)) === sha256) return null;
  return `the event file ${file} was altered${await alteredRow(database, path, file, rows)}`;
}

/** Where in the file the alteration is, as far as its rows tell. */
async function alteredRow(
  database: Database,
  path: string,
  file: string,
  rows: number,
): Promise<string> {
  const table = file.startsWith("mentions/") ? eventTables.mentions : eventTables.events;
  const from = `read_parquet(${sqlText(path)}, hive_partitioning=false, file_row_number=true)`;
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
