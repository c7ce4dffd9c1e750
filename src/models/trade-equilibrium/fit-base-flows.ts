/** A cost variable of a gravity estimate: one value per flow, exporter × importer, and its coefficient. */
export interface CostColumn {
  readonly values: Float64Array;
  readonly coefficient: number;
}

/**
 * The flows that structural gravity expects from trade costs, output and spending (Anderson & van Wincoop 2003, Am.
 * Econ. Rev. 93, equations 9-11): X_ij = a_i b_j exp(Σ β x_ij) with rows that add up to output and columns to
 * spending. The multilateral resistances are in a and b; they are found by scaling rows and columns in turns. World
 * output is brought to world spending.
 *
 * @throws Error when output or spending is not above 0, or the turns do not settle.
 */
export function fitBaseFlows(
  output: Float64Array,
  spending: Float64Array,
  costs: readonly CostColumn[],
): Float64Array {
  const n = output.length;
  if (output.some((value) => !(value > 0)) || spending.some((value) => !(value > 0)))
    throw new Error("output and spending must be above 0 everywhere");
  const flows = new Float64Array(n * n);
  for (let k = 0; k < n * n; k++) {
    flows[k] = Math.exp(
      costs.reduce((sum, {values, coefficient}) => sum + coefficient * (values[k] as number), 0),
    );
  }
  const world = spending.reduce((a, b) => a + b, 0) / output.reduce((a, b) => a + b, 0);
  for (let turn = 0; turn < 10_000; turn++) {
    const bought = new Float64Array(n);
    let worst = 0;
    for (let i = 0; i < n; i++) {
      const row = flows.subarray(i * n, i * n + n);
      const factor = ((output[i] as number) * world) / row.reduce((a, b) => a + b, 0);
      worst = Math.max(worst, Math.abs(factor - 1));
      for (let j = 0; j < n; j++) {
        row[j] = (row[j] as number) * factor;
        bought[j] = (bought[j] as number) + (row[j] as number);
      }
    }
    for (let k = 0; k < n * n; k++) {
      const j = k % n;
      flows[k] = ((flows[k] as number) * (spending[j] as number)) / (bought[j] as number);
    }
    if (worst < 1e-13) return flows;
  }
  throw new Error("trade costs, output and spending could not be brought together in 10,000 turns");
}
