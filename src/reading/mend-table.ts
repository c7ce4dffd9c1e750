import {InputError} from "../sources/index.ts";
import {type Gap, gap, type Table, type TableCell} from "../world/index.ts";
import {joinBrokenRows} from "./join-broken-rows.ts";
import {emptyAfter, lastFilled, span, type WrittenRow, type WrittenTable} from "./written-row.ts";

/** Places in one table, rows times columns. What is larger is a dataset, not a part of an article. */
export const mostPlaces = 100_000;

/**
 * Brings rows that were written badly to the width of their head, and says in plain words what was mended:
 *
 *     empty columns at the right        dropped, when the head names none of them and most rows leave them empty
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
  for (const row of joinBrokenRows(text, head, rows, width, repairs)) {
    for (const cells of fitRow(text, row, width, mended.length + 1, repairs))
      mended.push(cells.map((cell, i) => (cell.text === "" ? emptyCell(columns[i]) : cell)));
  }
  return {start, end, columns, rows: mended, repairs};
}

/** The width up to the last named column, or further where most rows, once mended, have something in an unnamed one. */
function widthOf(head: WrittenRow, rows: readonly WrittenRow[]): number {
  const named = Math.max(lastFilled(head.cells), 1);
  const widths = rows.map(({cells}) => {
    const filled = cells.slice(0, lastFilled(cells));
    return secondRow(filled, named) === null
      ? filled.length - repeatedBeginning(filled, named)
      : named;
  });
  let width = named;
  while (rows.length > 1 && widths.filter((one) => one > width).length * 2 > rows.length) width++;
  return width;
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

function emptyCell(column: TableCell | undefined): Gap {
  const what = column === undefined || column.text === "" ? "a cell" : `"${column.text}"`;
  return gap(what, "the table leaves it empty", "the text from which the table was made");
}
