import {levelCount} from "./level-count.ts";
import {sandwichErrors} from "./sandwich-errors.ts";
import {Collinear, solveLinear} from "./solve-linear.ts";
import {SweptEffects} from "./sweep-effects.ts";

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
  /** Observations left out because their zeros are predicted perfectly: by a fixed effect that saw only zeros, or by regressors. */
  readonly separated: number;
  readonly iterations: number;
}

/**
 * Poisson pseudo-maximum likelihood with any number of fixed effects (Santos Silva & Tenreyro 2006), by iterated
 * weighted least squares; inside, the effects are swept out by alternating weighted demeaning, each time from where the
 * last one ended and no more exactly than the step needs (Correia, Guimarães & Zylkin 2020). Zeros whose expected flow
 * falls without end are separated: they are left out and the estimate is made again without them (the same authors
 * 2019, "Verifying the existence of maximum likelihood estimates for generalized linear models").
 *
 * @throws Error when a regressor is explained by the others and the effects, or only tells separated zeros apart, or
 * when it does not converge.
 */
export function fitPpml(input: PpmlInput): PpmlFit {
  let kept = keepInformative(
    input,
    new Int32Array(input.flow.length).map((_, i) => i),
  );
  for (let dropped = 0; ; dropped++) {
    try {
      const fit = iterate(input, kept);
      if (!(fit instanceof Set)) return fit;
      kept = keepInformative(
        input,
        kept.filter((_, i) => !fit.has(i)),
      );
    } catch (error) {
      if (!(error instanceof Collinear)) throw error;
      throw new Error(
        dropped === 0
          ? `regressor ${error.column} is explained by the others and the fixed effects`
          : `regressor ${error.column} only tells apart flows that are all 0 (separation): leave it out`,
        {cause: error},
      );
    }
  }
}

/** Turns in which a zero must fall by about 1 in logarithm, as only a separated one goes on doing. */
const fallingTurns = 4;

/** The fit of the observations that are kept, or the places among them of zeros that turned out separated. */
function iterate(input: PpmlInput, kept: Int32Array): PpmlFit | Set<number> {
  const n = kept.length;
  const y = pick(input.flow, kept, new Float64Array(n));
  const k = input.regressors.length;
  const width = k + 1;
  const effects = new SweptEffects(
    input.effects.map((levels) => pick(levels, kept, new Int32Array(n))),
    width,
  );
  const mean = y.reduce((a, b) => a + b, 0) / n;
  const mu = y.map((value) => (value + mean) / 2);
  const eta = mu.map(Math.log);
  const falling = new Uint8Array(n);
  // Swept regressors and, last, the swept working variable; what was swept of the latter before.
  const cells = new Float64Array(n * width);
  const working = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let c = 0; c < k; c++) {
      cells[i * width + c] = (input.regressors[c] as Float64Array)[kept[i] as number] as number;
    }
  }
  const reach = input.regressors.map((x) =>
    kept.reduce((most, i) => Math.max(most, Math.abs(x[i] as number)), 0),
  );
  const state = {y, mu, eta, falling, working, cells};
  let coefficients: Float64Array = new Float64Array(k);
  let change = 1;
  for (let iteration = 1; iteration <= 200; iteration++) {
    linearise(state, k);
    const tolerance = Math.min(1e-3, Math.max(1e-10, change * Math.min(0.01, change)));
    effects.sweep(cells, mu, tolerance);
    const {gram, right} = crossProducts(cells, mu, k);
    const found = solveLinear(gram, right);
    change = predict(state, found, mean);
    let drift = 0;
    for (let c = 0; c < k; c++) {
      const moved = Math.abs((found[c] as number) - (coefficients[c] as number));
      change = Math.max(change, moved);
      drift = Math.max(drift, moved * (reach[c] as number));
    }
    coefficients = found;
    if (change < 1e-9) {
      const swept = Array.from({length: k}, (_, c) => {
        const column = new Float64Array(n);
        for (let i = 0; i < n; i++) column[i] = cells[i * width + c] as number;
        return column;
      });
      const fitted = new Float64Array(input.flow.length).fill(Number.NaN);
      kept.forEach((from, i) => {
        fitted[from] = mu[i] as number;
      });
      const cluster = input.cluster && pick(input.cluster, kept, new Int32Array(n));
      return {
        coefficients,
        standardErrors: sandwichErrors(swept, y, mu, cluster),
        fitted,
        observations: n,
        separated: input.flow.length - n,
        iterations: iteration,
      };
    }
    // A zero that falls while the coefficients stand still is only small, or separated by its effects alone: no harm.
    if (iteration > 8 && drift > 0.5) {
      const separated = new Set<number>();
      falling.forEach((turns, i) => {
        if (turns >= fallingTurns) separated.add(i);
      });
      if (separated.size > 0) return separated;
    }
  }
  throw new Error("the gravity estimate did not settle in 200 iterations");
}

