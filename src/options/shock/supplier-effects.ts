import {oilPriceRise} from "../../models/index.ts";
import {type FlowTable, InputError, type Shock} from "../../sources/index.ts";
import {type Bounded, type Gap, gap, type TradedFuel} from "../../world/index.ts";
import type {FuelBase, OilFuel} from "./fuel-base.ts";
import {type ExpandParty, sectorsNamed, statesNamed} from "./shocked-flows.ts";

/** What a lost or gained seller of fuel does to the flows of a matrix. */
export interface SupplierEffects {
  /** Flows that end in part, or take the place of others; each cell once. */
  readonly factors: readonly {readonly at: number; readonly factor: number}[];
  /** Rise of the price of traded oil, as a share; null where none is worked out. */
  readonly priceRise: Bounded | null;
  /**
   * What each state receives on balance for every 1 by which the price rises, in the unit of the flows, at a given part of
   * oil in what an exporter sells of fuels. The parts sum to 0.
   */
  readonly gained: (oilPart: (exporter: number) => number) => Float64Array;
  /** Whether the part of oil is known: it is where a sector of the matrix is the oil. */
  readonly oilKnown: boolean;
  /** States whose own outcome is not known, since what they lose could not be placed. */
  readonly unknown: readonly number[];
  readonly gaps: readonly Gap[];
}

/** Whether all who buy lose the seller: a shock that names no importers. */
export const losesEverywhere = ({supplier, importers}: Shock) =>
  supplier === "lost" && importers === undefined;

const isOil = (fuel: TradedFuel | undefined): fuel is OilFuel =>
  fuel === "crude-oil" || fuel === "oil-products";

const fuelsApart = "demarche energy tells of each fuel alone; or bring a matrix with sectors";

/**
 * Lays the loss or gain of a seller of fuel onto a matrix.
 *
 * - **Oil** is one market (Adelman 1984). Its price comes first: where the seller leaves the market for all, traded oil
 *   costs `oilPriceRise` more, which buyers pay to the sellers that are left; others take the seller's place at that
 *   price. Where one buyer turns away alone, others take the place and no price moves.
 * - **Gas, coal, all fuels together**: what the seller sold ends, and nothing takes its place but whom `replacedBy` names
 *   and what the equilibrium itself draws elsewhere. Contracts are not known.
 * - **Gained**: the seller sells so much more, and the others make way in proportion.
 *
 * In a matrix with sectors the fuel is the sectors that are named. In one without, fuels are the part of each flow that
 * SITC section 3 has in UNCTAD's matrix; single fuels are not told apart there: of oil only the price is placed, on
 * a part of each seller's fuels that is not known and is drawn from none to all.
 *
 * @throws InputError for what the matrix cannot tell.
 */
