import {massPosterior} from "../../math/index.ts";
import {addTogether, fillLikelihood, gridOf, priorSd, weigh} from "../engagement-grid.ts";
import {type Habit, habitOf, heaviestOf} from "../engagement-of.ts";
import {countAt, type MonthlyCounts} from "./monthly-counts.ts";

/** Points 0.3 apart (a third more, a quarter less), for speed; bands on it held the truth in simulation, finer grids were not compared. */
const grid = gridOf(0.3);

/** Months of a half-year, within which figures are worked out together. */
const block = 6;

/** Index behind the last month of the half-year that holds a month. */
function blockEnd(firstMonth: number, at: number): number {
  const month = firstMonth + at;
  return month - (month % block) + block - firstMonth;
}

/** Index of the month that begins the half-year before the one that holds a month; never below the first month. */
export function openFrom(firstMonth: number, at: number): number {
  const month = firstMonth + at;
  return Math.max(0, month - (month % block) - block - firstMonth);
}

/** Series of one group, from the first month that may have changed: what is worked out at one go, in any thread. */
export interface GroupTask {
  readonly counts: MonthlyCounts;
  /** What the group learnt before; null where it is to be learnt from these counts. */
  readonly habit: Habit | null;
  /**
   * The chances in the month before the first, points of the grid by combination of the habit by series, in one array, which
   * goes between threads faster than thousands; null where there is no such month.
   */
  readonly settled: Float64Array | null;
}

/** Log engagement of a group's series and months; arrays as in `MonthlyCounts`. */
export interface GroupTracked {
  readonly low: Float64Array;
  readonly median: Float64Array;
  readonly high: Float64Array;
  /** Posterior over prior variance. */
  readonly share: Float64Array;
  readonly habit: Habit;
  /** What a later run goes on from: the chances just before the first month that may still change, as in the task. */
  readonly settled: Float64Array | null;
}

/** Works a group's series out. It depends on nothing but the task, so that groups may be given to threads in any order. */
export function trackGroup({counts, habit: learnt, settled}: GroupTask): GroupTracked {
  const series = counts.groups.length;
  const habit = learnt ?? habitFrom(counts);
  const [low, median, high] = [0, 0, 0].map(() => new Float64Array(counts.seen.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  // Where nothing is learnt of a group, all is prior.
  const share = new Float64Array(counts.seen.length).fill(1);
  const length = habit.length * grid.points.length;
  const of = (all: Float64Array | null, one: number) =>
    all?.subarray(one * length, (one + 1) * length) ?? null;
  const goesOn = settled !== null || openFrom(counts.firstMonth, counts.months - 1) > 0;
  const next = goesOn ? new Float64Array(series * length) : null;
  const smooth = smoother(counts, habit);
  for (let one = 0; one < series; one++)
    smooth(one, {settled: of(settled, one), next: of(next, one)}, (month, mass) => {
      const at = month * series + one;
      const posterior = massPosterior(grid.points, mass);
      low[at] = posterior.quantile(0.05);
      median[at] = posterior.quantile(0.5);
      high[at] = posterior.quantile(0.95);
      share[at] = posterior.variance / priorSd ** 2;
    });
  return {low, median, high, share, habit, settled: next};
}

/** Months of whole calendar years; of a series that has none, all months. */
export function learntMonths({firstMonth, months}: MonthlyCounts): number {
  const whole = months - ((firstMonth + months) % 12);
  return whole > 0 ? whole : months;
}

/** A habit is learnt from so many series and last months of a group: 1,152 counts tell a dispersion well enough. */
const learntSeries = 24;
const learntLength = 48;
/** Combinations of a habit that weigh less are left out, for speed: they move no band by a step of the grid. */
const lightest = 0.02;
/** A series that expects less than this a month says next to nothing of how its counts jump about. */
const leastExpected = 0.2;

function habitFrom(counts: MonthlyCounts): Habit {
  const {expected, groups} = counts;
  const until = learntMonths(counts);
  const from = Math.max(0, until - learntLength);
  const telling = [...groups.keys()].filter((series) => {
    let sum = 0;
    for (let month = from; month < until; month++)
      sum += expected[month * groups.length + series] as number;
    return sum / (until - from) >= leastExpected;
  });
  const every = Math.max(1, telling.length / learntSeries);
  const sample = telling.filter((_, at) => Math.floor(at / every) !== Math.floor((at - 1) / every));
  const shown = sample.map((series) =>
    Array.from({length: until - from}, (_, at) => countAt(counts, series, from + at)),
  );
  return shown.length === 0 ? [] : heaviestOf(habitOf(shown, grid), lightest);
}

/**
 * Works out all months of one series, and gives each with its posterior mass; puts the chances just before the first month
 * that may still change into `next`, for each combination of the habit.
 */
function smoother(counts: MonthlyCounts, habit: Habit) {
  const {firstMonth, months} = counts;
  const open = openFrom(firstMonth, months - 1);
  const n = grid.points.length;
  const rows = () => Array.from({length: months}, () => new Float64Array(n));
  const [filtered, mass] = [rows(), rows()];
  /** Combinations of a habit that have one dispersion share their likelihoods. */
  const likelihoods = new Map(habit.map(({size}) => [size, rows()]));
  let [later, earlier] = [new Float64Array(n), new Float64Array(n)];

  return (
    series: number,
    {settled, next}: {readonly settled: Float64Array | null; readonly next: Float64Array | null},
    give: (month: number, mass: Float64Array) => void,
  ): void => {
    for (const row of mass) row.fill(0);
    const shown = Array.from({length: months}, (_, month) => countAt(counts, series, month));
    for (const [size, along] of likelihoods)
      for (const [at, count] of shown.entries())
        if (count !== null) fillLikelihood(count, size, grid, along[at] as Float64Array);
    for (const [combination, {size, rho, weight}] of habit.entries()) {
      const walk = grid.walk(rho);
      const likely = likelihoods.get(size) ?? [];
      const before = settled?.subarray(combination * n, (combination + 1) * n);
      let now = before;
      for (const [at, count] of shown.entries()) {
        const then = filtered[at] as Float64Array;
        if (now === undefined) then.set(grid.prior);
        else walk.step(now, then);
        if (count !== null) weigh(then, likely[at] as Float64Array);
        now = then;
      }
      for (let first = 0, end = 0; first < months; first = end) {
        // Months of one half-year are read in the light of the same later ones.
        end = Math.min(months, blockEnd(firstMonth, first));
        const until = Math.min(months, end + block);
        later.fill(1);
        for (let month = until - 1; month >= first; month--) {
          if (month < end)
            addTogether(
              filtered[month] as Float64Array,
              later,
              weight,
              mass[month] as Float64Array,
            );
          if (month === first) break;
          if (shown[month] !== null) weigh(later, likely[month] as Float64Array);
          walk.stepBack(later, earlier);
          [later, earlier] = [earlier, later];
        }
      }
      const last = open > 0 ? filtered[open - 1] : before;
      if (last !== undefined) next?.set(last, combination * n);
    }
    if (habit.length > 0) for (const [month, one] of mass.entries()) give(month, one);
  };
}
