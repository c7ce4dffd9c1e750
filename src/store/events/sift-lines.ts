import {mostRejectsKept} from "./staging.ts";

/** What a line must look like to be a row. */
export interface LineForm {
  /** Cells of a row. */
  readonly width: number;
  /** Between commas a cell may stand in quotes; between tabs a quote is a sign like any other. */
  readonly delimiter: "\t" | ",";
  /** Whether the file's first line names the columns. */
  readonly hasHeader: boolean;
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
const [nul, tab, newline, quote, comma] = [0, 9, 10, 34, 44];
/** Signs above this one, which most are, end no cell and no line. */
const lastSpecial = comma;
/** Signs of a lost line that are shown. */
const rawLength = 500;
/** Bytes in which so many signs surely stand, at most four to a sign (UTF-8). */
const rawBytes = 4 * rawLength;

/**
 * Leaves out of whole lines those that cannot be rows: blank ones, ones that are too long or hold a NUL, and ones with
 * another number of cells. DuckDB would keep a record for each cell that such a line lacks or has too many, a thousand bytes
 * each and beyond its limit of memory: two kilobytes of gzip took twenty gigabytes.
 */
export function siftLines(whole: Buffer, firstLine: number, form: LineForm | null): Piece {
  const numbers: number[] = [];
  const rejects: LostLine[] = [];
  const parts: Buffer[] = [];
  const separator = form === null ? -1 : form.delimiter === "," ? comma : tab;
  const isQuoted = separator === comma;
  let [rejected, copied, lines] = [0, 0, 0];
  let [start, cells, hasNul] = [0, 1, false];
  for (let at = 0; at < whole.length; at += 1) {
    const sign = whole[at] as number;
    if (sign > lastSpecial) continue;
    if (sign === separator) cells += 1;
    else if (sign === nul) hasNul = true;
    else if (sign === quote && isQuoted) {
      const end = endOfQuoted(whole, at, at === start || whole[at - 1] === comma);
      // Cells behind a quote that is out of place cannot be told apart.
      if (end === null) cells = Number.NaN;
      else at = end;
    } else if (sign === newline) {
      const isHeader = form?.hasHeader === true && firstLine + lines === 1;
      const isBlank = at === start;
      const why = isHeader || isBlank ? null : whyNoRow(at - start, hasNul, cells, form);
      if (isHeader || isBlank || why !== null) {
        const line = firstLine + lines;
        numbers.push(line);
        if (copied < start) parts.push(whole.subarray(copied, start));
        copied = at + 1;
        if (why !== null) {
          rejected += 1;
          if (rejects.length < mostRejectsKept)
            rejects.push({line, why: why.text, raw: why.isShown ? shown(whole, start, at) : ""});
        }
      }
      lines += 1;
      start = at + 1;
      cells = 1;
      hasNul = false;
    }
  }
  if (copied < whole.length) parts.push(whole.subarray(copied));
  const [only] = parts;
  const bytes = parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
  return {bytes, firstLine, lines, lost: {numbers, rejected, rejects}};
}

/** Where a quoted cell's last quote stands; null where it does not end before its line does, or stands in a cell. */
function endOfQuoted(whole: Buffer, from: number, isAtStart: boolean): number | null {
  if (!isAtStart) return null;
  for (let at = from + 1; at < whole.length; at += 1) {
    const sign = whole[at];
    if (sign === newline) return null;
    if (sign !== quote) continue;
    const next = whole[at + 1];
    if (next === comma || next === newline) return at;
    if (next !== quote) return null;
    at += 1;
  }
  return null;
}

function whyNoRow(
  length: number,
  hasNul: boolean,
  cells: number,
  form: LineForm | null,
): {readonly text: string; readonly isShown: boolean} | null {
  if (length > maxLineBytes)
    return {
      text: `a line of more than ${maxLineBytes.toLocaleString("en-GB")} bytes`,
      isShown: false,
    };
  if (hasNul) return {text: "a NUL byte in the line", isShown: false};
  if (form === null || cells === form.width) return null;
  if (Number.isNaN(cells))
    return {text: "a quote inside a cell, or one that is not closed", isShown: true};
  return {text: `another number of cells than ${form.width}`, isShown: true};
}

const shown = (whole: Buffer, start: number, end: number) =>
  whole
    .subarray(start, Math.min(end, start + rawBytes))
    .toString("utf8")
    .slice(0, rawLength);