function pick<Values extends Float64Array | Int32Array>(
  from: Values,
  kept: Int32Array,
  into: Values,
): Values {
  for (let i = 0; i < kept.length; i++) into[i] = from[kept[i] as number] as number;
  return into;
}

/** Observations of which every fixed effect has some flow above zero, found by repeated passes. */
function keepInformative({flow, effects}: PpmlInput, from: Int32Array): Int32Array {
  let kept = from;
  const sizes = effects.map(levelCount);
  for (;;) {
    const before = kept.length;
    for (const [e, levels] of effects.entries()) {
      const flows = new Uint8Array(sizes[e] as number);
      for (const i of kept) if ((flow[i] as number) > 0) flows[levels[i] as number] = 1;
      kept = kept.filter((i) => flows[levels[i] as number] === 1);
    }
    if (kept.length === 0) throw new Error("no flow above zero is left to estimate from");
    if (kept.length === before) return kept;
  }
}

/** Observations as they stand in a turn. */
interface Turn {
  readonly y: Float64Array;
  readonly mu: Float64Array;
  readonly eta: Float64Array;
  /** Turns in a row that a zero has fallen. */
  readonly falling: Uint8Array;
  readonly working: Float64Array;
  readonly cells: Float64Array;
}

/** The working variable of the turn; what it differs by from the last goes into its swept column. */
function linearise({y, mu, eta, working, cells}: Turn, k: number): void {
  for (let i = 0, at = k; i < y.length; i++, at += k + 1) {
    const next = (eta[i] as number) + (y[i] as number) / (mu[i] as number) - 1;
    cells[at] = (cells[at] as number) + next - (working[i] as number);
    working[i] = next;
  }
}

/** Expected flows at new coefficients; gives the largest change of a logarithm that matters. */
function predict(
  {y, mu, eta, falling, working, cells}: Turn,
  coefficients: Float64Array,
  mean: number,
): number {
  const k = coefficients.length;
  let change = 0;
  for (let i = 0, at = 0; i < y.length; i++) {
    let predicted = working[i] as number;
    for (let c = 0; c < k; c++, at++) {
      predicted += (coefficients[c] as number) * (cells[at] as number);
    }
    predicted -= cells[at++] as number;
    const moved = predicted - (eta[i] as number);
    const before = mu[i] as number;
    // Only flows that matter must stand still; a tiny predicted flow may go on falling.
    const matters = before < mean ? before / mean : 1;
    const size = (moved < 0 ? -moved : moved) * matters;
    if (!(size <= change)) change = size;
    const falls = y[i] === 0 && matters < 1e-6 && moved < -0.9 && moved > -1.1;
    falling[i] = falls ? (falling[i] as number) + 1 : 0;
    eta[i] = predicted;
    mu[i] = Math.exp(predicted);
  }
  return change;
}

/** X′WX and X′Wz of the swept columns, the last of which is z. */
function crossProducts(cells: Float64Array, weights: Float64Array, k: number) {
  const width = k + 1;
  const sums = new Float64Array(k * width);
  for (let i = 0; i < weights.length; i++) {
    const first = i * width;
    for (let a = 0; a < k; a++) {
      const weighted = (weights[i] as number) * (cells[first + a] as number);
      for (let b = 0; b < width; b++) {
        sums[a * width + b] =
          (sums[a * width + b] as number) + weighted * (cells[first + b] as number);
      }
    }
  }
  const at = (a: number, b: number) => sums[a * width + b] as number;
  return {
    gram: Array.from({length: k}, (_, a) => Array.from({length: k}, (_, b) => at(a, b))),
    right: Float64Array.from({length: k}, (_, a) => at(a, k)),
  };
}
