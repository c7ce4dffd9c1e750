import {existsSync, renameSync} from "node:fs";
import {type Database, openDatabase} from "./database.ts";
import {readMeta, schemaVersion} from "./ledger-tables.ts";
import {firstVersion, migrateLedger} from "./migrate-ledger.ts";
import {LedgerHeld, StoreError} from "./store-error.ts";

/**
 * Makes the ledger that stands at a path ready to be attached and read. A file that cannot be read is moved aside whole,
 * never written over.
 * @returns whether there is something to take over.
 * @throws LedgerHeld
 */
export async function readyToTakeOver(
  path: string,
  progress: (line: string) => void,
): Promise<boolean> {
  let database: Database | null = null;
  try {
    database = await openDatabase(path, false);
    const version = (await readMeta(database)).get("schema_version");
    // What its log holds must come into the file: the log is not attached with it, and would outlive the file.
    await database.checkpoint();
    await database.close();
    if (version === firstVersion) await migrateLedger(path);
    else if (version !== String(schemaVersion))
      throw new Error(`the ledger ${path} is of version ${version}`);
    return true;
  } catch (error) {
    await database?.close();
    if (error instanceof LedgerHeld) throw error;
    if (error instanceof StoreError && error.exitCode !== 3) throw error;
    const aside = freeName(`${path}.old`);
    renameSync(path, aside);
    if (existsSync(`${path}.wal`)) renameSync(`${path}.wal`, `${aside}.wal`);
    progress(`what stood at ${path} could not be taken over; it is kept as ${aside}`);
    return false;
  }
}

/** The name, or the first with a number that nothing has. */
export function freeName(wished: string): string {
  let name = wished;
  for (let count = 2; existsSync(name); count += 1) name = `${wished}-${count}`;
  return name;
}
