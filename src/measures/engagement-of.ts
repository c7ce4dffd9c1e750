import {type GridPosterior, gridPosterior, logNegativeBinomial} from "../math/index.ts";
import type {PairEvents, Typed} from "./index-pair-events.ts";

/**
 * Dispersion tried in the negative binomial of event counts. Counts of pairs vary 85 to 377 times more than Poisson's
 * law allows, so the size is small; the grid runs from nearly shapeless to nearly Poisson.
 */
const sizes = [0.5, 1, 2, 4, 8, 16, 32, 64] as const;

/** Autocorrelations tried in log engagement: from periods that know nothing of one another to a level that hardly moves. */
const rhos = [0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98] as const;

/**
 * Spread of the prior of log engagement around "as expected": the standard deviation of observed log ratios among
 * pairs with twenty or more events expected (ICEWS 2002-2014, Indonesia and Malaysia with all states: 1.8).
 */
export const priorSd = 1.8;

/** Log engagement from 1/400 to 400 times the expectation. */
const reach = 6;

export type Kind = keyof Typed;

/** A period's count with its expectation; null where the two are not followed. */
export type Count = {readonly seen: number; readonly expected: number} | null;

/** How counts jump about and engagement hangs together, shared by all pairs: the posterior of both, heaviest first. */
export type Habit = readonly {
  readonly size: number;
  readonly rho: number;
  readonly weight: number;
}[];

export function countOf(events: PairEvents | null, kind: Kind): Count {
  return events === null ? null : {seen: events.observed[kind], expected: events.expected[kind]};
}

/** Evenly spaced log engagements, with their chance before any data and the walk from one period to the next. */
interface Grid {
  readonly points: Float64Array;
  readonly prior: Float64Array;
  walk(rho: number): Walk;
}

/** Chances of the next period's point for each of this period's; those beyond `band` steps from ρ x are nothing. */
interface Walk {
  readonly chances: Float64Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

function gridOf(step: number): Grid {
  const n = Math.round((2 * reach) / step) + 1;
  const points = Float64Array.from({length: n}, (_, at) => at * step - reach);
  const walks = new Map<number, Walk>();
  return {
    points,
    prior: shares(points.map((x) => -0.5 * (x / priorSd) ** 2)),
    walk: (rho) => {
      const made = walks.get(rho) ?? walkOf(points, rho);
      walks.set(rho, made);
      return made;
    },
  };
}

/** Beyond six standard deviations a normal law has a billionth of its mass. */
const farthest = 6;

function walkOf(points: Float64Array, rho: number): Walk {
  const n = points.length;
  const sd = priorSd * Math.sqrt(1 - rho * rho);
  const chances = new Float64Array(n * n);
  const [from, to] = [new Int32Array(n), new Int32Array(n)];
  for (let i = 0; i < n; i++) {
    const mean = rho * (points[i] as number);
    let sum = 0;
    from[i] = n;
    for (let j = 0; j < n; j++) {
      const away = ((points[j] as number) - mean) / sd;
      if (Math.abs(away) > farthest) continue;
      const chance = Math.exp(-0.5 * away * away);
      chances[i * n + j] = chance;
      sum += chance;
      from[i] = Math.min(from[i] as number, j);
      to[i] = j + 1;
    }
    for (let j = from[i] as number; j < (to[i] as number); j++)
      chances[i * n + j] = (chances[i * n + j] as number) / sum;
  }
  return {chances, from, to};
}

const coarse = gridOf(0.2);
const fine = gridOf(0.1);

/** Log likelihood of a period along the grid, its best point being 0, and that best. */
function likelihoodOf(count: Count, size: number, points: Float64Array) {
  if (count === null) return null;
  const law = logNegativeBinomial(count.seen, size);
  const logs = points.map((x) => law(count.expected * Math.exp(x)));
  const best = logs.reduce((top, one) => Math.max(top, one), Number.NEGATIVE_INFINITY);
  return {shares: logs.map((one) => Math.exp(one - best)), best};
}

type Likelihoods = readonly ReturnType<typeof likelihoodOf>[];

/** Chances of each point in each period from the periods up to it, and the log evidence of all. */
function forward({prior, points}: Grid, walk: Walk, likelihoods: Likelihoods) {
  const n = points.length;
  let evidence = 0;
  let now = prior;
  const filtered = likelihoods.map((likelihood, t) => {
    const next = t === 0 ? Float64Array.from(now) : step(walk, now, n);
    if (likelihood !== null) evidence += weigh(next, likelihood.shares) + likelihood.best;
    now = next;
    return next;
  });
  return {filtered, evidence};
}

function step({chances, from, to}: Walk, now: Float64Array, n: number): Float64Array {
  const next = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const mass = now[i] as number;
    if (mass < 1e-15) continue;
    for (let j = from[i] as number; j < (to[i] as number); j++)
      next[j] = (next[j] as number) + mass * (chances[i * n + j] as number);
  }
  return next;
}

