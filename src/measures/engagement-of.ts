import {type GridPosterior, massPosterior} from "../math/index.ts";
import {
  addTogether,
  type Count,
  fillLikelihood,
  type Grid,
  gridOf,
  priorSd,
  sharesOf,
  type Walk,
  weigh,
} from "./engagement-grid.ts";
import type {PairEvents, Typed} from "./index-pair-events.ts";

/**
 * Dispersion tried in the negative binomial of event counts. Counts of pairs vary 85 to 377 times more than Poisson's
 * law allows, so the size is small; the grid runs from nearly shapeless to nearly Poisson.
 */
const sizes = [0.5, 1, 2, 4, 8, 16, 32, 64] as const;

/** Autocorrelations tried in log engagement: from periods that know nothing of one another to a level that hardly moves. */
const rhos = [0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98] as const;

export type Kind = keyof Typed;

/** How counts jump about and engagement hangs together, shared by all pairs: the posterior of both, heaviest first. */
export type Habit = readonly {
  readonly size: number;
  readonly rho: number;
  readonly weight: number;
}[];

/** What is counted of a year; null too where nothing of the kind can be expected, for then no ratio is one. */
export function countOf(events: PairEvents | null, kind: Kind): Count {
  if (events === null || !(events.expected[kind] > 0)) return null;
  return {seen: events.observed[kind], expected: events.expected[kind]};
}

/** Coarse enough to try many habits; its points lie closer than a posterior is wide. */
const coarse = gridOf(0.2);
const fine = gridOf(0.1);

type Likelihoods = readonly ({readonly shares: Float64Array; readonly best: number} | null)[];

/** Likelihoods of periods along the grid; null for one that is not followed. */
function likelihoodsOf(counts: readonly Count[], size: number, grid: Grid): Likelihoods {
  return counts.map((count) => {
    if (count === null) return null;
    const shares = new Float64Array(grid.points.length);
    return {best: fillLikelihood(count, size, grid, shares), shares};
  });
}

/** Chances of each point in each period from the periods up to it. */
function forward({prior}: Grid, walk: Walk, likelihoods: Likelihoods): Float64Array[] {
  let now = prior;
  return likelihoods.map((likelihood, t) => {
    const next = prior.slice();
    if (t > 0) walk.step(now, next);
    if (likelihood !== null) weigh(next, likelihood.shares);
    now = next;
    return next;
  });
}

/** Log chance of all that was counted. */
function evidenceOf({prior}: Grid, walk: Walk, likelihoods: Likelihoods): number {
  let [now, next] = [prior.slice(), prior.slice()];
  let evidence = 0;
  for (const [t, likelihood] of likelihoods.entries()) {
    if (t > 0) walk.step(now, next);
    if (likelihood !== null) evidence += weigh(next, likelihood.shares) + likelihood.best;
    [now, next] = [next, now];
  }
  return evidence;
}

/** Combinations lighter than this change nothing that is shown. */
const lightest = 1e-3;

/** So many pairs are heard before combinations that lie hopelessly behind are dropped. */
const atOnce = 6;
/** A combination that is e^30 times less likely than the best would need as much again of the rest to count. */
const hopeless = 30;

/**
 * How much counts jump about for themselves (the size r) and how far engagement hangs together from one period to the
 * next (ρ), shared by all pairs: the posterior over both grids, each combination as likely beforehand. A level that moves
 * slowly is thus told apart from counts that scatter about a level.
 */
export function habitOf(pairs: readonly (readonly Count[])[], grid = coarse): Habit {
  let logs = sizes.flatMap((size) => rhos.map((rho) => ({size, rho, log: 0})));
  for (let from = 0; from < pairs.length; from += atOnce) {
    const heard = pairs.slice(from, from + atOnce);
    const likelihoods = new Map(
      sizes.map((size) => [size, heard.map((counts) => likelihoodsOf(counts, size, grid))]),
    );
    logs = logs.map(({size, rho, log}) => ({
      size,
      rho,
      log: (likelihoods.get(size) ?? []).reduce(
        (sum, one) => sum + evidenceOf(grid, grid.walk(rho), one),
        log,
      ),
    }));
    const best = Math.max(...logs.map(({log}) => log));
    logs = logs.filter(({log}) => log > best - hopeless);
  }
  const weights = sharesOf(logs.map(({log}) => log));
  const heavy = logs
    .map(({size, rho}, at) => ({size, rho, weight: weights[at] as number}))
    .filter(({weight}) => weight >= lightest);
  return toOne(heavy).sort((a, b) => b.weight - a.weight || a.size - b.size || a.rho - b.rho);
}

function toOne(habit: Habit): Habit[number][] {
  const total = habit.reduce((sum, {weight}) => sum + weight, 0);
  return habit.map((one) => ({...one, weight: one.weight / total}));
}

/** The combinations of a habit that weigh at least so much, by themselves; the heaviest always stays. */
export function heaviestOf(habit: Habit, least: number): Habit {
  return toOne(habit.filter(({weight}, at) => at === 0 || weight >= least));
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
    const likelihoods = likelihoodsOf(counts, size, fine);
    const filtered = forward(fine, walk, likelihoods);
    let [later, earlier] = [new Float64Array(n).fill(1), new Float64Array(n)];
    for (let t = counts.length - 1; t >= 0; t--) {
      addTogether(filtered[t] as Float64Array, later, weight, mass[t] as Float64Array);
      const likelihood = likelihoods[t] ?? null;
      if (likelihood !== null) weigh(later, likelihood.shares);
      walk.stepBack(later, earlier);
      [later, earlier] = [earlier, later];
    }
  }
  return mass.map((one) => massPosterior(fine.points, one));
}

/** A posterior that is still half as wide as the prior says more of the prior than of the pair: it is not shown. */
export const widestShown = 0.5;

export function saysEnough({variance}: Pick<GridPosterior, "variance">): boolean {
  return variance / priorSd ** 2 <= widestShown;
}
