import type {SectorEconomy} from "./sector-economy.ts";
import type {SectorEquilibrium} from "./solve-sector-equilibrium.ts";

/** What a change of policy is worth to each state, told in two ways that must not be taken for one another. */
export interface SectorWelfare {
  /**
   * Exact: the change of what final buyers can buy, a factor. Wages, tariff revenue and deficit over the price index of
   * final spending, Π_s P_s^α (the utility of Caliendo & Parro's consumers).
   */
  readonly utility: Float64Array;
  /** Change of the price index of final spending, a factor. */
  readonly priceIndex: Float64Array;
  /** Change of wages over the same price index, a factor. */
  readonly realWage: Float64Array;
  /**
   * First order: Caliendo & Parro's equation 15, a differential taken at relative changes that are not small. Terms of
   * trade and volume of trade as shares of income; their sum is the figure that the paper calls welfare.
   */
  readonly termsOfTrade: Float64Array;
  readonly volumeOfTrade: Float64Array;
  /** Tariff revenue as a share of income, before and after. */
  readonly revenueBefore: Float64Array;
  readonly revenueAfter: Float64Array;
}

/** Holds a solved economy against the one it was solved from. */
export function sectorWelfare(base: SectorEconomy, solved: SectorEquilibrium): SectorWelfare {
  const {states: n, sectors, flows, tariffs, finalShares} = base;
  const revenue = new Float64Array(n);
  const terms = new Float64Array(n);
  const volume = new Float64Array(n);
  for (let s = 0, k = 0; s < sectors; s++) {
    for (let i = 0; i < n; i++) {
      const costChange = (solved.costs[s * n + i] as number) - 1;
      for (let j = 0; j < n; j++, k++) {
        const flow = flows[k] as number;
        if (flow === 0) continue;
        const duty = flow * (tariffs[k] as number);
        revenue[j] = (revenue[j] as number) + duty;
        terms[i] = (terms[i] as number) + flow * costChange;
        terms[j] = (terms[j] as number) - flow * costChange;
        if (duty !== 0) {
          const flowChange = (solved.flows[k] as number) / flow - 1;
          volume[j] = (volume[j] as number) + duty * (flowChange - costChange);
        }
      }
    }
  }
  const income = base.income.map(
    (wage, i) => wage + (revenue[i] as number) + (base.deficits[i] as number),
  );
  const logPrice = new Float64Array(n);
  for (let s = 0; s < sectors; s++) {
    for (let i = 0; i < n; i++) {
      logPrice[i] =
        (logPrice[i] as number) +
        (finalShares[s * n + i] as number) * Math.log(solved.prices[s * n + i] as number);
    }
  }
  const deflate = (value: number, i: number) => value / Math.exp(logPrice[i] as number);
  return {
    utility: solved.income.map((after, i) => deflate(after / (income[i] as number), i)),
    priceIndex: logPrice.map(Math.exp),
    realWage: solved.wages.map(deflate),
    termsOfTrade: terms.map((value, i) => value / (income[i] as number)),
    volumeOfTrade: volume.map((value, i) => value / (income[i] as number)),
    revenueBefore: revenue.map((value, i) => value / (income[i] as number)),
    revenueAfter: solved.revenue.map((value, i) => value / (solved.income[i] as number)),
  };
}
