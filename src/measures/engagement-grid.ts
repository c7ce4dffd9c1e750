import {logNegativeBinomialAlong} from "../math/index.ts";

/**
 * Spread of the prior of log engagement around "as expected": the standard deviation of observed log ratios among
 * pairs with twenty or more events expected (ICEWS 2002-2014, Indonesia and Malaysia with all states: 1.8).
 */
export const priorSd = 1.8;

/** Log engagement from 1/400 to 400 times the expectation. */
const reach = 6;

/** Evenly spaced log engagements, with their chance before any data and the walk from one period to the next. */
export interface Grid {
  readonly points: Float64Array;
  /** Engagement itself at each point. */
  readonly factors: Float64Array;
  readonly prior: Float64Array;
  /** Of an autocorrelation, worked out once. */
  walk(rho: number): Walk;
}

/** Chances of the next period's point for each of this period's; those beyond `farthest` deviations from ρ x are nothing. */
export interface Walk {
  readonly chances: Float64Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

export function gridOf(step: number): Grid {
  const n = Math.round((2 * reach) / step) + 1;
  const points = Float64Array.from({length: n}, (_, at) => at * step - reach);
  const walks = new Map<number, Walk>();
  return {
    points,
    factors: points.map(Math.exp),
    prior: sharesOf(points.map((x) => -0.5 * (x / priorSd) ** 2)),
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

/** A period's count with its expectation; null where the two are not followed. */
export type Count = {readonly seen: number; readonly expected: number} | null;

/** Likelihood of a period along the grid, its best point being 1, into `into`; the log of that best. */
export function fillLikelihood(
  {seen, expected}: NonNullable<Count>,
  size: number,
  grid: Grid,
  into: Float64Array,
): number {
  logNegativeBinomialAlong({count: seen, r: size, expected}, grid, into);
  let best = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < into.length; i++) best = Math.max(best, into[i] as number);
  for (let i = 0; i < into.length; i++) into[i] = Math.exp((into[i] as number) - best);
  return best;
}

/** A point with less of the mass gives nothing that is shown. */
const negligible = 1e-12;

/** Chances of the next period's points from this period's, into `next`. */
export function step({chances, from, to}: Walk, now: Float64Array, next: Float64Array): void {
  const n = now.length;
  next.fill(0);
  for (let i = 0; i < n; i++) {
    const mass = now[i] as number;
    if (mass < negligible) continue;
    const last = to[i] as number;
    for (let j = from[i] as number, at = i * n + j; j < last; j++, at++)
      next[j] = (next[j] as number) + mass * (chances[at] as number);
  }
}

/** What the next period says of this period's points, into `now`. */
export function stepBack({chances, from, to}: Walk, then: Float64Array, now: Float64Array): void {
  const n = then.length;
  for (let i = 0; i < n; i++) {
    let sum = 0;
    const last = to[i] as number;
    for (let j = from[i] as number, at = i * n + j; j < last; j++, at++)
      sum += (chances[at] as number) * (then[j] as number);
    now[i] = sum;
  }
}

/** Multiplies in place and normalises; returns the log of what the sum was. */
export function weigh(mass: Float64Array, by: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < mass.length; i++) {
    mass[i] = (mass[i] as number) * (by[i] as number);
    sum += mass[i] as number;
  }
  for (let i = 0; i < mass.length; i++) mass[i] = (mass[i] as number) / sum;
  return Math.log(sum);
}

/** Weights that add up to 1, from their logarithms. */
export function sharesOf(logs: ArrayLike<number>): Float64Array {
  let top = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < logs.length; i++) top = Math.max(top, logs[i] as number);
  const mass = Float64Array.from(logs, (log) => Math.exp(log - top));
  const total = mass.reduce((sum, one) => sum + one, 0);
  return mass.map((one) => one / total);
}
