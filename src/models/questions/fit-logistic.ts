/** A fitted logistic regression: `chance` of a row of regressors (without the constant). */
export interface LogisticFit {
  readonly constant: number;
  readonly coefficients: readonly number[];
  chance(row: readonly number[]): number;
}

/**
 * Logistic regression with a ridge (le Cessie & van Houwelingen 1992) by Newton's steps; the constant is not shrunk.
 * Regressors should be of the size of 1.
 *
 * @throws Error when there is no row, or rows differ in length: a bug of ours.
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  outcomes: readonly boolean[],
  ridge: number,
): LogisticFit {
  const width = (rows[0]?.length ?? -1) + 1;
  if (width === 0 || rows.length !== outcomes.length)
    throw new Error(`${rows.length} rows and ${outcomes.length} outcomes are no regression`);
  const weights = new Float64Array(width);
  const slope = new Float64Array(width);
  const curve = new Float64Array(width * width);
  const full = new Float64Array(width);
  for (let turn = 0; turn < 30; turn++) {
    slope.fill(0);
    curve.fill(0);
    rows.forEach((row, i) => {
      if (row.length !== width - 1) throw new Error(`row ${i} has ${row.length} regressors`);
      full[0] = 1;
      full.set(row, 1);
      let score = 0;
      for (let a = 0; a < width; a++) score += (weights[a] as number) * (full[a] as number);
      const chance = 1 / (1 + Math.exp(-score));
      const error = chance - (outcomes[i] ? 1 : 0);
      const weight = Math.max(1e-9, chance * (1 - chance));
      for (let a = 0; a < width; a++) {
        slope[a] = (slope[a] as number) + error * (full[a] as number);
        for (let b = 0; b <= a; b++)
          curve[a * width + b] =
            (curve[a * width + b] as number) + weight * (full[a] as number) * (full[b] as number);
      }
    });
    for (let a = 1; a < width; a++) {
      slope[a] = (slope[a] as number) + ridge * (weights[a] as number);
      curve[a * width + a] = (curve[a * width + a] as number) + ridge;
    }
    const step = solvePositive(curve, slope);
    let longest = 0;
    for (let a = 0; a < width; a++) {
      weights[a] = (weights[a] as number) - (step[a] as number);
      longest = Math.max(longest, Math.abs(step[a] as number));
    }
    if (longest < 1e-9) break;
  }
  const [constant = 0, ...coefficients] = weights;
  return {
    constant,
    coefficients,
    chance: (row) =>
      1 / (1 + Math.exp(-coefficients.reduce((sum, c, i) => sum + c * (row[i] ?? 0), constant))),
  };
}

/** Cholesky on the lower half of a positive matrix. */
function solvePositive(matrix: Float64Array, right: Float64Array): Float64Array {
  const n = right.length;
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j] as number;
      for (let k = 0; k < j; k++)
        sum -= (lower[i * n + k] as number) * (lower[j * n + k] as number);
      lower[i * n + j] =
        i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (lower[j * n + j] as number);
    }
  const solved = Float64Array.from(right);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++)
      solved[i] = (solved[i] as number) - (lower[i * n + k] as number) * (solved[k] as number);
    solved[i] = (solved[i] as number) / (lower[i * n + i] as number);
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++)
      solved[i] = (solved[i] as number) - (lower[k * n + i] as number) * (solved[k] as number);
    solved[i] = (solved[i] as number) / (lower[i * n + i] as number);
  }
  return solved;
}
