import type {Cell, Gap} from "../../world/index.ts";

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
export interface StateFigures {
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
  /**
   * Many sectors and tariffs alone: Caliendo & Parro's first-order welfare, in per cent, beside the exact `realSpending`.
   * Where anything but tariffs changes their differential does not hold, and it is null.
   */
  readonly firstOrderPercent: {
    readonly welfare: number;
    readonly termsOfTrade: number;
    readonly volumeOfTrade: number;
  } | null;
  /** On each power that was asked about and is not the state itself. */
  readonly reliance: readonly PowerReliance[];
}

/**
 * What a power is to a state's trade, at border prices, all sectors together, before and after. It is dependence before
 * anything is replaced: how much could be replaced within a year is not known, so dependence is this or less.
 */
export interface PowerReliance {
  readonly power: string;
  /** Per cent of all that the state buys, what it makes itself included. */
  readonly purchasesPercent: readonly [number, number];
  /** Per cent of all that it sells, at home included. */
  readonly salesPercent: readonly [number, number];
}

/** Figures that are one number: their interval is of the figure. */
export const drawnFactors = [
  "realIncome",
  "realSpending",
  "wage",
  "realWage",
  "price",
  "exports",
  "imports",
] as const;
/** Figures that are told before and after: their interval is of the difference. */
export const drawnPairs = ["tariffRevenuePercentOfIncome", "importConcentration"] as const;

/** Over draws; null where a draw had no such figure. */
export type StateIntervals = Readonly<
  Record<(typeof drawnFactors)[number] | (typeof drawnPairs)[number], DrawnInterval | null>
> & {
  /** Of the differences in per cent points, power by power as in `reliance`. */
  readonly reliance: readonly {
    readonly power: string;
    readonly purchasesPercent: DrawnInterval;
    readonly salesPercent: DrawnInterval;
  }[];
};

export interface StateOutcome extends StateFigures {
  /** null where no draws were asked for. */
  readonly intervals: StateIntervals | null;
}

/** A bloc as one row: `state` is the bloc; `blocRule` says how it is made of its members. */
export interface BlocOutcome extends StateOutcome {
  readonly members: readonly string[];
  /** Members that the matrix does not hold: they are not in the row. */
  readonly absent: readonly string[];
}

/** A number that the outcome rests on, and where it comes from. */
export interface ShockParameter {
  /** The shock's name, or "model". */
  readonly of: string;
  readonly what: string;
  readonly value: string;
  /** `chosen`: the size of a policy, which is the question. `asked`: an estimate that whoever asks gave without a source. */
  readonly from: "cited" | "chosen" | "asked";
  readonly source: string | null;
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
  readonly parameters: readonly ShockParameter[];
  readonly convergence: {readonly iterations: number; readonly residual: number};
  readonly states: readonly StateOutcome[];
  readonly blocs: readonly BlocOutcome[];
  readonly flows: readonly FlowOutcome[];
  /** What is known beside the equilibrium, such as who else sells a fuel, with its evidence. */
  readonly beside: readonly Cell[];
  /** What could not be worked out, and why. */
  readonly gaps: readonly Gap[];
}
