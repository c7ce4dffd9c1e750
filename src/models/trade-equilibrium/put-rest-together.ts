import type {PartyId, StateCode} from "../../world/index.ts";
import {setDomestic} from "./set-domestic.ts";
import {outputToGdp, type TradeMatrix} from "./trade-matrix.ts";

/** States kept as themselves beside those asked for: the largest economies by GDP. */
const largestKept = 40;

/** The trade matrix with small states put together. */
export interface TradeRegions {
  /** State codes, and `restOfWorld` last where some were put together. */
  readonly regions: readonly PartyId[];
  readonly index: ReadonlyMap<PartyId, number>;
  readonly flows: Float64Array;
  readonly gdp: Float64Array;
  /** States inside the rest of the world. */
  readonly together: readonly StateCode[];
}

export const restOfWorld = "REST";

/**
 * Keeps the named states and the 40 largest economies; all others become one region whose trade among themselves
 * counts as its domestic trade. A scenario among the kept states hardly moves by it, and each draw costs a quarter.
 */
export function putRestTogether(matrix: TradeMatrix, named: readonly StateCode[]): TradeRegions {
  const {states, gdp} = matrix;
  const wanted = new Set(named);
  const bySize = states
    .map((state, i) => ({state, gdp: gdp[i] as number}))
    .sort((a, b) => b.gdp - a.gdp || (a.state < b.state ? -1 : 1));
  const kept = new Set([
    ...bySize.slice(0, largestKept).map(({state}) => state),
    ...states.filter((state) => wanted.has(state)),
  ]);
  const together = states.filter((state) => !kept.has(state));
  const regions = [
    ...states.filter((state) => kept.has(state)),
    ...(together.length > 0 ? [restOfWorld] : []),
  ];
  const index = new Map(regions.map((region, i) => [region, i]));
  const n = regions.length;
  const goesTo = states.map((state) => index.get(state) ?? n - 1);
  const flows = new Float64Array(n * n);
  const sizes = new Float64Array(n);
  for (const [i, into] of goesTo.entries()) {
    sizes[into] = (sizes[into] as number) + (gdp[i] as number);
    for (const [j, onto] of goesTo.entries()) {
      if (into === onto) continue;
      const k = into * n + onto;
      flows[k] = (flows[k] as number) + (matrix.flows[i * states.length + j] as number);
    }
  }
  setDomestic(flows, sizes, outputToGdp.central);
  return {regions, index, flows, gdp: sizes, together};
}
