import {
  type Bounds,
  type EnergyFacts,
  type FactBook,
  type Gap,
  gap,
  nameOf,
  type Reference,
  type StateCode,
} from "../../world/index.ts";
import {bcmPerMtLng, spareLngMt} from "./parameters.ts";

/** Gas that a buyer loses, billion cubic metres a year, and whether everyone loses that seller. */
export interface LostGas {
  readonly buyer: StateCode;
  readonly bcm: number;
  /** What the seller's other buyers lose with it; 0 where this buyer alone turns away. */
  readonly lostByOthersBcm: number;
}

/**
 * What of lost LNG cannot be made good from plants that stand, billion cubic metres a year. At best all that is spare in
 * the world is there to be had and is shared in proportion to what each buyer lost; at worst nothing of it is, for
 * nameplate capacity counts plants without gas. Where this buyer alone turns away its cargoes are freed for others, whose
 * own are freed for it, so nothing need be missing: only the contract and the price change.
 */
export function lngShortfall({bcm, lostByOthersBcm}: LostGas): Bounds {
  if (lostByOthersBcm === 0) return {low: 0, high: 0};
  const spare = spareLngMt.value * bcmPerMtLng.value;
  const all = bcm + lostByOthersBcm;
  return {low: (Math.max(0, all - spare) * bcm) / all, high: bcm};
}

/**
 * What of lost pipeline gas the buyer's LNG terminals could not take in instead, billion cubic metres a year: at worst
 * all that is beyond their unused capacity of 2020; at best nothing, if other pipelines have room, which is not known.
 */
export function pipelineShortfall(
  {buyer, bcm}: LostGas,
  book: FactBook,
  facts: EnergyFacts,
  reference: Reference,
): Bounds | Gap {
  const terminals = facts.terminals.find(({state}) => state === buyer);
  const name = nameOf(reference, buyer);
  if (terminals === undefined)
    return gap(
      `how much lost pipeline gas ${name} could replace`,
      `the capacity of its LNG terminals is not known here`,
      "reference/lng-terminals.csv",
    );
  const used = book.energy2020
    .filter(({fuel, importer}) => fuel === "lng" && importer === buyer)
    .reduce((sum, {value}) => sum + value, 0);
  const free = Math.max(0, terminals.mtpa * bcmPerMtLng.value - used);
  return {low: 0, high: Math.max(0, bcm - free)};
}
