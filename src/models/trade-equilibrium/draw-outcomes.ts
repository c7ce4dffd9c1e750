import {centralParameters, drawParameters, type TradeParameters} from "./parameters.ts";
import type {TradeRegions} from "./put-rest-together.ts";
import {setDomestic} from "./set-domestic.ts";
import {solveTradeEquilibrium} from "./solve-trade-equilibrium.ts";
import type {TradeEquilibrium} from "./trade-changes.ts";
import type {AddedTariff} from "./trade-shock.ts";

/** A change of policy among regions, by their index. */
export interface PolicyChange {
  readonly tariffs: readonly AddedTariff[];
  /** Costs that no one collects (a rule, a detour): `rate` 0.1 is ten per cent of the border price. */
  readonly barriers: readonly AddedTariff[];
  /** Directed pairs whose trade costs fall as by deep integration: flow × exp(β). */
  readonly integrated: readonly {readonly exporter: number; readonly importer: number}[];
}

/** One number per draw. */
export interface DrawnOutcomes {
  /** Every equilibrium read by `read`, in order of the draws; the last axis is what `read` returns. */
  readonly draws: readonly Float64Array[];
  readonly central: Float64Array;
}

/**
 * Solves a change of policy at the central parameters, then once per draw from there, and keeps what `read` takes
 * from each. Precision 1e-8 in the draws, 1e-11 at the centre.
 */
export function drawOutcomes(
  regions: TradeRegions,
  change: PolicyChange,
  count: number,
  read: (solved: TradeEquilibrium, flows: Float64Array) => Float64Array,
): DrawnOutcomes {
  const flows = Float64Array.from(regions.flows);
  const solve = (parameters: TradeParameters, start: Float64Array | null) => {
    setDomestic(flows, regions.gdp, parameters.outputToGdp);
    return solveTradeEquilibrium({
      flows,
      elasticity: parameters.elasticity,
      tariffs: change.tariffs,
      ...(change.integrated.length + change.barriers.length > 0
        ? {costFactors: costFactors(regions.regions.length, change, parameters)}
        : {}),
      ...(start === null ? {} : {startWages: start, tolerance: 1e-8}),
    });
  };
  const centre = solve(centralParameters, null);
  const central = read(centre, flows);
  const draws = drawParameters(count).map((parameters) =>
    read(solve(parameters, centre.wages), flows),
  );
  return {central, draws};
}

function costFactors(
  n: number,
  {integrated, barriers}: PolicyChange,
  {integration, elasticity}: TradeParameters,
): Float64Array {
  const factors = new Float64Array(n * n).fill(1);
  const times = (exporter: number, importer: number, by: number) => {
    const k = exporter * n + importer;
    factors[k] = (factors[k] as number) * by;
  };
  for (const {exporter, importer} of integrated) times(exporter, importer, Math.exp(integration));
  for (const {exporter, importer, rate} of barriers) {
    times(exporter, importer, (1 + rate) ** -elasticity);
  }
  return factors;
}
