import {solveFixedPoint} from "../../math/index.ts";
import type {SectorEconomy} from "./sector-economy.ts";
import {SectorPrices} from "./sector-prices.ts";
import type {SectorShock} from "./sector-shock.ts";

/** Values are in the unit of the base, world value added held; changes are factors. */
export interface SectorEquilibrium {
  /** Change of wages, state by state. */
  readonly wages: Float64Array;
  /** Change of unit costs and of price indices, sector × state. */
  readonly costs: Float64Array;
  readonly prices: Float64Array;
  /** Spending with tariffs, sector × state. */
  readonly spending: Float64Array;
  /** Flows at border prices, sector × exporter × importer. */
  readonly flows: Float64Array;
  readonly tariffs: Float64Array;
  /** Wages, tariff revenue and deficit: what final buyers spend. */
  readonly income: Float64Array;
  readonly revenue: Float64Array;
  readonly iterations: number;
  readonly residual: number;
}

/** Step of the logarithm of wages towards labour's demand; longer ones overshoot where a state trades most of what it makes. */
const wageStep = 0.3;

/**
 * Trade equilibrium with many sectors and input-output links, in changes (Caliendo & Parro 2015, Rev. Econ. Stud. 82,
 * equations 10-14). With γ_n^s the share of value added, γ_n^ks of input k, and hats as changes:
 *
 *     unit costs  ĉ_n^s = ŵ_n^γ Π_k (P̂_n^k)^γks
 *     prices      P̂_n^s = [Σ_i π_ni^s (κ̂_ni^s ĉ_i^s)^−θ]^(−1/θ)         π: base shares, κ̂: trade costs with tariffs
 *     spending    X_n^k = Σ_s γ_n^ks Σ_i π'_in^s X_i^s / (1 + τ_in^s) + α_n^k I_n
 *     income      I_n   = ŵ_n w_n L_n + tariff revenue_n + D_n
 *     labour      ŵ_n w_n L_n = Σ_s γ_n^s Σ_i π'_in^s X_i^s / (1 + τ_in^s)
 *
 * Labour moves between the sectors of a state, not between states. The fixed point is sought in the logarithms of unit
 * costs, spending and wages, by Anderson mixing. World value added is the unit of value.
 *
 * @throws NoConvergence with the residual when the fixed point is not reached.
 */
export function solveSectorEquilibrium(
  economy: SectorEconomy,
  shock: SectorShock,
): SectorEquilibrium {
  const {states: n, sectors, valueAdded, inputs, finalShares, income: baseIncome} = economy;
  const cells = sectors * n;
  const deficits = shock.deficits ?? economy.deficits;
  const prices = new SectorPrices(economy, shock);
  const {baseSpending, logPrices, netSales, netShares} = prices;
  const logProductivity = shock.productivity?.map(Math.log);
  const worldIncome = baseIncome.reduce((a, b) => a + b, 0);

  const spending = new Float64Array(cells);
  const wages = new Float64Array(n);
  const revenue = new Float64Array(n);
  const income = new Float64Array(n);
  const priceOf = new Float64Array(sectors);
  const bought = new Float64Array(sectors);

  const map = (point: Float64Array, next: Float64Array): number => {
    const logCosts = point.subarray(0, cells);
    for (let c = 0; c < cells; c++) {
      spending[c] = (baseSpending[c] as number) * Math.exp(point[cells + c] as number);
    }
    prices.at(logCosts, spending);

    let world = 0;
    for (let i = 0; i < n; i++) {
      wages[i] = Math.exp(point[2 * cells + i] as number);
      world += (wages[i] as number) * (baseIncome[i] as number);
    }
    const scale = worldIncome / world;
    let worst = 0;
    for (let i = 0; i < n; i++) {
      wages[i] = (wages[i] as number) * scale;
      const logWage = Math.log(wages[i] as number);
      const wageIncome = (wages[i] as number) * (baseIncome[i] as number);
      let earned = 0;
      let duties = 0;
      bought.fill(0);
      for (let s = 0; s < sectors; s++) {
        const at = s * n + i;
        const sold = netSales[at] as number;
        earned += (valueAdded[at] as number) * sold;
        duties += (spending[at] as number) * (1 - (netShares[at] as number));
        priceOf[s] = logPrices[at] as number;
        const row = (i * sectors + s) * sectors;
        for (let k = 0; k < sectors; k++) {
          bought[k] = (bought[k] as number) + (inputs[row + k] as number) * sold;
        }
      }
      revenue[i] = duties;
      income[i] = wageIncome + duties + (deficits[i] as number);
      const short = Math.log(earned / wageIncome);
      next[2 * cells + i] = logWage + wageStep * short;
      worst = Math.max(worst, Math.abs(short));
      for (let s = 0; s < sectors; s++) {
        const at = s * n + i;
        let cost = (valueAdded[at] as number) * logWage - (logProductivity?.[at] ?? 0);
        const row = (i * sectors + s) * sectors;
        for (let k = 0; k < sectors; k++) {
          cost += (inputs[row + k] as number) * (priceOf[k] as number);
        }
        const spent = (bought[s] as number) + (finalShares[at] as number) * (income[i] as number);
        const before = baseSpending[at] as number;
        const logSpent = before > 0 ? Math.log(spent / before) : 0;
        next[at] = cost;
        next[cells + at] = logSpent;
        const moved = Math.abs(cost - (point[at] as number));
        const grown = Math.abs(logSpent - (point[cells + at] as number));
        if (moved > worst) worst = moved;
        if (grown > worst) worst = grown;
        if (Number.isNaN(moved + grown)) return Number.NaN;
      }
    }
    return worst;
  };

  const {point, iterations, residual} = solveFixedPoint(map, new Float64Array(2 * cells + n), {
    tolerance: shock.tolerance ?? 1e-9,
    memory: 12,
    largestStep: 0.5,
    maxIterations: 1000,
  });
  const logCosts = point.subarray(0, cells);
  const flows = prices.flows(logCosts, spending);
  return {
    wages,
    costs: logCosts.map(Math.exp),
    prices: logPrices.map(Math.exp),
    spending,
    flows,
    tariffs: prices.tariffs,
    income,
    revenue,
    iterations,
    residual,
  };
}
