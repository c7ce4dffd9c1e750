import type {Block, TableCell} from "../world/index.ts";
import {type Kept, type Part, placeUnderHeadings, type Stated} from "./kept.ts";
import {mendTable} from "./mend-table.ts";
import type {WrittenRow, WrittenTable} from "./written-row.ts";

/** Writes kept text from the parts of a page, and notes where each part stands in it. */
export class TextBuilder {
  #text: string[] = [];
  #length = 0;
  #parts: Part[] = [];
  #tables: WrittenTable[] = [];

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  /** Adds a block of words; blank ones are left out. Items of a list stand on lines of their own, other blocks apart. */
  add(kind: Block["kind"], words: string, level?: number): void {
    if (words === "") return;
    this.#separate(kind);
    const start = this.#length;
    this.#write(words);
    const part = {kind, start, end: this.#length};
    this.#parts.push(level === undefined ? part : {...part, level});
  }

  /** Adds a table, a line for each row and a bar between cells. A cell that spans more is written once and stands in each. */
  addTable({title, head, rows, notes}: Grid): void {
    this.add("paragraph", title ?? "");
    this.#separate("table");
    const start = this.#length;
    const written = new Map<GridCell, TableCell>();
    const [first, ...rest] = [head, ...rows].map((row) => this.#writeRow(row, start, written));
    if (first === undefined) return;
    this.#parts.push({kind: "table", start, end: this.#length});
    this.#tables.push({start, end: this.#length, head: first, rows: rest, notes});
  }

  done(stated: Stated): Kept {
    const text = this.#text.join("");
    const tables = this.#tables.map((table) => mendTable(text, table));
    return {text, blocks: placeUnderHeadings(this.#parts), tables, stated};
  }

  #writeRow(row: GridRow, tableStart: number, written: Map<GridCell, TableCell>): WrittenRow {
    if (this.#length > tableStart) this.#write("\n");
    const cells = row.cells.map((cell, i): TableCell => {
      const before = written.get(cell);
      if (before !== undefined) return before;
      if (i > 0) this.#write(" | ");
      const start = this.#length;
      this.#write(cell.text);
      const placed = {start, end: this.#length, text: cell.text};
      written.set(cell, placed);
      return placed;
    });
    return {...row, cells};
  }

  #separate(kind: Block["kind"]): void {
    const above = this.#parts.at(-1)?.kind;
    if (above === undefined) return;
    this.#write(kind === "list-item" && above === "list-item" ? "\n" : "\n\n");
  }

  #write(words: string): void {
    this.#text.push(words);
    this.#length += words.length;
  }
}

/** A cell of a table's grid; one that spans several places is the same object in each. */
export interface GridCell {
  readonly text: string;
}

/** A row as it stood in its source; bars at its ends as in `WrittenRow`. */
export interface GridRow {
  readonly cells: readonly GridCell[];
  readonly opened: boolean;
  readonly closed: boolean;
}

/** A table to be written into kept text. */
export interface Grid {
  /** What stands above it as its title, if it was written as a row of it. */
  readonly title?: string | null;
  readonly head: GridRow;
  readonly rows: readonly GridRow[];
  readonly notes: readonly string[];
}
