import type {SectorEconomy} from "./sector-economy.ts";
import type {SectorEquilibrium} from "./solve-sector-equilibrium.ts";

/**
 * A solved economy as the base of the next change. Preferences and techniques stay; flows, tariffs, value added and
 * deficits are those of the solution, so that a change of nothing changes nothing.
 */
export function settleSectorEconomy(
  economy: SectorEconomy,
  {flows, tariffs, wages}: SectorEquilibrium,
): SectorEconomy {
  const {states: n, sectors} = economy;
  const deficits = new Float64Array(n);
  for (let k = 0; k < sectors * n * n; k++) {
    const importer = k % n;
    const exporter = Math.floor(k / n) % n;
    deficits[importer] = (deficits[importer] as number) + (flows[k] as number);
    deficits[exporter] = (deficits[exporter] as number) - (flows[k] as number);
  }
  return {
    ...economy,
    flows,
    tariffs,
    income: economy.income.map((value, i) => value * (wages[i] as number)),
    deficits,
  };
}
