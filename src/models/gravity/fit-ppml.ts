/** What a gravity estimate is made from: one entry of each array per observation. */
export interface PpmlInput {
  /** The flow, from 0 up. */
  readonly flow: Float64Array;
  /** Regressors, each as long as `flow`. */
  readonly regressors: readonly Float64Array[];
  /** For each set of fixed effects, the level (0, 1, …) of every observation: exporter-year, importer-year, pair. */
  readonly effects: readonly Int32Array[];
  /** Standard errors are clustered on these levels; without it, each observation stands alone. */
  readonly cluster?: Int32Array;
}

export interface PpmlFit {
  readonly coefficients: Float64Array;
  /** Sandwich standard errors, × n/(n − 1) with n the clusters (or observations). */
  readonly standardErrors: Float64Array;
  /** Expected flows of the observations used. NaN for those left out. */
  readonly fitted: Float64Array;
  readonly observations: number;
  /** Observations left out because a fixed effect of theirs saw only zeros and so predicts them perfectly. */
  readonly separated: number;
  readonly iterations: number;
}

/**
 * Poisson pseudo-maximum likelihood with any number of fixed effects (Santos Silva & Tenreyro 2006), by iterated
 * weighted least squares; inside, the effects are swept out by alternating weighted demeaning (Correia,
 * Guimarães & Zylkin 2020).
 *
 * @throws Error when the regressors are collinear after the effects are swept out, or when it does not converge.
 */
export function fitPpml(input: PpmlInput): PpmlFit {
  const kept = keepInformative(input);
  const n = kept.length;
  const pick = (from: Float64Array) => Float64Array.from(kept, (i) => from[i] as number);
  const y = pick(input.flow);
  const xs = input.regressors.map(pick);
  const effects = input.effects.map((levels) => Int32Array.from(kept, (i) => levels[i] as number));
  const k = xs.length;

  const mean = y.reduce((a, b) => a + b, 0) / n;
  const mu = y.map((value) => (value + mean) / 2);
  const eta = mu.map(Math.log);
  let coefficients: Float64Array = new Float64Array(k);
  let swept: readonly Float64Array[] = xs;
  for (let iteration = 1; iteration <= 200; iteration++) {
    const working = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      working[i] = (eta[i] as number) + (y[i] as number) / (mu[i] as number) - 1;
    }
    const sweptWorking = sweepOut(working, mu, effects);
    swept = xs.map((x) => sweepOut(x, mu, effects));
    const next = solve(crossProducts(swept, mu), projections(swept, mu, sweptWorking));
    let change = 0;
    for (let i = 0; i < n; i++) {
      let residual = sweptWorking[i] as number;
      for (let c = 0; c < k; c++) {
        residual -= (next[c] as number) * ((swept[c] as Float64Array)[i] as number);
      }
      const predicted = (working[i] as number) - residual;
      // Only flows that matter must stand still; a tiny predicted flow may go on falling.
      change = Math.max(
        change,
        Math.abs(predicted - (eta[i] as number)) * Math.min(1, (mu[i] as number) / mean),
      );
      eta[i] = predicted;
      mu[i] = Math.exp(predicted);
    }
    for (let c = 0; c < k; c++) {
      change = Math.max(change, Math.abs((next[c] as number) - (coefficients[c] as number)));
    }
    coefficients = next;
    if (change < 1e-9) {
      const fitted = new Float64Array(input.flow.length).fill(Number.NaN);
      kept.forEach((from, i) => {
        fitted[from] = mu[i] as number;
      });
      return {
        coefficients,
        standardErrors: sandwich(swept, y, mu, input.cluster && pickLevels(input.cluster, kept)),
        fitted,
        observations: n,
        separated: input.flow.length - n,
        iterations: iteration,
      };
    }
  }
  throw new Error("the gravity estimate did not settle in 200 iterations");
}

function pickLevels(levels: Int32Array, kept: Int32Array): Int32Array {
  return Int32Array.from(kept, (i) => levels[i] as number);
}

/** Observations of which every fixed effect has some flow above zero, found by repeated passes. */
function keepInformative({flow, effects}: PpmlInput): Int32Array {
  let kept = Int32Array.from(flow, (_, i) => i);
  for (;;) {
    const before = kept.length;
    for (const levels of effects) {
      const total = new Map<number, number>();
      for (const i of kept) {
        const level = levels[i] as number;
        total.set(level, (total.get(level) ?? 0) + (flow[i] as number));
      }
      kept = kept.filter((i) => (total.get(levels[i] as number) as number) > 0);
    }
    if (kept.length === 0) throw new Error("no flow above zero is left to estimate from");
    if (kept.length === before) return kept;
  }
}

