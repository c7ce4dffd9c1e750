import {firstLink} from "./chain-entries.ts";
import type {Database, Writer} from "./database.ts";
import {type EventFilesVerified, verifyEventFiles} from "./events/verify-event-files.ts";
import {byPlace, type Fault} from "./fault.ts";
import {readHead} from "./head-note.ts";
import {entryTables, ledgerTables} from "./ledger-tables.ts";
import {verifyChain} from "./verify-chain.ts";
import {differences, verifyEntries, verifyMeta} from "./verify-entries.ts";
import {verifyRows} from "./verify-rows.ts";

/** What a check of the whole ledger found. */
export interface Verification {
  /** True when nothing was altered, taken out or added. */
  readonly whole: boolean;
  /** Rows of datasets and of what imports left beside them. */
  readonly rows: number;
  /** Entries of the chain: blocks of rows, and each capture, article, event, judgement, move version and the like. */
  readonly entries: number;
  readonly seals: number;
  readonly days: number;
  /** The end of the chain. Kept elsewhere, it proves later that the ledger still holds all that it held today. */
  readonly head: string;
  /** In the order in which they were kept: the first is the first entry that is not as it was. */
  readonly faults: readonly Fault[];
}

/**
 * Proves that nothing in the ledger was altered, taken out or added since it was kept: works out every hash from the
 * content, every day's root from the hashes, and every link from the roots. All is read as of one moment. The chain
 * must still hold the head that is noted beside the ledger, and `expect`, a head that someone noted elsewhere.
 */
export async function verifyLedger(database: Database, expect?: string): Promise<Verification> {
  const eventFiles = await verifyEventFiles(database);
  return database.snapshot(async (reader) => {
    const tables = await reader.rows(
      "SELECT table_name FROM duckdb_tables() WHERE database_name = current_database()",
    );
    const here = new Set(tables.map(([name]) => String(name)));
    const gone = ledgerTables.filter((table) => !here.has(table)).map(missingTable);
    if (gone.length > 0)
      return {whole: false, rows: 0, entries: 0, seals: 0, days: 0, head: firstLink, faults: gone};
    const chain = await verifyChain(reader);
    const faults: Fault[] = [...chain.faults, ...(await verifyMeta(reader))];
    for (const table of entryTables) faults.push(...(await verifyEntries(reader, table)));
    const {rows, faults: inRows} = await verifyRows(reader, here);
    faults.push(...inRows);
    faults.push(...(await eventFileFaults(reader, here, eventFiles)));
    faults.push(...(await strangers(reader)));
    const noted = [expect, readHead(database.path)?.link].filter((link) => link !== undefined);
    if (chain.faults.length === 0)
      faults.push(...noted.filter((link) => !chain.links.has(link)).map(missingSeal));
    faults.sort(byPlace);
    const {leaves: entries, seals, days, head} = chain;
    return {whole: faults.length === 0, rows, entries, seals, days, head, faults};
  });
}

function missingTable(table: string): Fault {
  return {
    what: "missing",
    kind: "table",
    id: table,
    leaf: null,
    tells: `the table ${table} is missing with all that it held`,
  };
}

function missingSeal(link: string): Fault {
  return {
    what: "missing",
    kind: "seal",
    id: link,
    leaf: null,
    tells: `the seal ${link.slice(0, 16)}… that was noted is missing: what was kept last was dropped, or this is another ledger`,
  };
}

/** Files of events that are not as they were chained, or whose entry in the ledger is not. */
async function eventFileFaults(
  reader: Pick<Writer, "rows">,
  here: ReadonlySet<string>,
  {fault}: EventFilesVerified,
): Promise<readonly Fault[]> {
  const kind = "event-file";
  const faults: Fault[] = [];
  const named = here.has("event_file")
    ? "SELECT file AS id, sha256 FROM event_file"
    : "SELECT '' AS id, '' AS sha256 WHERE false";
  for (const [leaf, id, added, missing] of await reader.rows(differences(named), {kind})) {
    const what = added === true ? "added" : missing === true ? "missing" : "altered";
    faults.push({
      what,
      kind,
      id: String(id),
      leaf: leaf === null ? null : Number(leaf),
      tells: `the entry of event file ${id} ${what === "missing" ? "is missing" : `was ${what}`}`,
    });
  }
  if (fault !== null) faults.push({what: "altered", kind, id: fault, leaf: null, tells: fault});
  return faults;
}

/** Kinds of leaves that nobody here knows to check. */
async function strangers(reader: Pick<Writer, "rows">): Promise<readonly Fault[]> {
  const known: readonly string[] = ["meta", "rows", "event-file", ...entryTables];
  const rows = await reader.rows("SELECT kind, min(leaf) FROM leaf GROUP BY kind ORDER BY 2");
  return rows
    .filter(([kind]) => !known.includes(String(kind)))
    .map(([kind, leaf]) => ({
      what: "added",
      kind: String(kind),
      id: String(leaf),
      leaf: Number(leaf),
      tells: `entry ${leaf} of the chain is of a kind that this Demarche does not know: ${kind}`,
    }));
}
