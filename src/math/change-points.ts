import {type GridPosterior, gridPosterior} from "./grid-posterior.ts";
import {logNegativeBinomial} from "./log-negative-binomial.ts";

/** Counts of even periods, and what each rides on: hours watched, events in the world. */
export interface CountSeries {
  readonly counts: ArrayLike<number>;
  readonly exposure: ArrayLike<number>;
}

export interface ChangeOptions {
  /** How many periods back still count as "lately". */
  readonly recent?: number;
  /** The smallest log ratio of levels that counts as a rise or a fall; 0 takes any. */
  readonly least?: number;
  /**
   * What one period is worth beside those next to it, above 0 to 1: 1 where periods are independent, (1 − ρ)/(1 + ρ)
   * where they hang together with autocorrelation ρ. The likelihood is raised to it (Miller & Dunson 2019), so that an
   * excursion of many periods is not taken for as many witnesses.
   */
  readonly worth?: number;
}

export interface ChangePoints {
  /** Chance that the level changed after period t; one shorter than the series. */
  readonly after: Float64Array;
  /** The same on the condition that it changed exactly once. */
  readonly onlyAfter: Float64Array;
  /** How many changes are expected in all. */
  readonly expected: number;
  /** Log ratio of the level after period t to that before, on the condition that it changed then. */
  ratioAfter(t: number): GridPosterior;
  /** Log of the level in period t, in counts per exposure, all places of changes summed over. */
  logLevel(t: number): GridPosterior;
  /**
   * Seen from the end of each period with what was known then: chance that the last change came in the `recent` periods
   * up to it and was a rise, or a fall, by at least `least`.
   */
  readonly risen: Float64Array;
  readonly fallen: Float64Array;
}

/** Dispersions tried, each as likely beforehand: from nearly shapeless to nearly Poisson. */
const sizes = [0.5, 1, 2, 4, 8, 16, 32, 64] as const;
/** Levels tried, each as likely beforehand: from a fiftieth to fifty times the series' own mean. */
const reach = 4;
const step = 0.05;
const logLevels = Float64Array.from(
  {length: Math.round((2 * reach) / step) + 1},
  (_, k) => k * step - reach,
);
const K = logLevels.length;
/** A dispersion with less than this share of the mass changes nothing that is shown. */
const lightest = 1e-9;
/** A level that has become impossible keeps a trace, so that no sum is ever empty. */
const trace = 1e-290;

/**
 * Exact Bayesian multiple change points in counts, by forward and backward sums over segments (Fearnhead 2006): a
 * change after each period with chance 1/n; within a segment y ~ NB(exposure × level, size), the level and the size
 * summed over grids. Nothing is sampled and no number of changes is chosen. The cost grows as n² × 161 × 8.
 *
 * @throws Error when there are fewer than two periods, or a count or an exposure is no finite number from 0 (above 0
 * for exposures): a bug of ours.
 */
export function changePoints(
  {counts, exposure}: CountSeries,
  {recent = 1, least = 0, worth = 1}: ChangeOptions = {},
): ChangePoints {
  const n = counts.length;
  check(counts, exposure);
  const centre = logMeanLevel(counts, exposure);
  const runs = sizes.map((size) => {
    const likelihood = likelihoodsOf(counts, exposure, centre, size, worth);
    return {...walk(likelihood, n, {recent, least}), likelihood};
  });
  const weightsAt = (t: number) => normalised(runs.map(({forward}) => forward[t] as number));
  const whole = weightsAt(n);
  const mix = (length: number, of: (run: (typeof runs)[number], t: number) => number) =>
    Float64Array.from({length}, (_, t) =>
      runs.reduce((sum, run, r) => sum + (whole[r] as number) * of(run, t), 0),
    );
  const filtered = (of: (run: (typeof runs)[number]) => Float64Array) =>
    Float64Array.from({length: n}, (_, t) => {
      const weights = weightsAt(t + 1);
      return runs.reduce((sum, run, r) => sum + (weights[r] as number) * (of(run)[t] as number), 0);
    });
  const after = mix(n - 1, ({chance}, t) => chance[t] as number);
  const later = once(() => runs.map((run) => lookBack(run, n)));
  return {
    after,
    onlyAfter: normalised(
      Float64Array.from({length: n - 1}, (_, t) =>
        logSum(runs.map(({segments}) => at(segments, n, 0, t + 1) + at(segments, n, t + 1, n))),
      ),
    ),
    expected: after.reduce((sum, one) => sum + one, 0),
    ratioAfter: (t) => {
      const mass = new Float64Array(2 * K - 1);
      runs.forEach((run, r) => {
        const share = (whole[r] as number) * (run.chance[t] as number);
        if (share < lightest) return;
        const before = run.before.subarray((t + 1) * K, (t + 2) * K);
        const then = (later()[r] as Later).starts.subarray((t + 1) * K, (t + 2) * K);
        for (let a = 0; a < K; a++)
          for (let b = 0; b < K; b++)
            mass[b - a + K - 1] =
              (mass[b - a + K - 1] as number) + share * (before[a] as number) * (then[b] as number);
      });
      return gridPosterior(
        mass.map((_, d) => (d - K + 1) * step),
        mass.map(Math.log),
      );
    },
    logLevel: (t) => {
      const mass = new Float64Array(K);
      runs.forEach((_, r) => {
        const {levels} = later()[r] as Later;
        for (let k = 0; k < K; k++)
          mass[k] = (mass[k] as number) + (whole[r] as number) * (levels[t * K + k] as number);
      });
      return gridPosterior(
        logLevels.map((log) => log + centre),
        mass.map(Math.log),
      );
    },
    risen: filtered(({risen}) => risen),
    fallen: filtered(({fallen}) => fallen),
  };
}

