import type {Day, StateCode} from "../../world/index.ts";
import type {CodeScheme} from "./importer.ts";
import {readDay, readNumber, readWhole} from "./read-cells.ts";
import type {StatesByTime} from "./states-by-time.ts";

/** A reason that quotes the cell it met must not be as long as a hostile cell. */
const longestWhy = 300;

/** What makes a record unfit: the column and, in plain words, why. Whoever reads the table turns it into a reject. */
export class RecordFault extends Error {
  readonly column: string | null;

  constructor(column: string | null, why: string) {
    super(why.length > longestWhy ? `${why.slice(0, longestWhy)}…` : why);
    this.name = "RecordFault";
    this.column = column;
  }
}

/** What all records of one table share. */
export interface TableHead {
  readonly positions: ReadonlyMap<string, number>;
  /** Cells that say nothing: "" and the layout's own words for it. */
  readonly missing: ReadonlySet<string>;
  readonly states: StatesByTime;
}

const shown = (text: string) => JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);

/**
 * One record of a table, its cells asked for by column. Every reader either gives a value or throws a `RecordFault` that
 * names the column and the value met. "OrNull" readers give null for a cell that is empty or bears the layout's word for
 * what is missing, and for nothing else.
 */
export class TableRecord {
  readonly kind = "record";
  /** Line of the file on which the record begins, from 1. */
  readonly line: number;
  readonly raw: string;
  readonly #cells: readonly string[];
  readonly #head: TableHead;

  constructor(head: TableHead, line: number, raw: string, cells: readonly string[]) {
    this.line = line;
    this.raw = raw;
    this.#cells = cells;
    this.#head = head;
  }

  /** The cell as it stands; "" for a column that this file does not have. */
  cell(column: string): string {
    const at = this.#head.positions.get(column);
    return at === undefined ? "" : (this.#cells[at] ?? "");
  }

  /** The cell without blanks around it. */
  text(column: string): string {
    return this.cell(column).trim();
  }

  isMissing(column: string): boolean {
    return this.#head.missing.has(this.text(column));
  }

  textOrNull(column: string): string | null {
    return this.isMissing(column) ? null : this.text(column);
  }

  /** @throws RecordFault when the cell is empty. */
  required(column: string): string {
    const text = this.text(column);
    if (text === "") throw new RecordFault(column, `no ${column}`);
    return text;
  }

  number(column: string): number {
    return this.#read(column, readNumber, "no number");
  }

  numberOrNull(column: string): number | null {
    return this.isMissing(column) ? null : this.number(column);
  }

  /** A whole number that a table of ours can hold (32 bits). */
  whole(column: string): number {
    return this.#read(column, readWhole, "no whole number");
  }

  wholeOrNull(column: string): number | null {
    return this.isMissing(column) ? null : this.whole(column);
  }

  /** A calendar year of four digits. */
  year(column: string): number {
    return this.#read(
      column,
      (text) => (/^[12]\d{3}$/.test(text) ? Number(text) : null),
      "no year of four digits",
    );
  }

  /** A day as "YYYY-MM-DD" or "YYYYMMDD". */
  day(column: string): Day {
    return this.#read(column, readDay, "no day");
  }

  dayOrNull(column: string): Day | null {
    return this.isMissing(column) ? null : this.day(column);
  }

  /** What the publisher's word stands for. */
  choice<Meaning>(column: string, meanings: ReadonlyMap<string, Meaning>): Meaning {
    const text = this.text(column);
    const meaning = meanings.get(text);
    if (meaning !== undefined) return meaning;
    const words = [...meanings.keys()].map((word) => (word === "" ? '""' : word));
    throw new RecordFault(column, `${shown(text)} is none of ${words.join(", ")}`);
  }

  /** The state that the cell's code names in a year or on a day. */
  state(column: string, scheme: CodeScheme, when: number | Day): StateCode {
    return this.resolve(column, this.required(column), scheme, when);
  }

  /** The state that a code names which the column speaks of, but its cell does not hold as it stands. */
  resolve(column: string, code: string, scheme: CodeScheme, when: number | Day): StateCode {
    const state = this.#head.states.find(scheme, code, when);
    if (state !== null) return state;
    const time = typeof when === "number" ? `in ${when}` : `on ${when}`;
    throw new RecordFault(column, `no state ${shown(code)} (${scheme}) ${time}`);
  }

  /** As `resolve`, but null where the code names none. */
  find(code: string, scheme: CodeScheme, when: number | Day): StateCode | null {
    return this.#head.states.find(scheme, code, when);
  }

  /** As `state`, but null where the code names none. */
  stateOrNull(column: string, scheme: CodeScheme, when: number | Day): StateCode | null {
    return this.#head.states.find(scheme, this.text(column), when);
  }

  #read<Value>(column: string, read: (text: string) => Value | null, isWhat: string): Value {
    const text = this.text(column);
    const value = read(text);
    if (value === null) throw new RecordFault(column, `${shown(text)} is ${isWhat}`);
    return value;
  }
}
