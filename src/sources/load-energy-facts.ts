import {z} from "zod";
import type {EnergyFacts} from "../world/index.ts";
import {readCsv, type TextDisk} from "./read-table.ts";

const state = z.string().regex(/^[A-Z]{3}$/);
const words = z.string().min(1);

const terminalRow = z.strictObject({
  state,
  mtpa: z.coerce.number().positive(),
  whole: z.enum(["yes", "no"]).transform((text) => text === "yes"),
  as_of: z.string().regex(/^\d{4}(-\d{2})?$/),
  source: words,
});

const gradeRow = z.strictObject({
  exporter: state,
  grade: words,
  sulphur: z.enum(["sweet", "sour"]),
  source: words,
});

/**
 * Reads what terminals can take and which grades exporters are known for: `reference/lng-terminals.csv` and
 * `reference/crude-grades.csv`.
 * @throws Error naming file and fault: a broken reference file is a fault of ours.
 */
export function loadEnergyFacts(disk: TextDisk, root: string): EnergyFacts {
  return {
    terminals: readCsv(disk, root, "reference/lng-terminals.csv", terminalRow).map(
      ({as_of: asOf, ...row}) => ({...row, asOf}),
    ),
    grades: readCsv(disk, root, "reference/crude-grades.csv", gradeRow),
  };
}