function check(counts: ArrayLike<number>, exposure: ArrayLike<number>): void {
  if (counts.length < 2 || counts.length !== exposure.length)
    throw new Error(`${counts.length} counts with ${exposure.length} exposures have no change`);
  for (let t = 0; t < counts.length; t++)
    if (
      !((counts[t] as number) >= 0 && (exposure[t] as number) > 0 && Number.isFinite(exposure[t]))
    )
      throw new Error(`period ${t}: ${counts[t]} seen in ${exposure[t]}`);
}

/** Half a count is added, so that a series of zeros has a mean. */
function logMeanLevel(counts: ArrayLike<number>, exposure: ArrayLike<number>): number {
  let [seen, all] = [0.5, 0];
  for (let t = 0; t < counts.length; t++) {
    seen += counts[t] as number;
    all += exposure[t] as number;
  }
  return Math.log(seen / all);
}

interface Likelihood {
  /** By period and level, the best level of each period being 1. */
  readonly relative: Float64Array;
  /** Log likelihood of each period's best level. */
  readonly best: Float64Array;
}

function likelihoodsOf(
  counts: ArrayLike<number>,
  exposure: ArrayLike<number>,
  centre: number,
  size: number,
  worth: number,
): Likelihood {
  const n = counts.length;
  const relative = new Float64Array(n * K);
  const best = new Float64Array(n).fill(Number.NEGATIVE_INFINITY);
  for (let t = 0; t < n; t++) {
    const law = logNegativeBinomial(counts[t] as number, size);
    const row = relative.subarray(t * K, (t + 1) * K);
    for (let k = 0; k < K; k++) {
      row[k] = worth * law((exposure[t] as number) * Math.exp(centre + (logLevels[k] as number)));
      best[t] = Math.max(best[t] as number, row[k] as number);
    }
    for (let k = 0; k < K; k++) row[k] = Math.exp((row[k] as number) - (best[t] as number));
  }
  return {relative, best};
}

/** Extends a segment by a period: its level's distribution is updated in place, its log evidence returned. */
function extend(level: Float64Array, {relative, best}: Likelihood, t: number): number {
  let sum = 0;
  const from = t * K;
  for (let k = 0; k < K; k++) {
    const mass = (level[k] as number) * (relative[from + k] as number) + trace;
    level[k] = mass;
    sum += mass;
  }
  const scale = 1 / sum;
  for (let k = 0; k < K; k++) level[k] = (level[k] as number) * scale;
  return Math.log(sum) + (best[t] as number);
}

interface Walk {
  /** Log evidence of the first j periods. */
  readonly forward: Float64Array;
  /** Log evidence of what follows i, when a segment begins there. */
  readonly backward: Float64Array;
  /** Log evidence of each segment, from i up to but without j, at i × (n + 1) + j. */
  readonly segments: Float64Array;
  /** Chance of a change after each period. */
  readonly chance: Float64Array;
  /** Distribution of the level at the end of the first j periods, from those alone. */
  readonly before: Float64Array;
  readonly risen: Float64Array;
  readonly fallen: Float64Array;
}

const at = (segments: Float64Array, n: number, i: number, j: number) =>
  segments[i * (n + 1) + j] as number;

