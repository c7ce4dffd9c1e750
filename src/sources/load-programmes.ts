import {z} from "zod";
import type {SanctionProgramme} from "../world/index.ts";
import {readCsv, type TextDisk} from "./read-table.ts";

const row = z.strictObject({
  list: z.string().min(1),
  programme: z.string().min(1),
  target: z.string().regex(/^[A-Z]{3}$/),
  basis: z.string().min(1),
});

/**
 * Reads at which state a list's programmes aim: `reference/sanction-programmes.csv`.
 * @throws Error naming file and fault: a broken reference file is a fault of ours.
 */
export function loadProgrammes(disk: TextDisk, root: string): readonly SanctionProgramme[] {
  return readCsv(disk, root, "reference/sanction-programmes.csv", row);
}
