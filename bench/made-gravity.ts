import {standardDraws} from "../src/math/index.ts";
import type {PpmlInput} from "../src/models/index.ts";

/**
 * A panel of international flows made by drawing: sizes, pairs and years log-normal, a tenth of flows 0, an agreement that
 * raises a flow by exp(0.3). 150 states in 6 years are 134,100 rows. Effects of exporter-year, importer-year and pair.
 */
export function madeGravity(states: number, years: number): PpmlInput {
  const draws = standardDraws(7);
  const size = Array.from({length: states}, () => Math.exp(1.5 * draws.normal()));
  const year = Array.from({length: states * years}, () => 0.2 * draws.normal());
  const flow: number[] = [];
  const agreement: number[] = [];
  const exporterYear: number[] = [];
  const importerYear: number[] = [];
  const pair: number[] = [];
  for (let i = 0; i < states; i++) {
    for (let j = 0; j < states; j++) {
      if (i === j) continue;
      const closeness = 1.2 * draws.normal();
      const from = draws.uniform() < 0.3 ? Math.floor(draws.uniform() * years) : years;
      for (let t = 0; t < years; t++) {
        const [a, b] = [i * years + t, j * years + t];
        const expected =
          (size[i] as number) *
          (size[j] as number) *
          Math.exp(closeness + (year[a] as number) + (year[b] as number) + (t >= from ? 0.3 : 0));
        flow.push(draws.uniform() < 0.1 ? 0 : expected * Math.exp(0.5 * draws.normal()));
        agreement.push(t >= from ? 1 : 0);
        exporterYear.push(a);
        importerYear.push(b);
        pair.push(i * states + j);
      }
    }
  }
  return {
    flow: Float64Array.from(flow),
    regressors: [Float64Array.from(agreement)],
    effects: [exporterYear, importerYear, pair].map((levels) => Int32Array.from(levels)),
    cluster: Int32Array.from(pair),
  };
}
