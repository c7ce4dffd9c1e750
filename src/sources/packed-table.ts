import type {TextDisk} from "./read-table.ts";
import {type ReferenceDisk, unpacked} from "./weights-reader.ts";

/** Long tables whose rows stand in `corpus/` and which ship packed by Brotli: a fifth of the room. */
export const packedTables = ["phrases", "persons"] as const;
export type PackedTable = (typeof packedTables)[number];

/** Where a long table stands as its rows are written, and where it ships. `scripts/pack-tables.ts` makes one of the other. */
export const writtenPath = (table: PackedTable) => `corpus/${table}.tsv`;
export const packedPath = (table: PackedTable) => `reference/packed/${table}.tsv.br`;

/** A disk on which what is packed reads as the text that it was. */
export function unpacking(disk: ReferenceDisk): TextDisk {
  return {readText: (path) => unpacked(disk, path).toString("utf8")};
}
