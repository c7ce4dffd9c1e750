import {levelCount} from "./level-count.ts";
import {solveLinear} from "./solve-linear.ts";

/**
 * Sandwich standard errors of a Poisson pseudo-likelihood, clustered on `cluster` or each observation on its own, times
 * n/(n − 1) with n the clusters.
 *
 * @param xs regressors with the fixed effects swept out.
 */
export function sandwichErrors(
  xs: readonly Float64Array[],
  y: Float64Array,
  mu: Float64Array,
  cluster: Int32Array | undefined,
): Float64Array {
  const k = xs.length;
  const groupOf = cluster ?? new Int32Array(y.length).map((_, i) => i);
  const size = levelCount(groupOf);
  const seen = new Uint8Array(size);
  const scores = new Float64Array(size * k);
  for (let i = 0; i < y.length; i++) {
    const group = groupOf[i] as number;
    const at = group * k;
    seen[group] = 1;
    const off = (y[i] as number) - (mu[i] as number);
    for (let c = 0; c < k; c++) {
      scores[at + c] = (scores[at + c] as number) + off * ((xs[c] as Float64Array)[i] as number);
    }
  }
  const count = seen.reduce((a, b) => a + b, 0);
  const bread = xs.map((a) =>
    xs.map((b) =>
      a.reduce((sum, value, i) => sum + value * (b[i] as number) * (mu[i] as number), 0),
    ),
  );
  return Float64Array.from(xs, (_, c) => {
    const unit = new Float64Array(k);
    unit[c] = 1;
    const column = solveLinear(bread, unit);
    let variance = 0;
    for (let g = 0; g < size; g++) {
      let part = 0;
      for (let at = 0; at < k; at++)
        part += (scores[g * k + at] as number) * (column[at] as number);
      variance += part * part;
    }
    return Math.sqrt((variance * count) / (count - 1));
  });
}
