import type {FactBook, StateCode} from "../../world/index.ts";
import {type GdpSource, usPriceLevel} from "./trade-matrix.ts";

/** A figure of a neighbouring year (GDP, mirrored exports) stands in for a missing one, this many years away at most. */
export const mayBeOffBy = 3;

export interface ChosenGdp {
  /** In US$ of the year asked for, as far as `factor` reaches. */
  readonly usd: number;
  readonly from: GdpSource;
  /** From the row's prices to those of the year; 1 for current prices, null where no factor is known. */
  readonly factor: number | null;
}

/**
 * Each state's GDP in the year or nearest to it (the earlier of two). The dataset gdp is taken before what follows
 * from military spending and its share of GDP.
 */
export function chooseGdp(
  book: Pick<FactBook, "gdp" | "militarySpending">,
  year: number,
): Map<StateCode, ChosenGdp> {
  const stated = book.gdp.map(({state, usd, year: of, basis}) => ({
    state,
    usd,
    from: {dataset: "gdp" as const, year: of, basis},
  }));
  const derived = book.militarySpending.flatMap(({state, constant2023Usd, shareOfGdp, year: of}) =>
    constant2023Usd === null || shareOfGdp === null || !(shareOfGdp > 0)
      ? []
      : [{state, usd: constant2023Usd / shareOfGdp, from: {...fromSpending, year: of}}],
  );
  const chosen = new Map<StateCode, ChosenGdp>();
  for (const rows of [stated, derived]) {
    const nearest = new Map<StateCode, (typeof rows)[number]>();
    for (const row of rows) {
      const off = Math.abs(row.from.year - year);
      if (off > mayBeOffBy || !(row.usd > 0) || chosen.has(row.state)) continue;
      const before = nearest.get(row.state);
      const offBefore =
        before === undefined ? Number.POSITIVE_INFINITY : Math.abs(before.from.year - year);
      if (off < offBefore || (off === offBefore && row.from.year < (before?.from.year ?? 0))) {
        nearest.set(row.state, row);
      }
    }
    for (const [state, {usd, from}] of nearest) {
      const factor = priceFactor(from.basis, year);
      chosen.set(state, {usd: usd * (factor ?? 1), from, factor});
    }
  }
  return chosen;
}

const fromSpending = {
  dataset: "military-spending",
  basis: "constant 2023 US$, military spending over its share of GDP",
} as const;

function priceFactor(basis: string, year: number): number | null {
  const constant = /constant\D*(\d{4})/i.exec(basis)?.[1];
  if (constant === undefined) return 1;
  const from = usPriceLevel.get(Number(constant));
  const to = usPriceLevel.get(year);
  return from === undefined || to === undefined ? null : to / from;
}
