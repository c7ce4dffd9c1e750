import type {Answer, Cell} from "../world/index.ts";

/** One cell of a table with the row and column it stands in; equal to the API's type of that name. */
export interface FlatCell {
  readonly table: "moves" | "stakes" | "options";
  readonly row: string;
  readonly column: string;
  readonly cell: Cell;
}

/** Every cell of the three tables, in table order; rows are named by their codes, e.g. "IDN/RUS/energy". */
export function flatCells(answer: Answer): FlatCell[] {
  const cells: FlatCell[] = [];
  for (const {country, partner, sector, focus, moves} of answer.moves) {
    const row = `${country}/${partner}/${sector}`;
    cells.push({table: "moves", row, column: "Focus areas", cell: focus});
    for (const cell of moves)
      cells.push({table: "moves", row, column: "Recent diplomatic moves", cell});
  }
  for (const {country, partner, sector, benefits, risks} of answer.stakes) {
    const row = `${country}/${partner}/${sector}`;
    for (const cell of benefits)
      cells.push({table: "stakes", row, column: "Potential benefits", cell});
    for (const cell of risks) cells.push({table: "stakes", row, column: "Possible risks", cell});
  }
  for (const {id, action, outcomes} of answer.options) {
    cells.push({table: "options", row: id, column: "Proposed action", cell: action});
    for (const cell of outcomes)
      cells.push({table: "options", row: id, column: "Expected outcome", cell});
  }
  return cells;
}
