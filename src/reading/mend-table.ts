import {InputError} from "../sources/index.ts";
import {type Gap, gap, type Stretch, type Table, type TableCell} from "../world/index.ts";

/** A row as it was written. `opened` and `closed` say whether it had its bars at the left and right. */
export interface WrittenRow {
  readonly cells: readonly TableCell[];
  readonly opened: boolean;
  readonly closed: boolean;
}

/** A table as it was written, before anything is mended. */
export interface WrittenTable extends Stretch {
  readonly head: WrittenRow;
  readonly rows: readonly WrittenRow[];
  /** What was mended already while it was found. */
  readonly notes: readonly string[];
}

/** Places in one table, rows times columns. What is larger is a dataset, not a part of an article. */
export const mostPlaces = 100_000;

/**
 * Brings rows that were written badly to the width of their head, and says in plain words what was mended:
 *
 *     empty columns at the right        dropped, when the head names none of them and at most a few rows reach there
 *     a row that broke in two           joined, when the second part shows that it continues the first
 *     a beginning that stands twice     the first copy dropped: "A | b | A | b | c" becomes "A | b | c"; likewise
 *                                       where the first copy is an unfinished row of its own
 *     two rows merged into one          cut, when it holds exactly two rows' cells
 *     cells that spilled over           joined into the last column
 *     cells that are missing            a Gap each
 *
 * An empty cell is a Gap too, but no repair. Offsets of all cells stay those of the text as written.
 *
 * @throws InputError when the table is larger than any that an article has.
 */
export function mendTable(text: string, {start, end, head, rows, notes}: WrittenTable): Table {
  const repairs = [...notes];
  const width = widthOf(head, rows);
  if (width * rows.length > mostPlaces)
    throw new InputError(
      `a table in it has ${rows.length} rows of ${width} columns; at most ${mostPlaces} cells are read`,
      "give the article without that table",
      {status: 413},
    );
  const columns = [...head.cells.slice(0, width)];
  while (columns.length < width) columns.push(emptyAfter(columns.at(-1)));
  if (head.cells.length > width) {
    const dropped = head.cells.length - width;
    repairs.push(
      dropped === 1
        ? "an empty column at the right was dropped"
        : `${dropped} empty columns at the right were dropped`,
    );
  }
  const mended: (TableCell | Gap)[][] = [];
  for (const row of joinBroken(text, head, rows, width, repairs)) {
    for (const cells of fitRow(text, row, width, mended.length + 1, repairs))
      mended.push(cells.map((cell, i) => (cell.text === "" ? emptyCell(columns[i]) : cell)));
  }
  return {start, end, columns, rows: mended, repairs};
}

/** The width up to the last named column, or further where most rows have something in an unnamed one. */
function widthOf(head: WrittenRow, rows: readonly WrittenRow[]): number {
  let width = lastFilled(head.cells);
  const filled = rows.map(({cells}) => lastFilled(cells));
  while (rows.length > 1 && filled.filter((one) => one > width).length * 2 > rows.length) width++;
  return Math.max(width, 1);
}

function lastFilled(cells: readonly TableCell[]): number {
  return cells.findLastIndex((cell) => cell.text !== "") + 1;
}

/** Joins a row that was cut over two lines. The cell at the cut is one cell when neither half has a bar there. */
function joinBroken(
  text: string,
  head: WrittenRow,
  rows: readonly WrittenRow[],
  width: number,
  repairs: string[],
): (readonly TableCell[])[] {
  const joined: (readonly TableCell[])[] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as WrittenRow;
    const next = rows[i + 1];
    const halves = next === undefined ? null : joinHalves(text, head, row, next, width);
    if (next !== undefined && isBegunAgain(row, next, width)) {
      repairs.push(`row ${joined.length + 1} was begun twice; its unfinished copy was dropped`);
    } else if (halves === null) {
      joined.push(row.cells);
    } else {
      joined.push(halves);
      repairs.push(`row ${joined.length} was broken over two lines; they stand again as one row`);
      i++;
    }
  }
  return joined;
}

