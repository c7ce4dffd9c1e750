import type {TableCell} from "../world/index.ts";
import {type Line, trimStretch} from "./text-lines.ts";
import type {WrittenRow, WrittenTable} from "./written-row.ts";

/** A table found among lines; `from` and `to` are indexes of its first line and of the line after its last. */
export interface FoundTable extends WrittenTable {
  readonly from: number;
  readonly to: number;
}

/** Longer lines are no rows: they would have more cells than a table has places. */
const longestRow = 10_000;

function hasBars(line: Line): boolean {
  return line.text.length <= longestRow && line.text.includes("|");
}

/** The line of dashes under the head: `--- | :---: |`. Each part is matched alone, so no backtracking. */
function isRule(line: Line): boolean {
  if (!hasBars(line) || !/^[\s|:-]+$/.test(line.text)) return false;
  const cells = line.text.replace(/^\||\|$/g, "").split("|");
  return cells.every((cell) => /^\s*(:?-+:?)?\s*$/.test(cell)) && line.text.includes("--");
}

function writtenRow(text: string, line: Line): WrittenRow {
  const opened = line.text.startsWith("|");
  const closed = line.text.length > 1 && line.text.endsWith("|") && !line.text.endsWith("\\|");
  const cells: TableCell[] = [];
  let start = opened ? line.start + 1 : line.start;
  const end = closed ? line.end - 1 : line.end;
  for (let at = start; at <= end; at++) {
    if (at < end && (text[at] !== "|" || text[at - 1] === "\\")) continue;
    cells.push(trimStretch(text, start, at));
    start = at + 1;
  }
  return {cells, opened, closed};
}

/**
 * Reads the tables that are drawn with bars. A head line is followed by a line of dashes (GitHub Flavored Markdown,
 * section 4.10); three lines and more with the same three cells and more, but no dashes, are a table too, and its
 * repairs say so. A line without bars between two rows belongs to the row above when that was left open.
 */
export function findPipeTables(text: string, lines: readonly Line[]): FoundTable[] {
  const found: FoundTable[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (!hasBars(line)) continue;
    const ruled = lines[i + 1] !== undefined && isRule(lines[i + 1] as Line) && !isRule(line);
    const to = ruled ? endOfRows(text, lines, i) : endOfSameWidth(text, lines, i);
    if (to === null) continue;
    found.push({
      from: i,
      to,
      start: line.start,
      end: (lines[to - 1] as Line).end,
      head: writtenRow(text, line),
      rows: lines.slice(i + (ruled ? 2 : 1), to).map((row) => writtenRow(text, row)),
      notes: ruled
        ? []
        : ["no line of dashes stood under the head; the first line is taken as the head"],
    });
    i = to - 1;
  }
  return found;
}

/** The line after the last row of a table whose head is at `head`. */
function endOfRows(text: string, lines: readonly Line[], head: number): number {
  const closed = writtenRow(text, lines[head] as Line).closed;
  let to = head + 2;
  for (; to < lines.length; to++) {
    const line = lines[to] as Line;
    if (hasBars(line)) continue;
    const leftOpen = closed && to > head + 2 && !(lines[to - 1] as Line).text.endsWith("|");
    if (line.text === "" || !leftOpen) break;
    const below = lines[to + 1];
    if (below === undefined || !hasBars(below)) break;
  }
  return to;
}

function endOfSameWidth(text: string, lines: readonly Line[], head: number): number | null {
  const width = (line: Line | undefined) =>
    line !== undefined && hasBars(line) ? writtenRow(text, line).cells.length : 0;
  const wanted = width(lines[head]);
  if (wanted < 3) return null;
  let to = head + 1;
  while (width(lines[to]) === wanted) to++;
  return to - head >= 3 ? to : null;
}
