import type {LongTable} from "../../src/world/index.ts";

/** A table of rows whose columns stand in the order in which each row names them. */
export function tableOf<Row extends object>(rows: readonly Row[]): LongTable<Row> {
  const at = (place: number): Row => {
    const row = rows[place];
    if (row === undefined) throw new Error(`there is no row ${place}`);
    return row;
  };
  return {length: rows.length, at, cellsAt: (place) => Object.values(at(place)).map(String)};
}

/** All rows of a table, in order. */
export const rowsOf = <Row>({length, at}: LongTable<Row>): Row[] =>
  Array.from({length}, (_, place) => at(place));
