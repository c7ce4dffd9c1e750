import {type FlowTable, InputError, type Shock} from "../../sources/index.ts";
import type {Bounded, Gap} from "../../world/index.ts";
import {discountOf, effectOf, riskOf} from "./carried-sizes.ts";
import type {FuelBase} from "./fuel-base.ts";
import {
  type ExpandParty,
  type ShockedFlow,
  sectorsNamed,
  shockedFlows,
  statesNamed,
} from "./shocked-flows.ts";
import {losesEverywhere, type SupplierEffects, supplierEffects} from "./supplier-effects.ts";

/** All shocks of a scenario laid onto the cells of a matrix. */
export interface PlacedShocks {
  /** B by flow at given elasticities of the sectors and drawn effects. */
  readonly costFactors: (theta: (sector: number) => number, draw: () => number) => Float64Array;
  /** Whether any trade cost changes. */
  readonly changesCosts: boolean;
  /** Tariffs after the change, by flow, as rates. */
  readonly tariffs: Float64Array;
  readonly changesTariffs: boolean;
  /** Factor on what is made, sector × state; null where none changes. */
  readonly productivity: Float64Array | null;
  /**
   * Net gifts received, state by state, in the unit of the flows; null where there are none. `between` gives a number from
   * 0 to 1 for each price that is known within bounds; null is its middle estimate.
   */
  readonly transfers: ((between: (() => number) | null) => Float64Array) | null;
  /** How much dearer traded oil gets, shock by shock. */
  readonly priceRises: readonly {readonly of: string; readonly rise: Bounded}[];
  /** States whose own outcome is not known. */
  readonly unknown: ReadonlySet<number>;
  readonly gaps: readonly Gap[];
}

interface Effect {
  readonly flows: readonly ShockedFlow[];
  readonly beta: number;
  readonly standardError: number;
}

/**
 * Lays the shocks of a scenario onto a matrix. Effects on the same flow multiply, tariff points add up, a tariff level
 * counts once. An embargo is exp(β) once, never raised to θ again; a cost is raised to θ.
 *
 * @param standing tariffs of the base, by flow, as rates.
 * @throws InputError for what the matrix does not hold and for a tariff that leaves no price.
 */