function stepBack({chances, from, to}: Walk, then: Float64Array, n: number): Float64Array {
  const now = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = from[i] as number; j < (to[i] as number); j++)
      sum += (chances[i * n + j] as number) * (then[j] as number);
    now[i] = sum;
  }
  return now;
}

/** Multiplies in place and normalises; returns the log of what the sum was. */
function weigh(mass: Float64Array, by: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < mass.length; i++) {
    mass[i] = (mass[i] as number) * (by[i] as number);
    sum += mass[i] as number;
  }
  for (let i = 0; i < mass.length; i++) mass[i] = (mass[i] as number) / sum;
  return Math.log(sum);
}

/** Combinations lighter than this change nothing that is shown. */
const lightest = 1e-3;

/**
 * How much counts jump about for themselves (the size r) and how far engagement hangs together from one period to the
 * next (ρ), shared by all pairs: the posterior over both grids, each combination as likely beforehand. A level that moves
 * slowly is thus told apart from counts that scatter about a level.
 */
export function habitOf(pairs: readonly (readonly Count[])[]): Habit {
  const logs = sizes.flatMap((size) => {
    const likelihoods = pairs.map((counts) =>
      counts.map((count) => likelihoodOf(count, size, coarse.points)),
    );
    return rhos.map((rho) => ({
      size,
      rho,
      log: likelihoods.reduce(
        (sum, one) => sum + forward(coarse, coarse.walk(rho), one).evidence,
        0,
      ),
    }));
  });
  const weights = shares(logs.map(({log}) => log));
  const heavy = logs
    .map(({size, rho}, at) => ({size, rho, weight: weights[at] as number}))
    .filter(({weight}) => weight >= lightest);
  const total = heavy.reduce((sum, {weight}) => sum + weight, 0);
  return heavy
    .map((one) => ({...one, weight: one.weight / total}))
    .sort((a, b) => b.weight - a.weight || a.size - b.size || a.rho - b.rho);
}

/**
 * Log engagement of each period: y ~ NB(e·w, r), log w an AR(1) with mean 0 and standard deviation 1.8, r and ρ summed
 * over their posterior. Exact on a grid, by forward and backward sums (Rabiner 1989): a period is read in the light of
 * those before and after it, and one that is not followed by its neighbours alone.
 */
export function engagementsOf(counts: readonly Count[], habit: Habit): GridPosterior[] {
  const n = fine.points.length;
  const mass = counts.map(() => new Float64Array(n));
  for (const {size, rho, weight} of habit) {
    const walk = fine.walk(rho);
    const likelihoods = counts.map((count) => likelihoodOf(count, size, fine.points));
    const {filtered} = forward(fine, walk, likelihoods);
    let later: Float64Array = new Float64Array(n).fill(1);
    for (let t = counts.length - 1; t >= 0; t--) {
      const own = Float64Array.from(filtered[t] as Float64Array);
      weigh(own, later);
      const sum = mass[t] as Float64Array;
      for (let i = 0; i < n; i++) sum[i] = (sum[i] as number) + weight * (own[i] as number);
      const likelihood = likelihoods[t] ?? null;
      if (likelihood !== null) weigh(later, likelihood.shares);
      later = stepBack(walk, later, n);
    }
  }
  return mass.map((one) => gridPosterior(fine.points, one.map(Math.log)));
}

/** A posterior that is still half as wide as the prior says more of the prior than of the pair: it is not shown. */
export function saysEnough({variance}: GridPosterior): boolean {
  return variance / priorSd ** 2 <= 0.5;
}

function shares(logs: ArrayLike<number>): Float64Array {
  let top = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < logs.length; i++) top = Math.max(top, logs[i] as number);
  const mass = Float64Array.from(logs, (log) => Math.exp(log - top));
  const total = mass.reduce((sum, one) => sum + one, 0);
  return mass.map((one) => one / total);
}
