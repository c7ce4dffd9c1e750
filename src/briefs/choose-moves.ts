import type {Answer, MoveRow, StateCode} from "../world/index.ts";
import {isGap} from "../world/index.ts";

export type MoveCell = MoveRow["moves"][number];

/** Rows of one country with the moves chosen for them, and how many moves stayed in the ledger. */
export interface ChosenMoves {
  readonly country: StateCode;
  readonly rows: readonly {readonly row: MoveRow; readonly moves: readonly MoveCell[]}[];
  readonly left: number;
  /** Rows in which no move is known. */
  readonly empty: readonly MoveRow[];
}

/** How many places a pair and sector may take in each round: every one has its turn before another is heard again. */
const rounds = [1, 2, 3, Number.POSITIVE_INFINITY];

/**
 * The best-evidenced moves of each country: real before specimen, then credibility (1 best), then independent
 * origins, then newest. A move that stands in several rows is shown in the first of them only.
 */
export function chooseMoves(answer: Answer, most: number): ChosenMoves[] {
  const origins = new Map(answer.ledgerMoves.map((move) => [move.id, move.independentOrigins]));
  const better = (a: MoveCell, b: MoveCell): number =>
    Number(a.specimen) - Number(b.specimen) ||
    (a.grade?.credibility ?? 6) - (b.grade?.credibility ?? 6) ||
    (origins.get(b.moveId) ?? 0) - (origins.get(a.moveId) ?? 0) ||
    compare(isGap(b.when) ? "" : b.when, isGap(a.when) ? "" : a.when) ||
    compare(a.moveId, b.moveId);
  return answer.watch.states.map((country) => {
    const rows = answer.moves.filter((row) => row.country === country);
    const first = new Map<string, {row: MoveRow; move: MoveCell}>();
    for (const row of rows)
      for (const move of row.moves)
        if (!first.has(move.moveId)) first.set(move.moveId, {row, move});
    const ranked = [...first.values()].sort((a, b) => better(a.move, b.move));
    const taken = new Map<MoveRow, MoveCell[]>();
    let count = 0;
    for (const cap of rounds)
      for (const {row, move} of ranked) {
        const held = taken.get(row) ?? [];
        if (count >= most || held.length >= cap || held.includes(move)) continue;
        taken.set(row, [...held, move]);
        count++;
      }
    return {
      country,
      rows: rows.flatMap((row) => {
        const moves = taken.get(row);
        return moves === undefined ? [] : [{row, moves}];
      }),
      left: first.size - count,
      empty: rows.filter((row) => row.moves.length === 0),
    };
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
