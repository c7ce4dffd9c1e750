import type {Gap} from "../../world/index.ts";

/** Median and 90 % interval of draws. */
export interface DrawnInterval {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/**
 * What a scenario changes for one state. Figures are factors, 1 is no change, unless their name says otherwise; null is
 * what the model does not tell. Values are in world output of the base, or in the unit that the scenario names.
 */
export interface StateOutcome {
  readonly state: string;
  /** Income from production, tariff revenue and transfers, over consumer prices. */
  readonly realIncome: number;
  /** All spending, the trade deficit included, over consumer prices: "welfare" in GE_GRAVITY, gegravity and GE_GRAVITY2. */
  readonly realSpending: number;
  readonly wage: number;
  readonly realWage: number;
  /** Price of what the state makes; with many sectors null. */
  readonly producerPrice: number | null;
  /** Consumer price index. */
  readonly price: number;
  /** Value of output, of all spending, of sales abroad and purchases abroad (at border prices), of sales at home. */
  readonly output: number;
  readonly spending: number;
  readonly exports: number | null;
  readonly imports: number | null;
  readonly domestic: number;
  /** Exports over producer prices, imports and domestic sales over consumer prices. */
  readonly realExports: number | null;
  readonly realImports: number | null;
  readonly realDomestic: number;
  /** Tariff revenue in per cent of income, before and after. */
  readonly tariffRevenuePercentOfIncome: readonly [number, number];
  /** Sum of squared shares of the suppliers of imports (Herfindahl-Hirschman, 0 to 1), before and after. */
  readonly importConcentration: readonly [number, number] | null;
  /** Many sectors only: Caliendo & Parro's first-order welfare, in per cent, beside the exact `realIncome`. */
  readonly firstOrderPercent: {
    readonly welfare: number;
    readonly termsOfTrade: number;
    readonly volumeOfTrade: number;
  } | null;
  /** Over draws of the elasticity and of effects with a standard error; null where none were asked for. */
  readonly intervals: {
    readonly realIncome: DrawnInterval;
    readonly exports: DrawnInterval | null;
    readonly imports: DrawnInterval | null;
  } | null;
}

export interface FlowOutcome {
  readonly exporter: string;
  readonly importer: string;
  /** null where the matrix has no sectors. */
  readonly sector: string | null;
  readonly before: number;
  /** At buyers' prices with one sector, at border prices with many. */
  readonly after: number;
}

export interface ShockOutcome {
  readonly heading: string;
  readonly name: string | null;
  readonly base: {
    readonly matrix: string;
    readonly year: number | null;
    readonly states: number;
    readonly sectors: number;
    readonly flowsAboveZero: number;
  };
  readonly model: {
    readonly id: "trade-equilibrium" | "sector-equilibrium";
    readonly version: number;
    readonly theta: number | Readonly<Record<string, number>>;
    readonly deficits: string;
    readonly supplyElasticity: number;
    readonly incomes: "move" | "held";
    readonly unit: string;
    readonly draws: number;
  };
  readonly assumptions: readonly string[];
  readonly convergence: {readonly iterations: number; readonly residual: number};
  readonly states: readonly StateOutcome[];
  readonly flows: readonly FlowOutcome[];
  /** What could not be worked out, and why. */
  readonly gaps: readonly Gap[];
}
