import type {LongTable} from "../../src/world/index.ts";

/** A table of rows; its columns bear the names of their fields. */
export function tableOf<Row extends object>(rows: readonly Row[]): LongTable<Row> {
  const at = (place: number): Row => {
    const row = rows[place];
    if (row === undefined) throw new Error(`there is no row ${place}`);
    return row;
  };
  const cellsAt = (place: number) =>
    Object.fromEntries(Object.entries(at(place)).map(([column, cell]) => [column, `${cell}`]));
  return {length: rows.length, at, cellsAt};
}

/** All rows of a table, in order. */
export const rowsOf = <Row>({length, at}: LongTable<Row>): Row[] =>
  Array.from({length}, (_, place) => at(place));
