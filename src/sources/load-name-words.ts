import {parse} from "csv-parse/sync";
import {z} from "zod";
import type {NameWords} from "../world/index.ts";
import {readYamlEntry, type TextDisk} from "./read-table.ts";

const words = z.array(z.string().min(1));
const wordsEntry = z.strictObject({
  legalForms: z.record(z.string(), words),
  titles: words,
  particles: words,
  abbreviations: z.record(z.string(), z.string()),
  numbers: words,
  tens: words,
  ordinals: words,
  shortForms: z.record(z.string(), words),
});
const countRow = z.tuple([z.string().min(1), z.coerce.number().int().positive()]);

/**
 * Reads what the words of names say: `reference/name-words.yaml`, and in `reference/name-frequencies.tsv` how many listed
 * names hold each word (its first line: how many names were counted).
 * @throws Error naming file and fault: a broken reference file is a fault of ours.
 */
export function loadNameWords(disk: TextDisk, root: string): NameWords {
  const file = "reference/name-frequencies.tsv";
  const rows: unknown = parse(disk.readText(`${root}/${file}`), {delimiter: "\t", quote: null});
  const read = z.array(countRow).min(1).safeParse(rows);
  if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`);
  const [[, names] = ["names", 1], ...counts] = read.data;
  return {
    ...readYamlEntry(disk, root, "reference/name-words.yaml", wordsEntry),
    listed: {names, counts: new Map(counts)},
  };
}
