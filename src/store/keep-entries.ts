import {existsSync, renameSync} from "node:fs";
import {type Database, openDatabase, type Scalar} from "./database.ts";
import {type EntryTable, entryTables, readMeta, schemaVersion} from "./ledger-tables.ts";
import {LedgerHeld, StoreError} from "./store-error.ts";

const columnsOf: Readonly<Record<EntryTable, readonly string[]>> = {
  capture: ["entry", "id", "valid_from", "valid_to", "recorded_on", "origin", "content", "bytes"],
  article: ["entry", "id", "valid_from", "valid_to", "recorded_on", "origin", "content"],
  coded_event: [
    "entry",
    "id",
    "valid_from",
    "valid_to",
    "recorded_on",
    "origin",
    "content",
    "article_id",
    "coder",
  ],
  judgement: ["entry", "id", "valid_from", "valid_to", "recorded_on", "origin", "content"],
};
/** DuckDB's types of the columns that are no text. Bytes travel as hexadecimal text. */
const castOf: Readonly<Record<string, string>> = {
  entry: "INTEGER",
  valid_from: "DATE",
  valid_to: "DATE",
  recorded_on: "DATE",
};

export type OldEntries = ReadonlyMap<EntryTable, readonly (readonly Scalar[])[]>;

/**
 * What was read and judged in the ledger that stands there, to be taken over into the new one. A file that cannot be
 * read is moved aside whole, never written over.
 * @throws LedgerHeld
 */
export async function readOldEntries(
  path: string,
  progress: (line: string) => void,
): Promise<OldEntries | null> {
  let database: Database | null = null;
  try {
    database = await openDatabase(path, false);
    const meta = await readMeta(database);
    if (meta.get("schema_version") !== String(schemaVersion))
      throw new Error(`the ledger ${path} is of version ${meta.get("schema_version")}`);
    const old = new Map<EntryTable, readonly (readonly Scalar[])[]>();
    for (const table of entryTables) {
      const list = columnsOf[table].map((column) =>
        column === "bytes"
          ? "hex(bytes)"
          : column in castOf && column !== "entry"
            ? `CAST(${column} AS VARCHAR)`
            : column,
      );
      old.set(table, await database.rows(`SELECT ${list.join(", ")} FROM ${table} ORDER BY entry`));
    }
    await database.close();
    return old;
  } catch (error) {
    await database?.close();
    if (error instanceof LedgerHeld) throw error;
    if (error instanceof StoreError && error.exitCode !== 3) throw error;
    const aside = freeName(`${path}.old`);
    renameSync(path, aside);
    if (existsSync(`${path}.wal`)) renameSync(`${path}.wal`, `${aside}.wal`);
    progress(`what stood at ${path} could not be taken over; it is kept as ${aside}`);
    return null;
  }
}

function freeName(wished: string): string {
  let name = wished;
  for (let count = 2; existsSync(name); count += 1) name = `${wished}-${count}`;
  return name;
}

export async function bringEntries(database: Database, old: OldEntries): Promise<void> {
  await database.write(async (writer) => {
    for (const [table, rows] of old) {
      const columns = columnsOf[table];
      const list = columns.map((column) => {
        if (column === "bytes") return "unhex($bytes)";
        const type = castOf[column];
        return type === undefined ? `$${column}` : `CAST($${column} AS ${type})`;
      });
      for (const row of rows) {
        const values = Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null]));
        await writer.run(
          `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${list.join(", ")})`,
          values,
        );
      }
    }
  });
}
