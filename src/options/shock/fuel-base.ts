import type {EnergyFlow, FuelPair} from "../../world/index.ts";

export type OilFuel = "crude-oil" | "oil-products";

/** What is known of fuels beside the flows of a matrix. */
export interface FuelBase {
  /** Share of mineral fuels in what the exporter sells the importer, exporter × importer; NaN where no row tells it. */
  readonly shares: Float64Array;
  /** The year of these shares; null where there are none. */
  readonly year: number | null;
  /** What a party sold of a fuel and what it bought, million tonnes in 2020. */
  readonly oil: ReadonlyMap<
    string,
    Readonly<Record<OilFuel, {readonly sold: number; readonly bought: number}>>
  >;
}

/**
 * Lays what the datasets know of fuels beside a matrix.
 *
 * @param states those of the matrix; one that bears no ISO code has no shares.
 */
export function fuelBase(
  states: readonly string[],
  pairs: readonly FuelPair[],
  energy: readonly EnergyFlow[],
): FuelBase {
  const n = states.length;
  const at = new Map(states.map((state, i) => [state, i]));
  const shares = new Float64Array(n * n).fill(Number.NaN);
  for (const {exporter, importer, fuelUsd, allUsd} of pairs) {
    const [i, j] = [at.get(exporter), at.get(importer)];
    if (i !== undefined && j !== undefined && allUsd > 0) shares[i * n + j] = fuelUsd / allUsd;
  }
  const oil = new Map<string, Record<OilFuel, {sold: number; bought: number}>>();
  const of = (party: string) => {
    const known = oil.get(party) ?? {
      "crude-oil": {sold: 0, bought: 0},
      "oil-products": {sold: 0, bought: 0},
    };
    oil.set(party, known);
    return known;
  };
  for (const {fuel, exporter, importer, value} of energy) {
    if (fuel !== "crude-oil" && fuel !== "oil-products") continue;
    of(exporter)[fuel].sold += value;
    of(importer)[fuel].bought += value;
  }
  return {shares, year: pairs[0]?.year ?? null, oil};
}
