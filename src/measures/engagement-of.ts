import {type GridPosterior, gridPosterior, logNegativeBinomial} from "../math/index.ts";
import type {PairEvents, Typed} from "./index-pair-events.ts";

/**
 * Dispersion tried in the negative binomial of event counts. Counts of pairs vary 85 to 377 times more than Poisson's
 * law allows, so the size is small; the grid runs from nearly shapeless to nearly Poisson.
 */
const sizes = [0.5, 1, 2, 4, 8, 16, 32, 64] as const;

/**
 * Spread of the prior of log engagement around "as expected": the standard deviation of observed log ratios among
 * pairs with twenty or more events expected (ICEWS 2002-2014, Indonesia and Malaysia with all states: 1.8).
 */
const priorSd = 1.8;

/** Log engagement from 1/400 to 400 times the expectation. */
const reach = 6;
const step = 0.05;
const grid = Float64Array.from(
  {length: Math.round((2 * reach) / step) + 1},
  (_, at) => at * step - reach,
);
const coarse = grid.filter((_, at) => at % 4 === 0);

export type Kind = keyof Typed;

/** A year's count with its expectation. */
export interface Count {
  readonly seen: number;
  readonly expected: number;
}

export function countsOf(years: readonly PairEvents[], kind: Kind): Count[] {
  return years.map(({observed, expected}) => ({seen: observed[kind], expected: expected[kind]}));
}

function logPrior(logW: number): number {
  return -0.5 * (logW / priorSd) ** 2;
}

/**
 * How much the counts jump about from one year to the next, shared by all pairs: the posterior of the size over
 * stretches of two years, each stretch's own level integrated out so that a slow change of level is not taken for
 * jumping. Returns log weights along `sizes`.
 */
export function dispersionOf(pairs: readonly (readonly Count[])[]): Float64Array {
  const weights = new Float64Array(sizes.length);
  const logs = new Float64Array(coarse.length);
  for (let at = 0; at < sizes.length; at++) {
    let sum = 0;
    for (const counts of pairs) {
      for (let year = 0; year + 1 < counts.length; year += 2) {
        const [one, two] = [counts[year] as Count, counts[year + 1] as Count];
        const first = logNegativeBinomial(one.seen, sizes[at] as number);
        const second = logNegativeBinomial(two.seen, sizes[at] as number);
        for (let i = 0; i < coarse.length; i++) {
          const logW = coarse[i] as number;
          const w = Math.exp(logW);
          logs[i] = logPrior(logW) + first(one.expected * w) + second(two.expected * w);
        }
        sum += logSum(logs);
      }
    }
    weights[at] = sum;
  }
  const total = logSum(weights);
  return weights.map((weight) => weight - total);
}

function logSum(logs: ArrayLike<number>): number {
  let top = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < logs.length; i++) top = Math.max(top, logs[i] as number);
  let sum = 0;
  for (let i = 0; i < logs.length; i++) sum += Math.exp((logs[i] as number) - top);
  return top + Math.log(sum);
}

/** Sizes lighter than this change nothing that is shown. */
const lightest = Math.log(1e-6);

/**
 * Log engagement of a year: y ~ NB(e·w, r) with log w ~ N(0, 1.8²), the size r summed over its posterior. Each year
 * stands alone; the model that joins years and pairs is a later step.
 */
export function engagementOf({seen, expected}: Count, dispersion: Float64Array): GridPosterior {
  const laws = sizes.flatMap((size, at) => {
    const weight = dispersion[at] as number;
    return weight < lightest ? [] : [{weight, law: logNegativeBinomial(seen, size)}];
  });
  const bySize = new Float64Array(laws.length);
  const logWeights = new Float64Array(grid.length);
  for (let i = 0; i < grid.length; i++) {
    const logW = grid[i] as number;
    const mean = expected * Math.exp(logW);
    for (const [at, {weight, law}] of laws.entries()) bySize[at] = weight + law(mean);
    logWeights[i] = logPrior(logW) + logSum(bySize);
  }
  return gridPosterior(grid, logWeights);
}

/** A posterior that is still half as wide as the prior says more of the prior than of the pair: it is not shown. */
export function saysEnough({variance}: GridPosterior): boolean {
  return variance / priorSd ** 2 <= 0.5;
}
