import type {PolicyChange, TradeEquilibrium} from "../models/index.ts";

/**
 * Percentage changes of real income, exports and imports, three numbers per group of regions. A group's real income
 * is weighted by its members' output; its inner trade is left out of exports and imports. Flows are taken at border
 * prices: tariffs are taken off what buyers pay.
 */
export function readParties(
  equilibrium: TradeEquilibrium,
  base: Float64Array,
  change: PolicyChange,
  groups: readonly (readonly number[])[],
): Float64Array {
  const n = equilibrium.wages.length;
  const flows = equilibrium.flows;
  for (const {exporter, importer, rate} of change.tariffs) {
    const k = exporter * n + importer;
    flows[k] = (flows[k] as number) / (1 + rate);
  }
  const read = new Float64Array(3 * groups.length);
  const inside = new Uint8Array(n);
  for (const [g, group] of groups.entries()) {
    inside.fill(0);
    for (const i of group) inside[i] = 1;
    let weight = 0;
    let income = 0;
    let exportsBefore = 0;
    let exportsAfter = 0;
    let importsBefore = 0;
    let importsAfter = 0;
    for (const i of group) {
      let output = 0;
      for (let j = 0; j < n; j++) {
        output += base[i * n + j] as number;
        if (inside[j] === 1) continue;
        exportsBefore += base[i * n + j] as number;
        exportsAfter += flows[i * n + j] as number;
        importsBefore += base[j * n + i] as number;
        importsAfter += flows[j * n + i] as number;
      }
      weight += output;
      income += output * (equilibrium.realIncome[i] as number);
    }
    read[3 * g] = 100 * (income / weight - 1);
    read[3 * g + 1] = 100 * (exportsAfter / exportsBefore - 1);
    read[3 * g + 2] = 100 * (importsAfter / importsBefore - 1);
  }
  return read;
}
