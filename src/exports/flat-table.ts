import type {ColumnType} from "../world/index.ts";
import type {Matter} from "./matter.ts";

/** What stands in one cell. A number is finite; a day is "YYYY-MM-DD". */
export type TableValue = string | number | boolean | null;

/** A column as a reader of the file meets it. */
export interface ColumnNote {
  readonly name: string;
  readonly type: ColumnType;
  readonly means: string;
}

/** A table of an answer, one line a cell, ready for CSV, Parquet or a data package. */
export interface FlatTable {
  readonly name: string;
  readonly columns: readonly ColumnNote[];
  readonly rows: readonly (readonly TableValue[])[];
}

/** A column and how it comes out of a line. */
export interface Column<Line> extends ColumnNote {
  readonly of: (line: Line) => TableValue;
}

export function column<Line>(
  name: string,
  type: ColumnType,
  means: string,
  of: (line: Line) => TableValue,
): Column<Line> {
  return {name, type, means, of};
}

/** Makes a table of lines. Every line says as of when it was known and which version of Demarche wrote it. */
export function flatTable<Line>(
  {answer}: Matter,
  name: string,
  columns: readonly Column<Line>[],
  lines: readonly Line[],
): FlatTable {
  const all: readonly Column<Line>[] = [
    ...columns,
    column("as_of", "day", "The day as of which this was known", () => answer.asOf),
    column("demarche", "text", "Version of Demarche that wrote it", () => answer.version),
  ];
  return {
    name,
    columns: all.map(({name, type, means}) => ({name, type, means})),
    rows: lines.map((line) => all.map(({of}) => of(line))),
  };
}