export function supplierEffects(
  shock: Shock,
  at: string,
  table: FlowTable,
  fuels: FuelBase | null,
  expand: ExpandParty,
): SupplierEffects {
  const {fuel, supplier} = shock;
  if (fuel === undefined) throw new Error("a supplier shock has a fuel");
  const sellers = statesNamed(shock.exporters ?? [], at, table, expand);
  const buyers =
    shock.importers === undefined
      ? new Set(table.states.map((_, j) => j))
      : statesNamed(shock.importers, at, table, expand);
  const gaps: Gap[] = [];
  const parts = fuelParts(shock, at, table, fuels);
  const rise =
    losesEverywhere(shock) && isOil(fuel) ? riseOf(shock, sellers, table, fuels, gaps) : null;
  const share = (shock.supplyPercent ?? 100) / 100;

  if (!table.hasSectors && isOil(fuel)) {
    if (!losesEverywhere(shock))
      throw new InputError(
        `${at}: the matrix does not tell ${fuel} from other goods, and where one buyer turns away no price moves`,
        `say fuel: all-fuels; ${fuelsApart}`,
      );
    const unknown = [...sellers];
    return {
      factors: [],
      priceRise: rise,
      gained: gainsOf(parts, table, sellers, sellers),
      oilKnown: false,
      unknown,
      gaps: [
        ...gaps,
        gap(
          "how much of what each state buys and sells of fuels is oil",
          "UNCTAD's matrix has them together: half of each seller's fuels is taken at the centre, anything from none to all in the draws, so that a figure without its interval says little",
          "a matrix with a sector for oil",
        ),
        ...unknown.map((i) =>
          gap(
            `what ${table.states[i]} itself loses`,
            `the matrix does not tell ${fuel} from the other fuels that it sells`,
            "a matrix with sectors, or fuel: all-fuels",
          ),
        ),
      ],
    };
  }

  const factors = new Map<number, number>();
  for (const j of buyers) {
    const theirs = cellsOf(parts, table, j, (i) => sellers.has(i));
    const named = shock.replacedBy;
    const stands = named === undefined ? null : statesNamed(named, at, table, expand);
    const others = cellsOf(parts, table, j, (i) => !sellers.has(i) && (stands?.has(i) ?? true));
    const total = (cells: readonly FuelCell[]) =>
      cells.reduce((sum, {fuelValue}) => sum + fuelValue, 0);
    const [sold, rest] = [total(theirs), total(others)];
    if (supplier === "lost") {
      for (const {k, value, fuelValue} of theirs)
        if (value > 0) factors.set(k, 1 - (share * fuelValue) / value);
      if (sold === 0 || (!isOil(fuel) && named === undefined)) continue;
      if (!(rest > 0)) {
        gaps.push(
          gap(
            `who would sell ${table.states[j]} ${fuel} in place of ${at}`,
            "none of the others sells it any in the matrix",
            "a supplier that sells to it already",
          ),
        );
        continue;
      }
      for (const {k, value, fuelValue} of others)
        factors.set(k, 1 + (share * sold * fuelValue) / rest / value);
      continue;
    }
    const more = share * (sold + rest);
    if (!(sold > 0))
      throw new InputError(
        `${at}: ${[...sellers].map((i) => table.states[i]).join(", ")} sells ${table.states[j]} no ${fuel} in the matrix, so nothing can grow`,
        "name sellers that sell to it already",
      );
    if (more > rest)
      throw new InputError(
        `${at}: ${100 * share} % of what ${table.states[j]} buys is more than the others sell it`,
        "lower supplyPercent",
      );
    for (const {k, value, fuelValue} of theirs)
      factors.set(k, 1 + (more * fuelValue) / sold / value);
    for (const {k, value, fuelValue} of others)
      factors.set(k, 1 - (more * fuelValue) / rest / value);
  }
  if (factors.size === 0)
    throw new InputError(
      `${at} changes no flow: the matrix holds no ${fuel} from these sellers to these buyers`,
      "name a seller that sells it",
    );
  return {
    factors: [...factors].map(([k, factor]) => ({at: k, factor})),
    priceRise: rise,
    gained: gainsOf(parts, table, sellers, new Set()),
    oilKnown: true,
    unknown: [],
    gaps: [...gaps, ...unknownPairs(parts, table, sellers, buyers, at)],
  };
}

/** Of each cell, the part that is the fuel: 0 to 1, NaN where it is not known. */
function fuelParts(
  shock: Shock,
  at: string,
  table: FlowTable,
  fuels: FuelBase | null,
): Float64Array {
  const n = table.states.length;
  if (table.hasSectors) {
    if (shock.sectors === undefined)
      throw new InputError(
        `${at}: which sectors of the matrix are ${shock.fuel}?`,
        `name them in \`sectors\`: ${table.sectors.slice(0, 20).join(", ")}`,
      );
    const named = new Set(sectorsNamed(shock.sectors, at, table));
    return Float64Array.from(table.values, (_, k) => (named.has(Math.floor(k / (n * n))) ? 1 : 0));
  }
  if (shock.sectors !== undefined) sectorsNamed(shock.sectors, at, table);
  if (shock.fuel !== "all-fuels" && !isOil(shock.fuel))
    throw new InputError(
      `${at}: the matrix does not tell ${shock.fuel} from other goods`,
      `say fuel: all-fuels; ${fuelsApart}`,
    );
  if (fuels === null || fuels.shares.every(Number.isNaN))
    throw new InputError(
      `${at}: what part of these flows is fuel is not known`,
      "bring a matrix with sectors, or start from the carried one",
    );
  return fuels.shares;
}