export function placeShocks(
  shocks: readonly Shock[],
  table: FlowTable,
  standing: Float64Array,
  expand: ExpandParty,
  fuels: FuelBase | null = null,
): PlacedShocks {
  const {states, values} = table;
  const n = states.length;
  const effects: Effect[] = [];
  const factors: {flows: readonly ShockedFlow[]; factor: number}[] = [];
  const costs: {flows: readonly ShockedFlow[]; rate: number}[] = [];
  const tariffs = Float64Array.from(standing);
  let changesTariffs = false;
  let productivity: Float64Array | null = null;
  let gifts: Float64Array | null = null;
  const suppliers: {
    readonly at: string;
    readonly shock: Shock;
    readonly effects: SupplierEffects;
  }[] = [];

  for (const [index, shock] of shocks.entries()) {
    const at = shock.name ?? `shock ${index + 1}`;
    if (shock.productivityPercent !== undefined) {
      productivity ??= new Float64Array(table.sectors.length * n).fill(1);
      for (const i of statesNamed(shock.states ?? [], at, table, expand)) {
        for (const s of sectorsNamed(shock.sectors, at, table)) {
          productivity[s * n + i] =
            (productivity[s * n + i] as number) * (1 + shock.productivityPercent / 100);
        }
      }
      continue;
    }
    if (shock.supplier !== undefined) {
      suppliers.push({at, shock, effects: supplierEffects(shock, at, table, fuels, expand)});
      continue;
    }
    const flows = shockedFlows(shock, at, table, expand);
    const beta = effectOf(shock);
    if (beta !== null) {
      effects.push({flows, beta: beta.value, standardError: beta.standardError});
    } else if (shock.flowFactor !== undefined || shock.embargo === "complete") {
      factors.push({flows, factor: shock.flowFactor ?? 0});
    } else if (shock.costPercent !== undefined) {
      costs.push({flows, rate: shock.costPercent / 100});
    } else if (shock.sanction !== undefined) {
      const {probability, lossPercent} = riskOf(shock.sanction);
      costs.push({flows, rate: (probability * lossPercent) / 100});
    } else if (shock.tariffPoints !== undefined) {
      changesTariffs = true;
      const points = shock.tariffPoints / 100;
      const answered = shock.answered === true ? answers(flows, n) : [];
      for (const {at: k, times} of [...flows, ...answered])
        tariffs[k] = (tariffs[k] as number) + points * times;
    } else if (shock.tariffPercent !== undefined) {
      changesTariffs = true;
      for (const {at: k, times} of flows) tariffs[k] = (shock.tariffPercent / 100) * times;
    } else if (shock.discountPercent !== undefined) {
      gifts ??= new Float64Array(n);
      const keepers =
        shock.rentsTo === undefined ? null : [...statesNamed(shock.rentsTo, at, table, expand)];
      for (const {at: k, exporter, importer, times} of flows) {
        const rent = (values[k] as number) * times * (discountOf(shock.discountPercent) / 100);
        gifts[exporter] = (gifts[exporter] as number) - rent;
        const to = keepers ?? [importer];
        for (const keeper of to) gifts[keeper] = (gifts[keeper] as number) + rent / to.length;
      }
    }
  }
  const low = tariffs.findIndex((rate) => !(rate > -1));
  if (low >= 0)
    throw new InputError(
      `the tariff of ${states[low % n]} on ${states[Math.floor(low / n) % n]} would be ${(100 * (tariffs[low] as number)).toFixed(1)} %: at −100 % or less no price is left`,
      "give tariffs above −100 %",
    );
  const effectsOfSuppliers = suppliers.map(({effects}) => effects);
  return {
    changesCosts:
      effects.length + factors.length + costs.length > 0 ||
      effectsOfSuppliers.some((one) => one.factors.length > 0),
    costFactors: (theta, draw) => {
      const all = new Float64Array(values.length).fill(1);
      const multiply = (k: number, by: number) => {
        all[k] = (all[k] as number) * by;
      };
      for (const {flows, beta, standardError} of effects) {
        const drawn = standardError === 0 ? beta : beta + standardError * draw();
        for (const {at: k, times} of flows) multiply(k, Math.exp(drawn * times));
      }
      for (const {flows, factor} of factors)
        for (const {at: k, times} of flows) multiply(k, factor ** times);
      for (const {flows, rate} of costs)
        for (const {at: k, sector, times} of flows)
          multiply(k, (1 + rate * times) ** -theta(sector));
      for (const {factors: changed} of effectsOfSuppliers)
        for (const {at: k, factor} of changed) multiply(k, factor);
      return all;
    },
    tariffs,
    changesTariffs,
    productivity,
    transfers: giftsOf(gifts, effectsOfSuppliers, n),
    priceRises: suppliers.flatMap(({at, effects: {priceRise}}) =>
      priceRise === null ? [] : {of: at, rise: priceRise},
    ),
    unknown: unknownStates(suppliers, table, expand),
    gaps: effectsOfSuppliers.flatMap(({gaps}) => gaps),
  };
}

/** The middle of what the part of oil in a seller's fuels may be, where it is not known. */
const half = 0.5;

/** What is given and what dearer oil moves from buyers to sellers, added up. */
function giftsOf(
  gifts: Float64Array | null,
  suppliers: readonly SupplierEffects[],
  n: number,
): PlacedShocks["transfers"] {
  const priced = suppliers.flatMap(({priceRise, gained, oilKnown}) =>
    priceRise === null ? [] : {priceRise, gained, oilKnown},
  );
  if (gifts === null && priced.length === 0) return null;
  return (between) => {
    const all = gifts?.slice() ?? new Float64Array(n);
    for (const {priceRise, gained, oilKnown} of priced) {
      const {value, low, high} = priceRise;
      const rise = between === null ? value : low + (high - low) * between();
      const oilPart = oilKnown ? () => 1 : (between ?? (() => half));
      gained(oilPart).forEach((gain, i) => {
        all[i] = (all[i] as number) + rise * gain;
      });
    }
    return all;
  };
}

/** Sellers whose own loss is placed by no shock of the scenario. */
function unknownStates(
  suppliers: readonly {readonly shock: Shock; readonly effects: SupplierEffects}[],
  table: FlowTable,
  expand: ExpandParty,
): ReadonlySet<number> {
  const placed = new Set(
    suppliers
      .filter(({shock}) => shock.fuel === "all-fuels" && losesEverywhere(shock))
      .flatMap(({shock}) => [...statesNamed(shock.exporters ?? [], "supplier", table, expand)]),
  );
  return new Set(
    suppliers.flatMap(({effects}) => effects.unknown.filter((state) => !placed.has(state))),
  );
}

/** The same flows the other way; those that the shock holds both ways already are not answered again. */
function answers(flows: readonly ShockedFlow[], n: number): ShockedFlow[] {
  const held = new Set(flows.map(({at}) => at));
  return flows
    .map(
      (flow): ShockedFlow => ({
        ...flow,
        at: (flow.sector * n + flow.importer) * n + flow.exporter,
        exporter: flow.importer,
        importer: flow.exporter,
      }),
    )
    .filter(({at}) => !held.has(at));
}
