import {mostPlaces} from "./mend-table.ts";
import type {Grid, GridCell, GridRow} from "./text-builder.ts";

/** Rows or columns that one cell may span. */
const widestSpan = 50;
/** Longer cells on average are columns of a page laid out by a table, not data. */
const longestMeanCell = 250;

/** The grid of a table of data, spanning cells in every place that they span, or `null` for one that only lays out the page. */
export function htmlGrid(table: Element, wordsOf: (element: Element) => string): Grid | null {
  if (table.querySelector("table") !== null) return null;
  const rows = [...table.querySelectorAll("tr")].map((row) =>
    [...row.children].filter(({tagName}) => tagName === "TD" || tagName === "TH"),
  );
  const filled = rows.filter((row) => row.length > 0);
  if (filled.length < 2 || !filled.some((row) => row.length > 1)) return null;
  const grid = spanGrid(filled, wordsOf);
  const marked = table.querySelector("th, thead, caption") !== null;
  if (!grid.flat().some(({text}) => text !== "") || (!marked && laysOutPage(table, grid)))
    return null;
  const rowOf = (cells: readonly GridCell[]): GridRow => ({cells, opened: true, closed: true});
  const titled = titleRow(filled, grid);
  const unnamed = headless(filled.slice(titled === null ? 0 : 1))
    ? [(grid[titled === null ? 0 : 1] ?? []).map(() => ({text: ""}))]
    : [];
  const [head = [], ...body] = [...unnamed, ...grid.slice(titled === null ? 0 : 1)];
  return {title: titled, head: rowOf(head), rows: body.map(rowOf), notes: titleNotes(titled)};
}

/** The words of a first row that is one cell across the whole table: its title, and no names of columns. */
function titleRow(
  rows: readonly (readonly Element[])[],
  grid: readonly (readonly GridCell[])[],
): string | null {
  const [only] = grid[0] ?? [];
  const across = (grid[0]?.length ?? 0) > 1 && grid[0]?.every((cell) => cell === only) === true;
  const fits = rows.length > 2 && rows[0]?.length === 1 && (grid[1]?.length ?? 0) > 1;
  return across && fits && only !== undefined && only.text !== "" ? only.text : null;
}

function titleNotes(title: string | null): string[] {
  return title === null ? [] : ["its first row was one cell across; it stands above as the title"];
}

/** Without a mark of data, a table counts as such when two rows and more hold two short cells and more. */
function laysOutPage(table: Element, grid: readonly (readonly GridCell[])[]): boolean {
  const cells = [...new Set(grid.flat())];
  const characters = cells.reduce((sum, {text}) => sum + text.length, 0);
  const full = grid.filter((row) => row.filter(({text}) => text !== "").length > 1);
  return (
    table.getAttribute("role") === "presentation" ||
    characters > longestMeanCell * cells.length ||
    full.length < 2
  );
}

/** A table whose heads stand at the left only has no row of heads. */
function headless(rows: readonly (readonly Element[])[]): boolean {
  const [first, second] = rows;
  const isHead = (cell: Element | undefined) => cell?.tagName === "TH";
  return isHead(first?.[0]) && !isHead(first?.[1]) && isHead(second?.[0]);
}

function spanGrid(
  rows: readonly (readonly Element[])[],
  wordsOf: (element: Element) => string,
): GridCell[][] {
  const grid: GridCell[][] = rows.map(() => []);
  let places = 0;
  rows.forEach((row, y) => {
    let x = 0;
    for (const element of row) {
      while (grid[y]?.[x] !== undefined) x++;
      const cell: GridCell = {text: wordsOf(element)};
      let across = spanOf(element, "colspan");
      let down = spanOf(element, "rowspan");
      places += across * down;
      // So large a table is refused when it is mended; until then its spans are not written out.
      if (places > mostPlaces) [across, down] = [1, 1];
      for (const line of grid.slice(y, y + down))
        for (let dx = 0; dx < across; dx++) line[x + dx] ??= cell;
      x += across;
    }
  });
  // A row that a span from above reaches into further right than its own cells has holes.
  return grid.map((line) => Array.from(line, (cell) => cell ?? {text: ""}));
}

function spanOf(element: Element, attribute: string): number {
  const span = Number(element.getAttribute(attribute) ?? 1);
  return Number.isInteger(span) && span > 1 ? Math.min(span, widestSpan) : 1;
}
