import type {Writer} from "./database.ts";
import type {Fault} from "./fault.ts";
import type {EntryTable} from "./ledger-tables.ts";
import {entryHashes, sealMeta, tableColumns} from "./seal-rows.ts";

/** Faults of one kind that are told; the first is what matters, the rest show how far it goes. */
export const mostFaults = 20;

/** Statement for the entries of a kind whose content is not what was chained; `content` gives their id and hash. */
export function differences(content: string): string {
  return `SELECT l.leaf, coalesce(l.id, c.id), l.id IS NULL, c.id IS NULL
    FROM (SELECT leaf, id, sha256, row_number() OVER (PARTITION BY id ORDER BY leaf) AS copy FROM leaf
      WHERE kind = $kind) l
    FULL JOIN (SELECT id, sha256, row_number() OVER (PARTITION BY id ORDER BY sha256) AS copy FROM (${content})) c
      ON l.id = c.id AND l.copy = c.copy
    WHERE l.sha256 IS DISTINCT FROM c.sha256 ORDER BY l.leaf NULLS LAST, 2 LIMIT ${mostFaults}`;
}

const names: Readonly<Record<EntryTable, string>> = {
  capture: "capture",
  article: "article",
  coded_event: "coded event",
  judgement: "judgement",
  move_version: "version of move",
  import: "import",
  retraction: "retraction",
};

/** Compares every entry of a table with what was chained of it. */
export async function verifyEntries(
  reader: Pick<Writer, "rows">,
  table: EntryTable,
): Promise<readonly Fault[]> {
  const columns = await tableColumns(reader, table);
  const rows = await reader.rows(differences(entryHashes(columns, table)), {kind: table});
  return rows.map(([leaf, id, added, missing]) => {
    const what = added === true ? "added" : missing === true ? "missing" : "altered";
    const [entry, ...name] = String(id).split(" ");
    return {
      what,
      kind: table,
      id: String(id),
      leaf: leaf === null ? null : Number(leaf),
      tells: `${names[table]} ${name.join(" ")} (entry ${entry}) ${what === "missing" ? "is missing" : `was ${what}`}`,
    };
  });
}

/** Compares what the ledger says of itself with what was chained of it. */
export async function verifyMeta(reader: Pick<Writer, "rows">): Promise<readonly Fault[]> {
  const kept = await reader.rows("SELECT name, value FROM ledger_meta ORDER BY name");
  const chained = await reader.rows(
    "SELECT leaf, id, sha256 FROM leaf WHERE kind = 'meta' ORDER BY leaf",
  );
  const left = kept.map(([name, value]) => sealMeta(String(name), String(value)));
  const faults: Fault[] = [];
  const tell = (what: Fault["what"], id: string, leaf: number | null) =>
    faults.push({
      what,
      kind: "meta",
      id,
      leaf,
      tells: `what the ledger says of itself (${id}) ${what === "missing" ? "is missing" : `was ${what}`}`,
    });
  for (const [leaf, id, sha256] of chained) {
    const at = left.findIndex((one) => one.id === id);
    const [found] = at < 0 ? [] : left.splice(at, 1);
    if (found?.sha256 !== sha256)
      tell(found === undefined ? "missing" : "altered", String(id), Number(leaf));
  }
  for (const {id} of left) tell("added", id, null);
  return faults;
}
