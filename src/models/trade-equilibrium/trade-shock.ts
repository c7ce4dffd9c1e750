/** A tariff laid on top of what stands: `rate` 0.1 is ten per cent of the value at the border. */
export interface AddedTariff {
  readonly exporter: number;
  readonly importer: number;
  readonly rate: number;
}

/**
 * What becomes of a deficit, spending less output. "additive": it keeps its value in units of world output.
 * "multiplicative": spending stays in proportion to income, as in GE_GRAVITY (Baier, Yotov & Zylkin 2019).
 * "balanced": the same, with one factor on all spending so that the world spends what it earns (Campos, Reggio &
 * Timini 2024). "closed": every state spends what it earns (Dekle, Eaton & Kortum 2008).
 */
export const deficitRules = ["additive", "multiplicative", "balanced", "closed"] as const;
export type DeficitRule = (typeof deficitRules)[number];

export interface TradeShock {
  /** Flows X, exporter × importer, row by row, domestic flows on the diagonal, any one currency unit. */
  readonly flows: Float64Array;
  /** B: factor on each flow's trade costs, already raised to the trade elasticity (exp(β) of a gravity estimate); 1 is no change. */
  readonly costFactors?: Float64Array;
  /** Tariffs: they act on the flow as (1 + rate)^−θ, and their revenue is spent by the importer. */
  readonly tariffs?: readonly AddedTariff[];
  /** θ > 0: a one per cent rise in trade cost lowers the flow by θ per cent, wages and prices held (this is σ − 1). */
  readonly elasticity: number;
  readonly deficits?: DeficitRule;
  /** ψ ≥ 0: output grows by ψ per cent when its price rises by one per cent against consumer prices; 0 is fixed output. */
  readonly supplyElasticity?: number;
  /** Factor on what each state makes at given prices: 1.05 is five per cent more. */
  readonly supply?: Float64Array;
  /** Net gifts received, in the unit of the flows; they add up to 0. */
  readonly transfers?: Float64Array;
  /** "held": output and spending keep their value and prices alone clear (conditional equilibrium; Yotov et al. 2016). */
  readonly incomes?: "move" | "held";
  /** Wages of a nearby solution to start from. */
  readonly startWages?: Float64Array;
  readonly tolerance?: number;
}
