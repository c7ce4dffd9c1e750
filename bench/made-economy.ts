import {standardDraws} from "../src/math/index.ts";
import {buildSectorEconomy, type SectorEconomy, type SectorShock} from "../src/models/index.ts";

/**
 * A world of any size with input-output links, made by drawing: sizes and trade costs log-normal, tariffs of 5 %, inputs
 * half of output, θ from 3 to 8. In the shock trade costs fall among the first ten states. Only its time is of interest.
 */
export function madeEconomy(
  states: number,
  sectors: number,
): {economy: SectorEconomy; shock: SectorShock} {
  const draws = standardDraws(11);
  const size = Array.from({length: states}, () => Math.exp(draws.normal()));
  const flows = new Float64Array(sectors * states * states);
  const tariffs = new Float64Array(flows.length);
  const costFactors = new Float64Array(flows.length).fill(1);
  for (let k = 0; k < flows.length; k++) {
    const i = Math.floor(k / states) % states;
    const j = k % states;
    const home = (size[i] as number) * 10 * (1 + draws.uniform());
    const abroad =
      ((size[i] as number) * (size[j] as number) * Math.exp(draws.normal())) / (4 * states);
    flows[k] = i === j ? home : abroad;
    if (i !== j) tariffs[k] = 0.05;
    if (i !== j && i < 10 && j < 10) costFactors[k] = 1.2;
  }
  const inputs = Float64Array.from(
    {length: states * sectors * sectors},
    () => (0.3 + 0.4 * draws.uniform()) / sectors,
  );
  return {
    economy: buildSectorEconomy({states, sectors, flows, tariffs, inputs}),
    shock: {
      elasticities: Float64Array.from({length: sectors}, () => 3 + 5 * draws.uniform()),
      costFactors,
    },
  };
}