/** A row that breaks off, above one that begins with the same cells and goes on. */
function isBegunAgain(row: WrittenRow, next: WrittenRow, width: number): boolean {
  const begun = row.cells.slice(0, lastFilled(row.cells));
  return (
    begun.length > 0 &&
    begun.length < Math.min(width, lastFilled(next.cells)) &&
    begun.every(
      (cell, i) => cell.text === next.cells[i]?.text && cell.start !== next.cells[i]?.start,
    )
  );
}

function joinHalves(
  text: string,
  head: WrittenRow,
  first: WrittenRow,
  second: WrittenRow,
  width: number,
): TableCell[] | null {
  const cut = first.cells.at(-1);
  const rest = second.cells[0];
  if (cut === undefined || rest === undefined) return null;
  if (first.cells.length >= width || second.cells.length >= width) return null;
  const continues =
    /^\p{Ll}/u.test(rest.text) || (head.opened && !second.opened) || (head.closed && !first.closed);
  if (!continues) return null;
  if (first.cells.length + second.cells.length === width && (first.closed || second.opened))
    return [...first.cells, ...second.cells];
  if (first.cells.length + second.cells.length !== width + 1) return null;
  return [...first.cells.slice(0, -1), span(text, cut, rest), ...second.cells.slice(1)];
}

function fitRow(
  text: string,
  cells: readonly TableCell[],
  width: number,
  number: number,
  repairs: string[],
): TableCell[][] {
  const filled = cells.slice(0, Math.max(width, lastFilled(cells)));
  if (filled.length > width) {
    const twice = repeatedBeginning(filled, width);
    if (twice > 0) {
      repairs.push(
        twice === 1
          ? `row ${number} held its first cell twice; the first copy was dropped`
          : `row ${number} held two rows; its cells 1-${twice} stand again at ${twice + 1}-${2 * twice}, and the first copy was dropped`,
      );
      return fitRow(text, filled.slice(twice), width, number, repairs);
    }
    const second = secondRow(filled, width);
    if (second !== null) {
      repairs.push(
        `row ${number} held two rows; they stand again as rows ${number} and ${number + 1}`,
      );
      return [filled.slice(0, width), [...second]];
    }
    const last = filled[width - 1] as TableCell;
    repairs.push(
      `row ${number} had ${filled.length} cells for ${width} columns; what spilled over was joined into its last cell`,
    );
    return [[...filled.slice(0, width - 1), span(text, last, filled.at(-1) as TableCell)]];
  }
  if (cells.length < width) {
    repairs.push(`row ${number} had ${cells.length} of ${width} cells; the missing ones are gaps`);
    const short = [...cells];
    while (short.length < width) short.push(emptyAfter(short.at(-1)));
    return [short];
  }
  return [[...filled]];
}

/** How many cells at the beginning stand again right after themselves, so that dropping one copy makes the row fit. */
function repeatedBeginning(cells: readonly TableCell[], width: number): number {
  for (let k = Math.floor(cells.length / 2); k > 0; k--) {
    if (cells.length - k > width) return 0;
    const copies = cells.slice(0, k).every((cell, i) => {
      const other = cells[k + i];
      // A cell that spans columns stands in each of them; it was written once.
      return cell.text !== "" && cell.text === other?.text && cell.start !== other.start;
    });
    if (copies) return k;
  }
  return 0;
}

function secondRow(cells: readonly TableCell[], width: number): readonly TableCell[] | null {
  if (width < 2) return null;
  if (cells.length === 2 * width) return cells.slice(width);
  return cells.length === 2 * width + 1 && cells[width]?.text === ""
    ? cells.slice(width + 1)
    : null;
}

function span(text: string, first: TableCell, last: TableCell): TableCell {
  if (last.text === "") return first;
  const start = first.text === "" ? last.start : first.start;
  return {start, end: last.end, text: text.slice(start, last.end)};
}

function emptyAfter(cell: TableCell | undefined): TableCell {
  const at = cell?.end ?? 0;
  return {start: at, end: at, text: ""};
}

function emptyCell(column: TableCell | undefined): Gap {
  const what = column === undefined || column.text === "" ? "a cell" : `"${column.text}"`;
  return gap(what, "the table leaves it empty", "the text from which the table was made");
}
