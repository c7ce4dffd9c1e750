import type {Day, Gap, PartyId, StateCode} from "../../world/index.ts";

/** The carried row that a state's GDP was taken from. */
export interface GdpSource {
  readonly dataset: "gdp" | "military-spending";
  readonly year: number;
  readonly basis: string;
}

/** All flows of goods between states in one year, with what each state sells at home. */
export interface TradeMatrix {
  readonly kind: "trade-matrix";
  readonly year: number;
  readonly asOf: Day;
  /** In the order of the rows and columns of `flows`. */
  readonly states: readonly StateCode[];
  /** Exporter × importer, row by row, US$ of the year; domestic flows on the diagonal, at `outputToGdp.central`. */
  readonly flows: Float64Array;
  /** GDP, US$ of the year. */
  readonly gdp: Float64Array;
  /** Where each state's GDP comes from. */
  readonly gdpFrom: ReadonlyMap<StateCode, GdpSource>;
  /** Carried rows behind each cell of `flows`: 0 or more. */
  readonly rowsPerFlow: Uint8Array;
  /** Exporters filled in from mirror data (dataset trade-sections), with the year these are of. */
  readonly mirroredFrom: ReadonlyMap<StateCode, number>;
  readonly watched: readonly StateCode[];
  readonly powers: readonly PartyId[];
  /** Watched states and the powers' members: kept as themselves when others are put together. */
  readonly focus: readonly StateCode[];
  /** What a reader should know of the data, and what the model takes for granted. */
  readonly flags: readonly string[];
  readonly assumptions: readonly string[];
  /** States that could not be placed. */
  readonly leftOut: readonly Gap[];
}

/**
 * Gross output of all goods and services over GDP. The World Input-Output Database (2016 release; Timmer,
 * Dietzenbacher, Los, Stehrer & de Vries 2015, Rev. Int. Econ. 23) sums to a world output of US$ 161 trillion in
 * 2014, against a world GDP of about 79 trillion (World Bank): 2.0. Most of its 43 states lie between 1.7 and 2.3;
 * China is near 3. One ratio serves all states; draws vary it evenly between `low` and `high`.
 */
export const outputToGdp = {central: 2, low: 1.7, high: 2.3} as const;

/**
 * US GDP price level, 2017 = 100, from nominal over chained 2017 dollars (Bureau of Economic Analysis, NIPA tables
 * 1.1.5 and 1.1.6; trillions): 2012 16.25 / 17.44, 2015 18.30 / 18.80, 2016 18.80 / 19.14, 2023 27.72 / 22.67. Brings GDP in constant
 * US$ of one of these years to the prices of the trade matrix. Any other pair of years is left as it is, and said.
 */
export const usPriceLevel: ReadonlyMap<number, number> = new Map([
  [2012, 93.2],
  [2015, 97.3],
  [2016, 98.2],
  [2017, 100],
  [2023, 122.3],
]);
