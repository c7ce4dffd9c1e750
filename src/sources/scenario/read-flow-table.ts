import {copyText} from "../importers/file-lines.ts";
import type {ImportFile} from "../importers/importer.ts";
import {RecordFault, type TableRecord} from "../importers/table-record.ts";
import {openTable} from "../importers/table-rows.ts";
import {InputError} from "../input-error.ts";
import {type FlowColumnsAsked, flowColumnNames} from "./flow-column-names.ts";

/** Flows between states as a user brings them, checked; cells are sector × exporter × importer (importer fastest). */
export interface FlowTable {
  readonly name: string;
  /** null where the file does not say. */
  readonly year: number | null;
  readonly states: readonly string[];
  /** One entry, "all", where the file has no sectors. */
  readonly sectors: readonly string[];
  readonly hasSectors: boolean;
  /** Any one currency unit, 0 where there is no row. */
  readonly values: Float64Array;
  /** Line of the file that holds the cell, from 1; 0 where there is no row. */
  readonly lines: Uint32Array;
  /** Further columns that were asked for, cell by cell; 0 where there is no row. */
  readonly columns: ReadonlyMap<string, Float64Array>;
}

/** What is read of a file, and what its columns are called. */
export interface FlowTableAsked extends FlowColumnsAsked {
  readonly year: number | null;
}

/** Beyond these the file is not read on: memory is bounded, whatever its size. */
const flowTableLimits = {states: 600, sectors: 300, cells: 6_000_000, rows: 3_000_000};

/** What the column of values is commonly called. */
const valueNames = ["value", "trade", "flow"];
const longestName = 100;

/** States as the file spells them: a user's table has codes of no publisher. */
export const noCodes = {resolve: () => null};

/**
 * Reads a CSV of flows (comma, semicolon or tab) as a stream, keeping the rows of one year.
 *
 * @throws InputError that names the line: a flow below 0 or no number, a pair given twice, several years where none is
 * chosen, more states, sectors or rows than can be worked out, a line that cannot be read.
 */
export async function readFlowTable(file: ImportFile, asked: FlowTableAsked): Promise<FlowTable> {
  const exporter = asked.columns.exporter ?? "exporter";
  const importer = asked.columns.importer ?? "importer";
  const values = asked.columns.value === undefined ? valueNames : [asked.columns.value];
  const layouts = ([",", ";", "\t"] as const).flatMap((delimiter) =>
    values.map((value) => ({
      columns: [exporter, importer, value],
      value,
      delimiter,
      namesOf: flowColumnNames(asked),
    })),
  );
  const [first, ...others] = layouts;
  if (first === undefined) throw new Error("no layout");
  const {header, layout, batches} = await openTable(file, [first, ...others], noCodes).catch(
    (cause: unknown) => {
      throw cause instanceof InputError
        ? new InputError(
            cause.message,
            "a matrix is CSV with exporter, importer and value; `base: {columns: …}` says what they are called",
            {cause},
          )
        : cause;
    },
  );
  const yearColumn = columnOf(file.name, header, asked.columns.year, "year");
  const sectorColumn = columnOf(file.name, header, asked.columns.sector, "sector");
  for (const column of asked.further) columnOf(file.name, header, column, column);
  if (asked.year !== null && yearColumn === null)
    throw new InputError(
      `${file.name} has no column of years, but base.year is ${asked.year}`,
      "leave base.year out, or say with `base: {columns: {year: …}}` what it is called",
    );

  const rows = new FlowRows(asked.further);
  let year = asked.year;
  let firstYearLine = 0;
  for await (const batch of batches) {
    for (const record of batch) {
      if (record.kind === "reject")
        throw new InputError(`${file.name}: line ${record.line}: ${record.why}`, mendTheLine);
      try {
        if (yearColumn !== null) {
          const of = record.whole(yearColumn);
          year ??= of;
          if (of !== year && asked.year !== null) continue;
          if (of !== year)
            throw new InputError(
              `${file.name} holds several years: ${year} in line ${firstYearLine}, ${of} in line ${record.line}`,
              "choose one with `base: {year: …}`",
            );
          if (firstYearLine === 0) firstYearLine = record.line;
        }
        rows.add(record, {exporter, importer, value: layout.value, sector: sectorColumn});
      } catch (cause) {
        throw cause instanceof RecordFault ? lineFault(file.name, record, cause) : cause;
      }
    }
  }
  if (rows.count === 0)
    throw new InputError(
      asked.year === null
        ? `${file.name} has no rows`
        : `${file.name} has no rows of ${asked.year}`,
      "check the file and base.year",
    );
  return {name: file.name, year, hasSectors: sectorColumn !== null, ...rows.square(file.name)};
}

const mendTheLine =
  "mend the line: plain CSV, numbers with a decimal point and no thousands separators";

