import {areasOf} from "../../measures/index.ts";
import {
  type EnergyFlow,
  type FactBook,
  type Gap,
  gap,
  nameOf,
  type Reference,
  type StateCode,
  stateOf,
  type TradedFuel,
  type TradeFlow,
} from "../../world/index.ts";

/** What a state bought of a fuel in a year, seller by seller. */
export interface FuelTrade {
  readonly buyer: StateCode;
  readonly fuel: TradedFuel;
  readonly year: number;
  /** "Mt", "bcm", "EJ" or "US$". */
  readonly unit: string;
  /** Sellers are states, or areas of the publisher that hold several. */
  readonly bySeller: ReadonlyMap<string, number>;
  readonly rows: readonly (EnergyFlow | TradeFlow)[];
}

/** SITC section of mineral fuels (UN Statistics Division, SITC Rev. 3). */
const fuelSection = 3;

/** Sellers of a fuel to a state; a `Gap` where the data have no row of the state for it. */
export function fuelTrade(
  book: FactBook,
  buyer: StateCode,
  fuel: TradedFuel,
  reference: Reference,
): FuelTrade | Gap {
  const found = fuel === "all-fuels" ? fuelsTogether(book, buyer) : oneFuel(book, buyer, fuel);
  if (found !== null) return found;
  const name = nameOf(reference, buyer);
  const areas = areasOf(stateOf(reference, buyer)?.region ?? "");
  const where = areas.length === 0 ? "" : ` and may stand inside ${areas.join(" or ")}`;
  return gap(
    `sellers of ${fuelWords(fuel)} to ${name}`,
    fuel === "all-fuels"
      ? `no purchase of fuels by ${name} is in the data`
      : `${name} has no row of its own for ${fuelWords(fuel)} in the matrix of 2020${where}`,
    `customs figures of ${name} by fuel and seller`,
  );
}

/** "crude oil", "LNG". */
export function fuelWords(fuel: TradedFuel): string {
  return fuel === "lng" ? "LNG" : fuel.replaceAll("-", " ");
}

function oneFuel(book: FactBook, buyer: StateCode, fuel: EnergyFlow["fuel"]): FuelTrade | null {
  const rows = book.energy2020.filter((flow) => flow.fuel === fuel && flow.importer === buyer);
  const unit = rows[0]?.unit;
  if (unit === undefined) return null;
  return {
    buyer,
    fuel,
    year: 2020,
    unit,
    bySeller: summed(rows.map(({exporter, value}) => [exporter, value])),
    rows,
  };
}

function fuelsTogether(book: FactBook, buyer: StateCode): FuelTrade | null {
  const all = book.trade.filter(
    ({dataset, sitcSection, importer, exporter}) =>
      dataset === "trade-sections" &&
      sitcSection === fuelSection &&
      importer === buyer &&
      exporter !== buyer,
  );
  if (all.length === 0) return null;
  const year = all.reduce((newest, row) => Math.max(newest, row.year), 0);
  const rows = all.filter((row) => row.year === year);
  return {
    buyer,
    fuel: "all-fuels",
    year,
    unit: "US$",
    bySeller: summed(rows.map(({exporter, valueUsd}) => [exporter, valueUsd])),
    rows,
  };
}

function summed(pairs: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [key, value] of pairs) if (value > 0) sums.set(key, (sums.get(key) ?? 0) + value);
  return sums;
}
