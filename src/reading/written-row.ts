import type {Stretch, TableCell} from "../world/index.ts";

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

/** How many cells there are up to the last that has words. */
export function lastFilled(cells: readonly TableCell[]): number {
  return cells.findLastIndex((cell) => cell.text !== "") + 1;
}

/** One cell from the beginning of a first to the end of a last, with all that stands between. */
export function span(text: string, first: TableCell, last: TableCell): TableCell {
  if (last.text === "") return first;
  const start = first.text === "" ? last.start : first.start;
  return {start, end: last.end, text: text.slice(start, last.end)};
}

/** An empty cell right behind another. */
export function emptyAfter(cell: TableCell | undefined): TableCell {
  const at = cell?.end ?? 0;
  return {start: at, end: at, text: ""};
}
