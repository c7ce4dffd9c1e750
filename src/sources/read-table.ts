import {parse as parseCsv} from "csv-parse/sync";
import {parseDocument} from "yaml";
import type {z} from "zod";
import type {LongTable} from "../world/index.ts";

/** What `reference/` is read through; the real disk, or a test's. */
export interface TextDisk {
  /** Text of a file. @throws Error with `code` "ENOENT" when there is none. */
  readonly readText: (path: string) => string;
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return error.message;
  const where = issue.path.map(String).join(".");
  return where === "" ? issue.message : `${where}: ${issue.message}`;
}

/** Reads a CSV file of ours, one strict record per row. @throws Error naming the file and the line. */
export function readCsv<Row>(
  disk: TextDisk,
  root: string,
  file: string,
  schema: z.ZodType<Row>,
): readonly Row[] {
  const raw: unknown = parseCsv(disk.readText(`${root}/${file}`), {
    columns: true,
    bom: true,
    info: true,
    skip_empty_lines: true,
  });
  return (raw as {info: {lines: number}; record: unknown}[]).map(({info, record}) => {
    const row = schema.safeParse(record);
    if (row.success) return row.data;
    throw new Error(`${file}: line ${info.lines}: ${firstIssue(row.error)}`);
  });
}

/**
 * Reads a long file of ours whose cells are parted by tabs and hold neither tabs nor quotation marks that mean anything, in a
 * third of the memory that `readCsv` takes. @throws Error naming the file and the line.
 */
export function readTsv<Row>(
  disk: TextDisk,
  root: string,
  file: string,
  schema: z.ZodType<Row>,
): readonly Row[] {
  const table = readLongTable(disk, root, file, schema);
  return Array.from({length: table.length}, (_, place) => table.at(place));
}

/** The same for a table of which few rows are asked for: its text is kept, and a row is read when it is wanted. */
export function readLongTable<Row>(
  disk: TextDisk,
  root: string,
  file: string,
  schema: z.ZodType<Row>,
): LongTable<Row> {
  const text = disk.readText(`${root}/${file}`);
  const ends = Uint32Array.from(text.replace(/\n+$/, "").matchAll(/\n|$/g), ({index}) => index);
  const columns = text.slice(0, ends[0]).split("\t");
  const lineAt = (place: number) => text.slice((ends[place] ?? 0) + 1, ends[place + 1]).split("\t");
  const byColumn = (cells: readonly string[]) =>
    Object.fromEntries(columns.map((column, at) => [column, cells[at]]));
  return {
    length: ends.length - 1,
    cellsAt: (place) => byColumn(lineAt(place)),
    at: (place) => {
      const cells = lineAt(place);
      const row = schema.safeParse(byColumn(cells));
      if (row.success && cells.length === columns.length) return row.data;
      const why = row.success
        ? `${cells.length} cells, not ${columns.length}`
        : firstIssue(row.error);
      throw new Error(`${file}: line ${place + 2}: ${why}`);
    },
  };
}

/** Reads a YAML file of ours: a list of strict entries. @throws Error naming the file and the entry. */
export function readYamlList<Entry>(
  disk: TextDisk,
  root: string,
  file: string,
  schema: z.ZodType<Entry>,
): readonly Entry[] {
  const list = readYaml(disk, root, file);
  if (!Array.isArray(list)) throw new Error(`${file}: a list is expected`);
  return list.map((entry: unknown, index) => {
    const read = schema.safeParse(entry);
    if (read.success) return read.data;
    throw new Error(`${file}: entry ${index + 1}: ${firstIssue(read.error)}`);
  });
}

/** Reads a YAML file of ours: one strict entry. @throws Error naming the file. */
export function readYamlEntry<Entry>(
  disk: TextDisk,
  root: string,
  file: string,
  schema: z.ZodType<Entry>,
): Entry {
  const read = schema.safeParse(readYaml(disk, root, file));
  if (read.success) return read.data;
  throw new Error(`${file}: ${firstIssue(read.error)}`);
}

function readYaml(disk: TextDisk, root: string, file: string): unknown {
  const document = parseDocument(disk.readText(`${root}/${file}`));
  const fault = document.errors[0];
  if (fault !== undefined) throw new Error(`${file}: ${fault.message}`, {cause: fault});
  return document.toJS();
}
