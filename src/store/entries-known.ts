import type {EntryTable} from "./ledger-tables.ts";

/**
 * Every read of entries has it: an entry counts on a day when it was recorded by then and not retracted by then. What
 * is kept again after its retraction counts again.
 */
export function entryKnown(table: EntryTable): string {
  return `recorded_on <= CAST($asOf AS DATE) AND ${notRetracted(table, " AND r.recorded_on <= CAST($asOf AS DATE)")}`;
}

/** An entry that no retraction takes back, whatever its day. */
export function standing(table: EntryTable): string {
  return notRetracted(table, "");
}

function notRetracted(table: EntryTable, more: string): string {
  const none = (kind: EntryTable, id: string) =>
    `NOT EXISTS (SELECT 1 FROM retraction r WHERE r.of_kind = '${kind}' AND r.of_id = ${table}.${id}
      AND r.entry > ${table}.entry${more})`;
  // With a capture go its articles.
  return table === "article"
    ? `${none("article", "id")} AND ${none("capture", "capture_sha256")}`
    : none(table, "id");
}
