import type {InputError} from "../input-error.ts";
import {clipRaw, fileLines, type LineFault} from "./file-lines.ts";
import {ForeignFile} from "./foreign-file.ts";
import type {ImportFile, RejectedRow, StateCodes} from "./importer.ts";
import {StatesByTime} from "./states-by-time.ts";
import {type TableHead, TableRecord} from "./table-record.ts";

/** How a publisher lays out a table of text. */
export interface TableLayout {
  /** Columns without which the file is none of the publisher's. Others may stand in it, in any order. */
  readonly columns: readonly string[];
  /** "," when left out. */
  readonly delimiter?: "," | ";" | "\t" | "|";
  /** False where the publisher puts no cell in quotes, so that a quote is a sign like any other. */
  readonly quoted?: boolean;
  /** How a line that is no UTF-8 is read; without it such a line is a reject. */
  readonly legacy?: "windows-1252";
  /** Words that stand for a value that is not known, beside an empty cell: R writes NA. */
  readonly missing?: readonly string[];
  /** Lines that may stand before the header: the publisher's preamble. */
  readonly preambleLines?: number;
  /** Names of the columns, in their order, where the file has no header. */
  readonly header?: readonly string[];
  /** The names by which columns are known here, from those that the file gives them, one for one. */
  readonly namesOf?: (header: readonly string[]) => readonly string[];
}

/** Lines that one record may span, by line breaks inside quotes. */
const maxRecordLines = 50;
const maxRecordLength = 1_000_000;

/** Records of a file in one of several layouts: the first whose columns the header names. */
export interface Table<Layout extends TableLayout> {
  readonly layout: Layout;
  /** The file's own columns, in their order. One without a name is called after its left neighbour, with " ?". */
  readonly header: readonly string[];
  /** Lines before the header. */
  readonly preamble: readonly string[];
  readonly batches: AsyncIterable<readonly (TableRecord | RejectedRow)[]>;
}

/**
 * Opens a table of text as a stream: records with the line on which they begin, in batches, and rejects where a line
 * cannot be read or has another number of cells than the header. Blank lines are passed over.
 *
 * @throws InputError when the file is empty or its header names the columns of none of the layouts.
 */
export async function openTable<Layout extends TableLayout>(
  file: ImportFile,
  layouts: readonly [Layout, ...Layout[]],
  codes: StateCodes,
): Promise<Table<Layout>> {
  const legacy = layouts.find((layout) => layout.legacy !== undefined)?.legacy;
  const lines = numbered(fileLines(file.bytes(), legacy === undefined ? {} : {legacy}));
  const first = await lines.next();
  if (first.done === true) throw new ForeignFile(`${file.name} is empty`, "download it again");
  const opening = [...first.value];
  const found = findHeader(opening, layouts);
  if (found === null) {
    await lines.return(undefined);
    throw noLayout(file.name, opening, layouts);
  }
  const {layout, header, after} = found;
  const preamble = opening
    .slice(0, Math.max(0, after - 1))
    .flatMap(({line}) => (typeof line === "string" ? [line] : []));
  const positions = new Map(header.map((name, at) => [name, at]));
  const missing = new Set(["", ...(layout.missing ?? [])]);
  const head: TableHead = {positions, missing, states: new StatesByTime(codes)};
  const batches = records(opening.slice(after), lines, layout, header, head);
  return {layout, header, preamble, batches};
}

interface NumberedLine {
  readonly number: number;
  readonly line: string | LineFault;
}

/** Lines with their numbers; the first batch is held back until it has as many lines as a preamble may have. */
async function* numbered(
  batches: ReturnType<typeof fileLines>,
): AsyncGenerator<readonly NumberedLine[]> {
  let opening: NumberedLine[] | null = [];
  for await (const {first, lines} of batches) {
    const all = lines.map((line, at) => ({number: first + at, line}));
    if (opening === null) {
      yield all;
      continue;
    }
    for (const one of all) opening.push(one);
    if (opening.length < maxRecordLines) continue;
    yield opening;
    opening = null;
  }
  if (opening !== null && opening.length > 0) yield opening;
}

function findHeader<Layout extends TableLayout>(
  opening: readonly NumberedLine[],
  layouts: readonly Layout[],
): {layout: Layout; header: readonly string[]; after: number} | null {
  for (const layout of layouts) {
    if (layout.header !== undefined) return {layout, header: layout.header, after: 0};
    const candidates = headerCandidates(opening, layout);
    for (const {cells, after} of candidates) {
      if (layout.columns.every((column) => cells.includes(column)))
        return {layout, header: cells, after};
    }
  }
  return null;
}

/** The lines that may be the header, with their cells. */
function headerCandidates(opening: readonly NumberedLine[], layout: TableLayout) {
  const candidates: {cells: readonly string[]; after: number}[] = [];
  for (const [at, {line}] of opening.entries()) {
    if (typeof line !== "string" || line.trim() === "") continue;
    const cells = splitCells(line, layout);
    if (typeof cells !== "string") {
      const names = columnNames(cells);
      candidates.push({cells: layout.namesOf?.(names) ?? names, after: at + 1});
    }
    if (candidates.length > (layout.preambleLines ?? 0)) break;
  }
  return candidates;
}

/** SIPRI puts its "?" of doubt into columns that have no name. */
function columnNames(cells: readonly string[]): string[] {
  const names: string[] = [];
  for (const cell of cells)
    names.push(cell.trim() === "" && names.length > 0 ? `${names.at(-1)} ?` : cell.trim());
  return names;
}

