import type {SectorEconomy} from "../src/models/index.ts";
import {cpuMs} from "./median-ms.ts";

/** Turns after which plain damping is given up. */
const mostTurns = 2000;

/**
 * The textbook way to close deficits in a many-sector equilibrium: unit costs, then spending, then wages move a tenth of
 * the way to labour's demand, in turns. Gives the time it took and what was left (largest change of a logarithm in the last turn).
 */
export function solveSectorsPlainly(economy: SectorEconomy, elasticities: Float64Array) {
  const {states: n, sectors: m, flows, tariffs, valueAdded, inputs, finalShares, income} = economy;
  const start = process.cpuUsage();
  const at = (of: Float64Array, k: number) => of[k] as number;
  const spent = new Float64Array(m * n);
  flows.forEach((flow, k) => {
    const cell = Math.floor(k / n / n) * n + (k % n);
    spent[cell] = at(spent, cell) + flow * (1 + at(tariffs, k));
  });
  const base = Float64Array.from(spent);
  const logWages = new Float64Array(n);
  const logCosts = new Float64Array(m * n);
  let residual = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < mostTurns && residual > 1e-9; turn++) {
    const term = new Float64Array(m * n);
    const power = logCosts.map((cost, c) => Math.exp(-at(elasticities, Math.floor(c / n)) * cost));
    const weight = (k: number) => {
      const s = Math.floor(k / n / n);
      const cell = s * n + (k % n);
      const share = at(base, cell) > 0 ? (at(flows, k) * (1 + at(tariffs, k))) / at(base, cell) : 0;
      return {cell, seller: s * n + (Math.floor(k / n) % n), share};
    };
    for (let k = 0; k < flows.length; k++) {
      const {cell, seller, share} = weight(k);
      term[cell] = at(term, cell) + share * at(power, seller);
    }
    const sold = new Float64Array(m * n);
    const duties = new Float64Array(n);
    for (let k = 0; k < flows.length; k++) {
      const {cell, seller, share} = weight(k);
      if (share === 0) continue;
      const value = (share * at(power, seller) * at(spent, cell)) / at(term, cell);
      sold[seller] = at(sold, seller) + value / (1 + at(tariffs, k));
      duties[k % n] = at(duties, k % n) + (value * at(tariffs, k)) / (1 + at(tariffs, k));
    }
    residual = 0;
    for (let i = 0; i < n; i++) {
      let paid = 0;
      const wages = Math.exp(at(logWages, i)) * at(income, i);
      for (let s = 0; s < m; s++) {
        let cost = at(valueAdded, s * n + i) * at(logWages, i);
        let bought = at(finalShares, s * n + i) * (wages + at(duties, i));
        for (let k = 0; k < m; k++) {
          const price = at(term, k * n + i);
          if (price > 0)
            cost -= (at(inputs, (i * m + s) * m + k) * Math.log(price)) / at(elasticities, k);
          bought += at(inputs, (i * m + k) * m + s) * at(sold, k * n + i);
        }
        const before = at(spent, s * n + i);
        residual = Math.max(
          residual,
          Math.abs(cost - at(logCosts, s * n + i)),
          before > 0 ? Math.abs(Math.log(bought / before)) : 0,
        );
        logCosts[s * n + i] = cost;
        spent[s * n + i] = bought;
        paid += at(valueAdded, s * n + i) * at(sold, s * n + i);
      }
      const short = Math.log(paid / wages);
      residual = Math.max(residual, Math.abs(short));
      logWages[i] = at(logWages, i) + 0.1 * short;
    }
    if (Number.isNaN(residual)) break;
  }
  return {ms: cpuMs(start), residual};
}