interface FuelCell {
  readonly k: number;
  readonly value: number;
  readonly fuelValue: number;
}

/** What a buyer buys of the fuel abroad, cell by cell. */
function cellsOf(
  parts: Float64Array,
  {states, values}: FlowTable,
  j: number,
  from: (exporter: number) => boolean,
): FuelCell[] {
  const n = states.length;
  const found: FuelCell[] = [];
  for (let k = j; k < values.length; k += n) {
    const i = Math.floor(k / n) % n;
    const value = values[k] as number;
    const part = parts[k] as number;
    if (i !== j && from(i) && value > 0 && part > 0)
      found.push({k, value, fuelValue: value * part});
  }
  return found;
}

/**
 * Who pays whom at the new price: each buyer pays for all that it bought, the sellers that are left receive it in
 * proportion to what they sell.
 *
 * @param outside states that neither buy nor sell any more.
 */
function gainsOf(
  parts: Float64Array,
  table: FlowTable,
  lost: ReadonlySet<number>,
  outside: ReadonlySet<number>,
): SupplierEffects["gained"] {
  const n = table.states.length;
  const cells = table.states.flatMap((_, j) =>
    outside.has(j)
      ? []
      : cellsOf(parts, table, j, () => true).map(({k, fuelValue}) => ({
          i: Math.floor(k / n) % n,
          j,
          fuelValue,
        })),
  );
  return (oilPart) => {
    const part = Float64Array.from(table.states, (_, i) => oilPart(i));
    const gained = new Float64Array(n);
    const sold = new Float64Array(n);
    let bill = 0;
    let all = 0;
    for (const {i, j, fuelValue} of cells) {
      const oil = fuelValue * (part[i] as number);
      gained[j] = (gained[j] as number) - oil;
      bill += oil;
      if (lost.has(i)) continue;
      sold[i] = (sold[i] as number) + oil;
      all += oil;
    }
    if (!(all > 0)) return new Float64Array(n);
    return gained.map((paid, i) => paid + (bill * (sold[i] as number)) / all);
  };
}

function riseOf(
  shock: Shock,
  sellers: ReadonlySet<number>,
  {states}: FlowTable,
  fuels: FuelBase | null,
  gaps: Gap[],
): Bounded | null {
  const fuel = shock.fuel as OilFuel;
  let beyond = 0;
  for (const i of sellers) {
    const known = fuels?.oil.get(states[i] as string);
    if (known === undefined || known[fuel].sold === 0) {
      gaps.push(
        gap(
          `what ${fuel} would cost without ${states[i]}`,
          `${states[i]} has no row of its own as a seller in the matrix of 2020`,
          "energy statistics by partner",
        ),
      );
      return null;
    }
    beyond += known[fuel].sold - known[fuel].bought;
  }
  return oilPriceRise(((shock.supplyPercent ?? 100) / 100) * Math.max(0, beyond));
}

/** How much trade there is between sellers and buyers of which it is not known whether it is fuel. */
function unknownPairs(
  parts: Float64Array,
  {states, values, hasSectors}: FlowTable,
  sellers: ReadonlySet<number>,
  buyers: ReadonlySet<number>,
  at: string,
): Gap[] {
  if (hasSectors) return [];
  const n = states.length;
  const found = [...sellers].flatMap((i) =>
    [...buyers].filter(
      (j) =>
        i !== j && (values[i * n + j] as number) > 0 && Number.isNaN(parts[i * n + j] as number),
    ),
  ).length;
  return found === 0
    ? []
    : [
        gap(
          `fuel in ${found} of the flows of ${at}`,
          "no row of UNCTAD's matrix by sections tells what these flows are made of; they stay as they are",
          "trade of these pairs by section",
        ),
      ];
}
