import type {Answer, Move} from "../../api/index.ts";

/** How well each move's date is known, by the move's id. */
export function precisionOf({ledgerMoves}: Answer): ReadonlyMap<string, Move["precision"]> {
  return new Map(ledgerMoves.map(({id, precision}) => [id, precision]));
}
