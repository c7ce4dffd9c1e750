import {z} from "zod";
import {readCsv, type TextDisk} from "./read-table.ts";

const row = z.strictObject({
  first: z.string().startsWith("A/"),
  again: z.string().startsWith("A/"),
});

/** That a resolution of the General Assembly repeats an earlier one, by their symbols. */
export type RepeatedResolution = Readonly<z.infer<typeof row>>;

/**
 * Reads `reference/repeated-texts.csv`.
 * @throws Error naming file and line: a broken reference file is a fault of ours.
 */
export function loadRepeatedTexts(disk: TextDisk, root: string): readonly RepeatedResolution[] {
  return readCsv(disk, root, "reference/repeated-texts.csv", row);
}
