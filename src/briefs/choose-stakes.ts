import type {Answer, Cell, PartyId, Sector, Stake} from "../world/index.ts";

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
        all(side)
          .filter(({stake}) => stake.country === country)
          .sort((a, b) => weight(a.cell) - weight(b.cell))
          .map(inTurn())
          .sort((a, b) => a.turn - b.turn)
          .slice(0, most)
          .map(({chosen}) => chosen),
      );
    const [benefits, risks] = [best("benefits"), best("risks")];
    const total = all("benefits").length + all("risks").length;
    return {sector, benefits, risks, left: total - benefits.length - risks.length};
  });
}

/** Numbers the cells of each partner in the order met. */
function inTurn(): (chosen: ChosenCell) => {chosen: ChosenCell; turn: number} {
  const met = new Map<PartyId, number>();
  return (chosen) => {
    const turn = met.get(chosen.stake.partner) ?? 0;
    met.set(chosen.stake.partner, turn + 1);
    return {chosen, turn};
  };
}

function weight({figure, gap, grade}: Cell): number {
  return (figure === null ? 10 : 0) + (gap === null ? 0 : 20) + (grade?.credibility ?? 6);
}
