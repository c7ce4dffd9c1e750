import type {TableCell} from "../world/index.ts";
import {lastFilled, span, type WrittenRow} from "./written-row.ts";

/** Joins a row that was cut over two lines. The cell at the cut is one cell when neither half has a bar there. */
export function joinBrokenRows(
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