function noLayout(
  name: string,
  opening: readonly NumberedLine[],
  layouts: readonly TableLayout[],
): InputError {
  const misses = layouts
    .flatMap((layout) =>
      headerCandidates(opening, layout).map(({cells}) => ({
        cells,
        missing: layout.columns.filter((column) => !cells.includes(column)),
      })),
    )
    .sort((a, b) => a.missing.length - b.missing.length);
  const nearest = misses[0];
  if (nearest === undefined)
    return new ForeignFile(`${name} is no table of text`, "name the file as it was downloaded");
  const its = nearest.cells.slice(0, 12).map((cell) => JSON.stringify(cell.slice(0, 40)));
  const more = nearest.cells.length > its.length ? ", …" : "";
  return new ForeignFile(
    `${name} has no column ${nearest.missing.map((column) => `"${column}"`).join(", ")}; it has ${its.join(", ")}${more}`,
    "check that the file is what this importer reads (`demarche import --list`)",
  );
}

async function* records(
  opening: readonly NumberedLine[],
  lines: AsyncIterable<readonly NumberedLine[]>,
  layout: TableLayout,
  header: readonly string[],
  head: TableHead,
): AsyncGenerator<readonly (TableRecord | RejectedRow)[]> {
  const splitter = new RecordSplitter(layout, header.length, head);
  if (opening.length > 0) yield splitter.take(opening);
  for await (const batch of lines) yield splitter.take(batch);
  const rest = splitter.end();
  if (rest.length > 0) yield rest;
}

/** Joins lines into records. A quote that is never closed costs its own line, not the rest of the file. */
class RecordSplitter {
  readonly #layout: TableLayout;
  readonly #width: number;
  readonly #head: TableHead;
  /** Lines of a record whose last quote is still open. */
  #open: {number: number; line: string}[] = [];
  #openLength = 0;
  #found: (TableRecord | RejectedRow)[] = [];

  constructor(layout: TableLayout, width: number, head: TableHead) {
    this.#layout = layout;
    this.#width = width;
    this.#head = head;
  }

  take(lines: readonly NumberedLine[]): readonly (TableRecord | RejectedRow)[] {
    this.#found = [];
    for (const {number, line} of lines) this.#line(number, line);
    return this.#found;
  }

  end(): readonly (TableRecord | RejectedRow)[] {
    this.#found = [];
    while (this.#open.length > 0) this.#giveUp("a quote that is never closed");
    return this.#found;
  }

  #line(number: number, line: string | LineFault): void {
    if (typeof line !== "string") {
      while (this.#open.length > 0) this.#giveUp("a quote that is never closed");
      this.#reject(number, line.why, line.raw);
      return;
    }
    if (this.#open.length === 0) {
      if (line.trim() !== "") this.#record(number, line);
      return;
    }
    const begun = this.#open[0] as {number: number};
    this.#open.push({number, line});
    this.#openLength += line.length + 1;
    if (this.#open.length > maxRecordLines || this.#openLength > maxRecordLength)
      this.#giveUp("a quote that is never closed");
    else if (line.includes('"'))
      this.#record(begun.number, this.#open.map((one) => one.line).join("\n"));
  }

  #record(number: number, text: string): void {
    const cells = splitCells(text, this.#layout);
    if (cells === stillOpen) {
      if (this.#open.length === 0) this.#open = [{number, line: text}];
      this.#openLength = text.length;
      return;
    }
    // Comtrade ends each row, but not the header, with a comma.
    if (typeof cells !== "string" && cells.length === this.#width + 1 && cells.at(-1) === "")
      cells.pop();
    if (typeof cells === "string" || cells.length !== this.#width) {
      const why =
        typeof cells === "string"
          ? cells
          : `${cells.length} cells, where the header has ${this.#width}`;
      if (this.#open.length > 1) this.#giveUp(why);
      else this.#reject(number, why, text);
      return;
    }
    this.#open = [];
    this.#found.push(new TableRecord(this.#head, number, text, cells));
  }

  /** Rejects the line that opened the quote and reads the lines after it on their own. */
  #giveUp(why: string): void {
    const [begun, ...after] = this.#open;
    this.#open = [];
    this.#openLength = 0;
    if (begun !== undefined) this.#reject(begun.number, why, begun.line);
    for (const {number, line} of after) this.#line(number, line);
  }

  #reject(line: number, why: string, raw: string): void {
    this.#found.push({kind: "reject", line, column: null, why, raw: clipRaw(raw)});
  }
}

const stillOpen = "open";

/**
 * The cells of a record (RFC 4180; a quote within a cell that has none around it is a sign like any other), or why
 * there are none.
 */
function splitCells(text: string, layout: TableLayout): string[] | string {
  const delimiter = layout.delimiter ?? ",";
  if (layout.quoted === false || !text.includes('"')) return text.split(delimiter);
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (text[at] !== '"') {
      const end = text.indexOf(delimiter, at);
      cells.push(end < 0 ? text.slice(at) : text.slice(at, end));
      if (end < 0) return cells;
      at = end + 1;
      continue;
    }
    let value = "";
    let from = at + 1;
    for (;;) {
      const close = text.indexOf('"', from);
      if (close < 0) return stillOpen;
      value += text.slice(from, close);
      from = close + 1;
      if (text[from] !== '"') break;
      value += '"';
      from += 1;
    }
    cells.push(value);
    if (from === text.length) return cells;
    if (text[from] !== delimiter) return "text after a closed quote";
    at = from + 1;
  }
}
