import type {DeficitRule} from "../../world/index.ts";

/** A tariff laid on top of what stands: `rate` 0.1 is ten per cent of the value at the border. */
export interface AddedTariff {
  readonly exporter: number;
  readonly importer: number;
  readonly rate: number;
}

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