/** What is left of a column when the weighted means of every level of every effect are taken out in turns. */
function sweepOut(
  column: Float64Array,
  weights: Float64Array,
  effects: readonly Int32Array[],
): Float64Array {
  const left = Float64Array.from(column);
  const sums = effects.map((levels) => {
    const size = 1 + levels.reduce((a, b) => Math.max(a, b), 0);
    const weight = new Float64Array(size);
    levels.forEach((level, i) => {
      weight[level] = (weight[level] as number) + (weights[i] as number);
    });
    return {levels, weight, mean: new Float64Array(size)};
  });
  for (let sweep = 0; sweep < 10_000; sweep++) {
    let largest = 0;
    for (const {levels, weight, mean} of sums) {
      mean.fill(0);
      for (let i = 0; i < left.length; i++) {
        const level = levels[i] as number;
        mean[level] = (mean[level] as number) + (weights[i] as number) * (left[i] as number);
      }
      for (let l = 0; l < mean.length; l++) {
        if ((weight[l] as number) > 0) mean[l] = (mean[l] as number) / (weight[l] as number);
        largest = Math.max(largest, Math.abs(mean[l] as number));
      }
      for (let i = 0; i < left.length; i++) {
        left[i] = (left[i] as number) - (mean[levels[i] as number] as number);
      }
    }
    if (largest < 1e-10) return left;
  }
  throw new Error("the fixed effects could not be swept out in 10,000 turns");
}

function crossProducts(xs: readonly Float64Array[], weights: Float64Array): number[][] {
  return xs.map((a) => xs.map((b) => weightedDot(a, b, weights)));
}

function projections(xs: readonly Float64Array[], weights: Float64Array, y: Float64Array) {
  return Float64Array.from(xs, (x) => weightedDot(x, y, weights));
}

function weightedDot(a: Float64Array, b: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    sum += (a[i] as number) * (b[i] as number) * (weights[i] as number);
  }
  return sum;
}

/** Gauss-Jordan with pivoting: the systems here have as many rows as there are regressors. */
function solve(matrix: readonly (readonly number[])[], right: Float64Array): Float64Array {
  const k = right.length;
  const rows = matrix.map((row, i) => [...row, right[i] as number]);
  for (let c = 0; c < k; c++) {
    let pivot = c;
    for (let r = c + 1; r < k; r++) {
      if (Math.abs(rows[r]?.[c] ?? 0) > Math.abs(rows[pivot]?.[c] ?? 0)) pivot = r;
    }
    const row = rows[pivot] as number[];
    rows[pivot] = rows[c] as number[];
    rows[c] = row;
    const head = row[c] as number;
    if (!(Math.abs(head) > 1e-12 * Math.abs(matrix[c]?.[c] ?? 0)) || head === 0) {
      throw new Error(`regressor ${c} is explained by the others and the fixed effects`);
    }
    for (let at = c; at <= k; at++) row[at] = (row[at] as number) / head;
    for (const other of rows) {
      if (other === row) continue;
      const factor = other[c] as number;
      for (let at = c; at <= k; at++)
        other[at] = (other[at] as number) - factor * (row[at] as number);
    }
  }
  return Float64Array.from(rows, (row) => row[k] as number);
}

function sandwich(
  xs: readonly Float64Array[],
  y: Float64Array,
  mu: Float64Array,
  cluster: Int32Array | undefined,
): Float64Array {
  const k = xs.length;
  const scores = new Map<number, Float64Array>();
  for (let i = 0; i < y.length; i++) {
    const group = cluster === undefined ? i : (cluster[i] as number);
    const score = scores.get(group) ?? new Float64Array(k);
    for (let c = 0; c < k; c++) {
      const x = (xs[c] as Float64Array)[i] as number;
      score[c] = (score[c] as number) + x * ((y[i] as number) - (mu[i] as number));
    }
    scores.set(group, score);
  }
  const bread = crossProducts(xs, mu);
  const groups = scores.size;
  return Float64Array.from(xs, (_, c) => {
    const unit = new Float64Array(k);
    unit[c] = 1;
    const column = solve(bread, unit);
    let variance = 0;
    for (const score of scores.values()) {
      const part = score.reduce((sum, s, at) => sum + s * (column[at] as number), 0);
      variance += part * part;
    }
    return Math.sqrt((variance * groups) / (groups - 1));
  });
}
