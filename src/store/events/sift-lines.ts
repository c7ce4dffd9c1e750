import {mostRejectsKept} from "./staging.ts";

/** What a line must look like to be a row. */
export interface LineForm {
  /** Cells of a row. */
  readonly width: number;
  /** Between commas a cell may stand in quotes; between tabs a quote is a sign like any other. */
  readonly delimiter: "\t" | ",";
}

/** Whole lines of a file: those that can be rows, and which of the others stood between them. */
export interface Piece {
  /** The lines that can be rows, each with its "\n". */
  readonly bytes: Buffer;
  /** Number in the file, from 1, of the first line, whether it was kept or not. */
  readonly firstLine: number;
  /** All lines, those that were lost with them. */
  readonly lines: number;
  readonly lost: LostLines;
}

/** Lines that cannot be rows. */
export interface LostLines {
  /** Their numbers in the file, in order: blank lines and a header, which nobody misses, with them. */
  readonly numbers: readonly number[];
  /** Those that should have been rows. All are counted, the first are told of. */
  readonly rejected: number;
  readonly rejects: readonly LostLine[];
}

/** Why a line is no row, and how it begins; nothing of one that cannot be shown. */
export interface LostLine {
  readonly line: number;
  readonly why: string;
  readonly raw: string;
}

/** GDELT's longest lines are of some 3,000 bytes. */
export const maxLineBytes = 65_536;
/** Signs of a lost line that are shown. */
const rawLength = 500;
/** Bytes in which so many signs surely stand, at most four to a sign (UTF-8). */
const rawBytes = 4 * rawLength;

/**
 * Leaves out of whole lines those that cannot be rows: blank ones, ones that are too long or hold a NUL, and, where the
 * form is given, ones with another number of cells. It looks at every byte then, so it is not asked for without need.
 */
export function siftLines(whole: Buffer, firstLine: number, form: LineForm | null): Piece {
  const sieve = new LineSieve(whole, firstLine, form);
  if (form?.delimiter === ",") cellsBetweenCommas(whole, sieve);
  else linesBetweenTabs(whole, sieve, form !== null);
  return sieve.piece();
}

/** Cells of a line with a quote that is out of place: they cannot be told apart. */
const untold = -1;

/** A line's end is 10, a tab 9. */
function linesBetweenTabs(whole: Buffer, sieve: LineSieve, isCounted: boolean): void {
  const hasNul = whole.includes(0);
  let start = 0;
  for (let end = whole.indexOf(10); end >= 0; end = whole.indexOf(10, start)) {
    let cells = 1;
    if (isCounted) for (let at = start; at < end; at += 1) if (whole[at] === 9) cells += 1;
    sieve.endLine(end, cells, hasNul && whole.subarray(start, end).includes(0));
    start = end + 1;
  }
}

/** A line's end is 10, a quote 34, a comma 44. */
function cellsBetweenCommas(whole: Uint8Array, sieve: LineSieve): void {
  let cells = 1;
  let hasNul = false;
  let isAtStart = true;
  let isUntold = false;
  for (let at = 0; at < whole.length; at += 1) {
    const sign = whole[at];
    if (sign === 44) cells += 1;
    else if (sign === 10) {
      sieve.endLine(at, isUntold ? untold : cells, hasNul);
      cells = 1;
      hasNul = false;
      isUntold = false;
    } else if (sign === 0) hasNul = true;
    else if (sign === 34) {
      const end = isAtStart ? endOfQuoted(whole, at) : null;
      if (end === null) isUntold = true;
      else at = end;
    }
    isAtStart = sign === 44 || sign === 10;
  }
}

/** Takes note of each line's end, and puts together what is kept. */
class LineSieve {
  #start = 0;
  #copied = 0;
  #lines = 0;
  #rejected = 0;
  readonly #numbers: number[] = [];
  readonly #rejects: LostLine[] = [];
  readonly #parts: Buffer[] = [];
  readonly #whole: Buffer;
  readonly #firstLine: number;
  readonly #form: LineForm | null;

  constructor(whole: Buffer, firstLine: number, form: LineForm | null) {
    this.#whole = whole;
    this.#firstLine = firstLine;
    this.#form = form;
  }

  endLine(end: number, cells: number, hasNul: boolean): void {
    const length = end - this.#start;
    const isRow = length > 0 && length <= maxLineBytes && !hasNul && this.#isWide(end, cells);
    if (!isRow) this.#lose(end, cells, hasNul);
    this.#lines += 1;
    this.#start = end + 1;
  }

  /** Empty cells at the end of a line that has too many are passed over, as DuckDB does. */
  #isWide(end: number, cells: number): boolean {
    if (this.#form === null || cells === this.#form.width) return true;
    const {width, delimiter} = this.#form;
    if (cells < width) return false;
    const separator = delimiter.charCodeAt(0);
    for (let at = end - (cells - width); at < end; at += 1)
      if (this.#whole[at] !== separator) return false;
    return true;
  }

  #lose(end: number, cells: number, hasNul: boolean): void {
    const start = this.#start;
    const line = this.#firstLine + this.#lines;
    this.#numbers.push(line);
    if (this.#copied < start) this.#parts.push(this.#whole.subarray(this.#copied, start));
    this.#copied = end + 1;
    if (end === start) return;
    this.#rejected += 1;
    if (this.#rejects.length === mostRejectsKept) return;
    const {why, isShown} = whyNoRow(end - start, hasNul, cells, this.#form);
    this.#rejects.push({line, why, raw: isShown ? shown(this.#whole, start, end) : ""});
  }

  piece(): Piece {
    if (this.#copied < this.#whole.length) this.#parts.push(this.#whole.subarray(this.#copied));
    const [only] = this.#parts;
    return {
      bytes: this.#parts.length === 1 && only !== undefined ? only : Buffer.concat(this.#parts),
      firstLine: this.#firstLine,
      lines: this.#lines,
      lost: {numbers: this.#numbers, rejected: this.#rejected, rejects: this.#rejects},
    };
  }
}

/** Where a quoted cell's last quote stands; null where it does not end before its line does, or stands in a cell. */
function endOfQuoted(whole: Uint8Array, from: number): number | null {
  for (let at = from + 1; at < whole.length; at += 1) {
    const sign = whole[at];
    if (sign === 10) return null;
    if (sign !== 34) continue;
    const next = whole[at + 1];
    if (next === 44 || next === 10) return at;
    if (next !== 34) return null;
    at += 1;
  }
  return null;
}

function whyNoRow(
  length: number,
  hasNul: boolean,
  cells: number,
  form: LineForm | null,
): {readonly why: string; readonly isShown: boolean} {
  if (length > maxLineBytes)
    return {
      why: `a line of more than ${maxLineBytes.toLocaleString("en-GB")} bytes`,
      isShown: false,
    };
  if (hasNul) return {why: "a NUL byte in the line", isShown: false};
  if (cells === untold)
    return {why: "a quote inside a cell, or one that is not closed", isShown: true};
  return {why: `another number of cells than ${form?.width}`, isShown: true};
}

const shown = (whole: Buffer, start: number, end: number) =>
  whole
    .subarray(start, Math.min(end, start + rawBytes))
    .toString("utf8")
    .slice(0, rawLength);
