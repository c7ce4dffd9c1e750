import {bandMatrix, logNegativeBinomialAlong} from "../math/index.ts";

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

/** How a level goes from one period's points to the next's, each way. */
export interface Walk {
  /** Chances of the next period's points from this period's, into `next`. */
  step(now: Float64Array, next: Float64Array): void;
  /** What the next period says of this period's points, into `now`. */
  stepBack(then: Float64Array, now: Float64Array): void;
}

export function gridOf(step: number): Grid {
  const n = Math.round((2 * reach) / step) + 1;
  const points = Float64Array.from({length: n}, (_, at) => at * step - reach);
  const prior = sharesOf(points.map((x) => -0.5 * (x / priorSd) ** 2));
  const walks = new Map<number, Walk>();
  return {
    points,
    factors: points.map(Math.exp),
    prior,
    walk: (rho) => {
      const made = walks.get(rho) ?? walkOf(points, prior, rho);
      walks.set(rho, made);
      return made;
    },
  };
}

/** Beyond six standard deviations a normal law has a billionth of its mass. */
const farthest = 6;

/**
 * Chance that a level starts again from the prior: far below what is shown, yet it leaves no run of counts impossible.
 * Without it, one event and then five thousand in levels that hardly move left no point of the grid any mass.
 */
const anew = 1e-12;

/** Log engagement as an AR(1): each point's chances from a point x are those of a normal law around ρ x. */
function walkOf(points: Float64Array, prior: Float64Array, rho: number): Walk {
  const n = points.length;
  const sd = priorSd * Math.sqrt(1 - rho * rho);
  const chances = Array.from(points, (x) => {
    const row = points.map((next) => {
      const away = (next - rho * x) / sd;
      return Math.abs(away) > farthest ? 0 : Math.exp(-0.5 * away * away);
    });
    const sum = row.reduce((total, one) => total + one, 0);
    return row.map((one) => one / sum);
  });
  const chance = (from: number, to: number) => chances[from]?.[to] as number;
  const back = bandMatrix(n, chance);
  const forth = bandMatrix(n, (to, from) => chance(from, to));
  return {
    step: (now, next) => {
      forth.times(now, next);
      for (let i = 0; i < n; i++) next[i] = (next[i] as number) + anew * (prior[i] as number);
    },
    stepBack: (then, now) => {
      let again = 0;
      for (let i = 0; i < n; i++) again += (prior[i] as number) * (then[i] as number);
      back.times(then, now, anew * again);
    },
  };
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

/** A point with less of the mass gives nothing that is shown, and is left out: numbers near nothing are slow to reckon with. */
const negligible = 1e-12;

/** Multiplies in place and normalises; returns the log of what the sum was. */
export function weigh(mass: Float64Array, by: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < mass.length; i++) {
    const product = (mass[i] as number) * (by[i] as number);
    mass[i] = product;
    sum += product;
  }
  const least = negligible * sum;
  for (let i = 0; i < mass.length; i++) {
    const one = mass[i] as number;
    mass[i] = one < least ? 0 : one / sum;
  }
  return Math.log(sum);
}

/** Adds `weight` of mass, spread as the earlier and the later months together say, to `into`. */
export function addTogether(
  earlier: Float64Array,
  later: Float64Array,
  weight: number,
  into: Float64Array,
): void {
  let sum = 0;
  for (let i = 0; i < into.length; i++) sum += (earlier[i] as number) * (later[i] as number);
  const each = weight / sum;
  for (let i = 0; i < into.length; i++)
    into[i] = (into[i] as number) + each * (earlier[i] as number) * (later[i] as number);
}

/** Weights that add up to 1, from their logarithms. */
export function sharesOf(logs: ArrayLike<number>): Float64Array {
  let top = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < logs.length; i++) top = Math.max(top, logs[i] as number);
  const mass = Float64Array.from(logs, (log) => Math.exp(log - top));
  const total = mass.reduce((sum, one) => sum + one, 0);
  return mass.map((one) => one / total);
}
