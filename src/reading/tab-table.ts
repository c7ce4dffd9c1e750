import type {TableCell} from "../world/index.ts";
import type {FoundTable} from "./pipe-table.ts";
import {type Line, trimStretch} from "./text-lines.ts";
import type {WrittenRow} from "./written-row.ts";

/** Longer lines are no rows, and wider ones no table of an article; in characters and columns. */
const longestRow = 10_000;
const widest = 60;
const fewestRows = 3;
const listMark = /^(?:[-*•–·]|\(?\d{1,3}[.)]|\(?[a-z][.)])$/i;

/**
 * Tables whose cells are set apart by tabs, as a spreadsheet or a page gives them when they are copied: three lines and more with a
 * tab in each. Where rows have several tabs in a row and agree only when these count as one, they are there to align.
 */
export function findTabTables(text: string, lines: readonly Line[]): FoundTable[] {
  const found: FoundTable[] = [];
  for (let from = 0; from < lines.length; from++) {
    let to = from;
    while (hasTab(lines[to])) to++;
    if (to - from >= fewestRows) {
      const table = tableOf(text, lines.slice(from, to));
      if (table !== null) found.push({from, to, ...table});
    }
    from = Math.max(from, to);
  }
  return found;
}

function hasTab(line: Line | undefined): boolean {
  return line !== undefined && line.text.length <= longestRow && line.text.includes("\t");
}

function tableOf(text: string, lines: readonly Line[]) {
  const rows = lines.map((line) => cellsOf(text, line));
  const squeezed = rows.map((cells) =>
    cells.filter((cell, i) => cell.text !== "" || i === 0 || i === cells.length - 1),
  );
  const aligned = !sameWidth(rows) && sameWidth(squeezed);
  const [head, ...body] = aligned ? squeezed : rows;
  const [first, last] = [lines[0], lines.at(-1)];
  if (head === undefined || first === undefined || last === undefined) return null;
  const listed = rows.filter((cells) => listMark.test(cells[0]?.text ?? "")).length;
  if (head.length > widest || listed * 2 > rows.length) return null;
  const written = (cells: readonly TableCell[]): WrittenRow => ({
    cells,
    opened: true,
    closed: true,
  });
  return {
    start: Math.min(first.start, head[0]?.start ?? first.start),
    end: Math.max(last.end, body.at(-1)?.at(-1)?.end ?? last.end),
    head: written(head),
    rows: body.map(written),
    notes: aligned ? ["several tabs in a row stood for one; they only aligned the columns"] : [],
  };
}

function sameWidth(rows: readonly (readonly TableCell[])[]): boolean {
  return new Set(rows.map(({length}) => length)).size === 1;
}

/** The cells of a line, which may begin or end with an empty one: white space at its ends holds tabs too. */
function cellsOf(text: string, line: Line): TableCell[] {
  let [start, end] = [line.start, line.end];
  while (start > Math.max(0, line.start - widest) && text[start - 1] === "\t") start--;
  while (end < Math.min(text.length, line.end + widest) && text[end] === "\t") end++;
  const cells: TableCell[] = [];
  for (let at = start; at <= end; at++) {
    if (at < end && text[at] !== "\t") continue;
    cells.push(trimStretch(text, start, at));
    start = at + 1;
  }
  return cells;
}
