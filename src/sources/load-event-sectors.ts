import {z} from "zod";
import {type EventSectors, sectors} from "../world/index.ts";
import {readCsv, type TextDisk} from "./read-table.ts";

const row = z.strictObject({
  scheme: z.enum(["cameo", "plover"]),
  code: z.string().regex(/^(\d+|[A-Z]+)$/),
  sector: z.enum(sectors),
  why: z.string().min(1),
});

/**
 * Reads which codes of event files name a sector: `reference/event-sectors.csv`.
 * @throws Error naming file and fault: a broken reference file is a fault of ours.
 */
export function loadEventSectors(disk: TextDisk, root: string): EventSectors {
  return readCsv(disk, root, "reference/event-sectors.csv", row).map(({scheme, code, sector}) => ({
    scheme,
    code,
    sector,
  }));
}