function walk(
  likelihood: Likelihood,
  n: number,
  {recent, least}: {readonly recent: number; readonly least: number},
): Walk {
  const [change, stay] = [Math.log(1 / n), Math.log(1 - 1 / n)];
  const forward = new Float64Array(n + 1);
  const segments = new Float64Array((n + 1) * (n + 1));
  const before = new Float64Array((n + 1) * K);
  const [risen, fallen] = [new Float64Array(n), new Float64Array(n)];
  const level = new Float64Array(n * K).fill(1 / K);
  const terms = new Float64Array(n);
  const apart = Math.max(1, Math.round(least / step));
  for (let j = 1; j <= n; j++) {
    for (let i = 0; i < j; i++) {
      const evidence = extend(level.subarray(i * K, (i + 1) * K), likelihood, j - 1);
      segments[i * (n + 1) + j] = (j - 1 > i ? at(segments, n, i, j - 1) : 0) + evidence;
      terms[i] =
        (forward[i] as number) + (i > 0 ? change : 0) + (j - i - 1) * stay + at(segments, n, i, j);
    }
    const begun = terms.subarray(0, j);
    forward[j] = logSum(begun);
    const now = before.subarray(j * K, (j + 1) * K);
    for (let i = 0; i < j; i++) {
      const share = Math.exp((begun[i] as number) - (forward[j] as number));
      const own = level.subarray(i * K, (i + 1) * K);
      for (let k = 0; k < K; k++) now[k] = (now[k] as number) + share * (own[k] as number);
      if (i === 0 || i < j - recent) continue;
      const moved = movedBy(before.subarray(i * K, (i + 1) * K), own, apart);
      risen[j - 1] = (risen[j - 1] as number) + share * moved.up;
      fallen[j - 1] = (fallen[j - 1] as number) + share * moved.down;
    }
  }
  const backward = new Float64Array(n + 1);
  for (let i = n - 1; i >= 0; i--) {
    const ends = new Float64Array(n - i);
    for (let j = i + 1; j <= n; j++)
      ends[j - i - 1] =
        (j - i - 1) * stay + at(segments, n, i, j) + (j < n ? change + (backward[j] as number) : 0);
    backward[i] = logSum(ends);
  }
  const chance = Float64Array.from({length: n - 1}, (_, t) =>
    Math.exp(
      (forward[t + 1] as number) + change + (backward[t + 1] as number) - (forward[n] as number),
    ),
  );
  return {forward, backward, segments, chance, before, risen, fallen};
}

/** Chance that one level lies at least `apart` steps above, or below, another. */
function movedBy(from: Float64Array, to: Float64Array, apart: number) {
  let [up, down, upTo, downFrom] = [0, 0, 0, 0];
  for (let k = 0; k < K; k++) {
    if (k >= apart) upTo += from[k - apart] as number;
    up += (to[k] as number) * upTo;
    const mirror = K - 1 - k;
    if (k >= apart) downFrom += from[mirror + apart] as number;
    down += (to[mirror] as number) * downFrom;
  }
  return {up, down};
}

interface Later {
  /** Distribution of the level of a segment that begins at i, by all that follows. */
  readonly starts: Float64Array;
  /** Distribution of the level of each period, by the whole series. */
  readonly levels: Float64Array;
}

/** A second walk, now that the end is known. */
function lookBack(
  {forward, backward, segments, likelihood}: Walk & {readonly likelihood: Likelihood},
  n: number,
): Later {
  const [change, stay] = [Math.log(1 / n), Math.log(1 - 1 / n)];
  const starts = new Float64Array(n * K);
  const levels = new Float64Array((n + 1) * K);
  for (let i = 0; i < n; i++) {
    const level = new Float64Array(K).fill(1 / K);
    const own = starts.subarray(i * K, (i + 1) * K);
    const begins = Math.exp(
      (forward[i] as number) +
        (i > 0 ? change : 0) +
        (backward[i] as number) -
        (forward[n] as number),
    );
    for (let j = i + 1; j <= n; j++) {
      extend(level, likelihood, j - 1);
      const share = Math.exp(
        (j - i - 1) * stay +
          at(segments, n, i, j) +
          (j < n ? change + (backward[j] as number) : 0) -
          (backward[i] as number),
      );
      for (let k = 0; k < K; k++) {
        const mass = share * (level[k] as number);
        own[k] = (own[k] as number) + mass;
        levels[i * K + k] = (levels[i * K + k] as number) + begins * mass;
        levels[j * K + k] = (levels[j * K + k] as number) - begins * mass;
      }
    }
  }
  for (let x = K; x < levels.length; x++)
    levels[x] = (levels[x] as number) + (levels[x - K] as number);
  return {starts, levels: levels.map((mass) => Math.max(mass, 0))};
}

function logSum(logs: ArrayLike<number>): number {
  let top = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < logs.length; i++) top = Math.max(top, logs[i] as number);
  let sum = 0;
  for (let i = 0; i < logs.length; i++) sum += Math.exp((logs[i] as number) - top);
  return top + Math.log(sum);
}

function normalised(logs: ArrayLike<number>): Float64Array {
  const total = logSum(logs);
  return Float64Array.from(logs, (log) => Math.exp(log - total));
}

function once<Value>(make: () => Value): () => Value {
  let made: {readonly value: Value} | undefined;
  return () => {
    made ??= {value: make()};
    return made.value;
  };
}
