import type {TableCell} from "../world/index.ts";
import type {FoundTable} from "./pipe-table.ts";
import {type Line, trimStretch} from "./text-lines.ts";
import type {WrittenRow} from "./written-row.ts";

const longestRow = 2000;
const fewestRows = 4;
const fewestColumns = 3;
/** Cells of data are short; longer ones are clauses of a sentence. In characters. */
const longestCell = 40;
const figure = /^[+-]?[$€£¥]?\d[\d.,\u00a0 ]*%?$/;

/**
 * Tables in which commas or semicolons part the cells (RFC 4180), only where nothing else can be meant: four lines and more of the
 * same three cells and more, none followed by a space, a head without figures, and a column that holds nothing but figures.
 */
export function findCommaTables(text: string, lines: readonly Line[]): FoundTable[] {
  const found: FoundTable[] = [];
  for (let from = 0; from < lines.length; from++) {
    for (const mark of [",", ";"]) {
      const to = endOfRows(text, lines, from, mark);
      if (to === null) continue;
      const table = tableOf(text, lines.slice(from, to), mark);
      if (table !== null) found.push({from, to, ...table});
      // Rows of one width are looked at once, whether they are a table or not.
      from = to - 1;
      break;
    }
  }
  return found;
}

function endOfRows(text: string, lines: readonly Line[], from: number, mark: string) {
  const width = (line: Line | undefined) =>
    line === undefined || !isRow(line, mark) ? 0 : cellsOf(text, line, mark).length;
  const wanted = width(lines[from]);
  if (wanted < fewestColumns) return null;
  let to = from + 1;
  while (width(lines[to]) === wanted) to++;
  return to - from >= fewestRows ? to : null;
}

function isRow({text}: Line, mark: string): boolean {
  return (
    text.length <= longestRow &&
    text.includes(mark) &&
    !text.replace(/"[^"]*"/g, "").includes(`${mark} `)
  );
}

function tableOf(text: string, lines: readonly Line[], mark: string) {
  const [head, ...rows] = lines.map((line) => cellsOf(text, line, mark));
  const [first, last] = [lines[0], lines.at(-1)];
  if (head === undefined || first === undefined || last === undefined) return null;
  const short = [head, ...rows].flat().every((cell) => cell.text.length <= longestCell);
  const named = head.every((cell) => cell.text !== "" && !figure.test(cell.text));
  const figures = head.some((_, i) => rows.every((row) => figure.test(row[i]?.text ?? "")));
  if (!short || !named || !figures) return null;
  const written = (cells: readonly TableCell[]): WrittenRow => ({
    cells,
    opened: true,
    closed: true,
  });
  const which = mark === "," ? "commas" : "semicolons";
  return {
    start: first.start,
    end: last.end,
    head: written(head),
    rows: rows.map(written),
    notes: [`its cells were parted by ${which}`],
  };
}

/** The cells of a line; a cell in quotation marks may hold the mark, and stands without them. */
function cellsOf(text: string, {start, end}: Line, mark: string): TableCell[] {
  const cells: TableCell[] = [];
  let from = start;
  let quoted = false;
  for (let at = start; at <= end; at++) {
    if (text[at] === '"' && at < end) quoted = !quoted;
    if (at < end && (quoted || text[at] !== mark)) continue;
    const cell = trimStretch(text, from, at);
    const bare = /^"[^"]*"$/.test(cell.text);
    cells.push(bare ? trimStretch(text, cell.start + 1, cell.end - 1) : cell);
    from = at + 1;
  }
  return cells;
}
