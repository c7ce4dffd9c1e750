import type {Answer, Cell, Sector, Stake} from "../world/index.ts";
import {inTurn} from "./in-turn.ts";

export interface ChosenCell {
  readonly stake: Stake;
  readonly cell: Cell;
}

/** One sector's benefits and risks that stand on the page, and how many stayed in the ledger. */
export interface ChosenStakes {
  readonly sector: Sector;
  readonly benefits: readonly ChosenCell[];
  readonly risks: readonly ChosenCell[];
  readonly left: number;
}

/**
 * The best-evidenced benefits and risks of each sector, `most` a country and side: figures first, gaps last, and every
 * partner once before any of them twice.
 */
export function chooseStakes(answer: Answer, most: number): ChosenStakes[] {
  const sectors = [...new Set(answer.stakes.map(({sector}) => sector))];
  return sectors.map((sector) => {
    const stakes = answer.stakes.filter((stake) => stake.sector === sector);
    const all = (side: "benefits" | "risks") =>
      stakes.flatMap((stake) => stake[side].map((cell) => ({stake, cell})));
    const best = (side: "benefits" | "risks") =>
      answer.watch.states.flatMap((country) =>
        inTurn(
          all(side)
            .filter(({stake}) => stake.country === country)
            .sort((a, b) => weight(a.cell) - weight(b.cell)),
          ({stake}) => stake.partner,
        ).slice(0, most),
      );
    const [benefits, risks] = [best("benefits"), best("risks")];
    const total = all("benefits").length + all("risks").length;
    return {sector, benefits, risks, left: total - benefits.length - risks.length};
  });
}

function weight({figure, gap, grade}: Cell): number {
  return (figure === null ? 10 : 0) + (gap === null ? 0 : 20) + (grade?.credibility ?? 6);
}
