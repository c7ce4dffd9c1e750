import type {Answer, Cell, PartyId, Sector, Stake, StateCode} from "../../api/index.ts";
import type {View} from "../view.ts";
import {addressOf} from "./cell-address.ts";
import {chosen} from "./group-moves.ts";

export interface PlacedCell {
  readonly cell: Cell;
  readonly partner: PartyId;
  readonly address: string;
}

/** A row of the printed Stakes table: one country and sector, all partners together. */
export interface StakeGroup {
  readonly country: StateCode;
  readonly sector: Sector;
  readonly benefits: readonly PlacedCell[];
  readonly risks: readonly PlacedCell[];
}

/** Cells with a figure come first within their partner's turn; partners take turns, so that each is seen early. */
export function groupStakes(
  answer: Answer,
  choice: Pick<View, "country" | "partner" | "sector">,
): readonly StakeGroup[] {
  const groups = new Map<string, Stake[]>();
  for (const stake of answer.stakes) {
    if (!chosen(choice, stake)) continue;
    const key = `${stake.country} ${stake.sector}`;
    groups.set(key, [...(groups.get(key) ?? []), stake]);
  }
  return [...groups.values()].flatMap((stakes): StakeGroup[] => {
    const [head] = stakes;
    if (head === undefined) return [];
    return [
      {
        country: head.country,
        sector: head.sector,
        benefits: inTurn(stakes, "benefits"),
        risks: inTurn(stakes, "risks"),
      },
    ];
  });
}

function inTurn(stakes: readonly Stake[], side: "benefits" | "risks"): readonly PlacedCell[] {
  const queues = stakes.map((stake) =>
    stake[side]
      .map((cell, index) => ({
        cell,
        partner: stake.partner,
        address: addressOf.stake(stake, side, index),
      }))
      .sort((a, b) => weight(a.cell) - weight(b.cell)),
  );
  const longest = Math.max(0, ...queues.map((queue) => queue.length));
  return Array.from({length: longest}, (_, turn) =>
    queues.flatMap((queue) => queue[turn] ?? []),
  ).flat();
}

/** Figures before words, words before what is missing. */
function weight(cell: Cell): number {
  if (cell.figure !== null) return 0;
  return cell.gap === null ? 1 : 2;
}