/** A fault of a record as the user is told of it: with the file, the line and the column. */
export function lineFault(
  name: string,
  record: TableRecord,
  fault: RecordFault,
  whatToDo = mendTheLine,
): InputError {
  const column = fault.column === null ? "" : `${fault.column}: `;
  return new InputError(`${name}: line ${record.line}: ${column}${fault.message}`, whatToDo, {
    cause: fault,
  });
}

/** The column that was named, or the usual one where the file has it. @throws InputError when one that was named is not there. */
function columnOf(
  name: string,
  header: readonly string[],
  named: string | undefined,
  usual: string,
): string | null {
  if (header.includes(named ?? usual)) return named ?? usual;
  if (named === undefined) return null;
  throw new InputError(
    `${name} has no column "${named}"; it has ${header.slice(0, 20).join(", ")}`,
    "check the name of the column in the scenario",
  );
}

/** Rows as they come, their numbers one behind the other; names once each. */
class FlowRows {
  readonly #states = new Map<string, number>();
  readonly #sectors = new Map<string, number>();
  /** For each row: sector, exporter, importer, line, value, and the further columns. */
  readonly #numbers: number[] = [];
  readonly #further: readonly string[];
  count = 0;

  constructor(further: readonly string[]) {
    this.#further = further;
  }

  add(
    record: TableRecord,
    columns: {exporter: string; importer: string; value: string; sector: string | null},
  ): void {
    const i = place(this.#states, record, columns.exporter, flowTableLimits.states, "states");
    const j = place(this.#states, record, columns.importer, flowTableLimits.states, "states");
    const s =
      columns.sector === null
        ? 0
        : place(this.#sectors, record, columns.sector, flowTableLimits.sectors, "sectors");
    const value = record.number(columns.value);
    if (!(value >= 0))
      throw new RecordFault(
        columns.value,
        `${record.text(columns.exporter)} to ${record.text(columns.importer)} is ${value}: trade is 0 or more`,
      );
    this.count += 1;
    if (this.count > flowTableLimits.rows)
      throw new RecordFault(null, `more than ${flowTableLimits.rows} rows to keep`);
    this.#numbers.push(s, i, j, record.line, value);
    for (const column of this.#further) this.#numbers.push(record.number(column));
  }

  /** All rows as a square, states and sectors by name. @throws InputError for a pair that stands twice. */
  square(name: string) {
    const states = [...this.#states.keys()].sort();
    const sectors = this.#sectors.size === 0 ? ["all"] : [...this.#sectors.keys()].sort();
    const n = states.length;
    if (sectors.length * n * n > flowTableLimits.cells)
      throw new InputError(
        `${name} holds ${n} states and ${sectors.length} sectors, more than can be worked out`,
        "put small states or fine sectors together",
        {status: 413},
      );
    const stateAt = ranks(this.#states, states);
    const sectorAt = this.#sectors.size === 0 ? [0] : ranks(this.#sectors, sectors);
    const size = sectors.length * n * n;
    const values = new Float64Array(size);
    const lines = new Uint32Array(size);
    const columns = new Map(this.#further.map((column) => [column, new Float64Array(size)]));
    const width = 5 + this.#further.length;
    for (let at = 0; at < this.#numbers.length; at += width) {
      const number = (offset: number) => this.#numbers[at + offset] as number;
      const s = sectorAt[number(0)] as number;
      const i = stateAt[number(1)] as number;
      const j = stateAt[number(2)] as number;
      const k = (s * n + i) * n + j;
      if (lines[k] !== 0) {
        const sector = this.#sectors.size === 0 ? "" : `, ${sectors[s]}`;
        throw new InputError(
          `${name}: line ${number(3)}: ${states[i]} to ${states[j]}${sector} stands in line ${lines[k]} already`,
          "give each pair once: add the rows up, or choose a year with `base: {year: …}`",
        );
      }
      lines[k] = number(3);
      values[k] = number(4);
      this.#further.forEach((column, c) => {
        (columns.get(column) as Float64Array)[k] = number(5 + c);
      });
    }
    return {states, sectors, values, lines, columns};
  }
}

function place(
  names: Map<string, number>,
  record: TableRecord,
  column: string,
  most: number,
  what: string,
): number {
  const name = record.required(column);
  const known = names.get(name);
  if (known !== undefined) return known;
  if (name.length > longestName) throw new RecordFault(column, "is too long for a name");
  if (names.size >= most) throw new RecordFault(column, `more than ${most} ${what}`);
  names.set(copyText(name), names.size);
  return names.size - 1;
}

/** For each name by its order of coming, its place among the sorted ones. */
function ranks(names: ReadonlyMap<string, number>, sorted: readonly string[]): number[] {
  const at: number[] = [];
  sorted.forEach((name, rank) => {
    at[names.get(name) as number] = rank;
  });
  return at;
}
