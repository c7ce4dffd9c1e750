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
  const groups = cluster === undefined ? null : new Map<number, number>();
  const groupOf = (i: number) => {
    if (groups === null) return i;
    const level = cluster?.[i] as number;
    const known = groups.get(level) ?? groups.size;
    groups.set(level, known);
    return known;
  };
  const scores = new Float64Array(y.length * k);
  for (let i = 0; i < y.length; i++) {
    const at = groupOf(i) * k;
    const off = (y[i] as number) - (mu[i] as number);
    for (let c = 0; c < k; c++) {
      scores[at + c] = (scores[at + c] as number) + off * ((xs[c] as Float64Array)[i] as number);
    }
  }
  const count = groups === null ? y.length : groups.size;
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
    for (let g = 0; g < count; g++) {
      let part = 0;
      for (let at = 0; at < k; at++)
        part += (scores[g * k + at] as number) * (column[at] as number);
      variance += part * part;
    }
    return Math.sqrt((variance * count) / (count - 1));
  });
}
