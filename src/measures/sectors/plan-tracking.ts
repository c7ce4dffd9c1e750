import type {Habit} from "../engagement-of.ts";
import {countsOfGroup, type MonthlyCounts, seriesOf} from "./monthly-counts.ts";
import {type GroupTask, type GroupTracked, learntMonths, openFrom} from "./track-group.ts";

/** Log engagement of each series and month; arrays as in `MonthlyCounts`. */
export interface Tracked {
  readonly counts: MonthlyCounts;
  readonly low: Float64Array;
  readonly median: Float64Array;
  readonly high: Float64Array;
  /** Posterior over prior variance. */
  readonly share: Float64Array;
  readonly habits: ReadonlyMap<string, Habit>;
  /** The first month that was worked out, and not taken over. */
  readonly workedFrom: number;
  /** Where the next run goes on: the first month that may still change, and what was known of each group just before. */
  readonly state: {
    readonly from: number;
    readonly settled: ReadonlyMap<string, Float64Array | null>;
  };
}

/** What is to be worked out, group by group, and how it is put together. */
export interface TrackingPlan {
  readonly tasks: readonly GroupTask[];
  /** @param found what `trackGroup` gave for each task, in their order. */
  join(found: readonly GroupTracked[]): Tracked;
}

/**
 * Log engagement by month, as `engagementsOf` has it by year (an AR(1) under a negative binomial, exact on a grid), but a
 * month is read in the light of all months before it and of those to the end of the following half-year. Then it is
 * closed, and no later month changes it, so that a new month costs little. Habits are learnt from whole calendar years
 * alone: they change, and all is worked out anew, once a year. With what an earlier run gave, only what may have changed
 * is worked out; the figures are the same to the last bit. It comes in parts, each of which may be worked out by another
 * thread.
 */
export function planTracking(counts: MonthlyCounts, before: Tracked | null): TrackingPlan {
  const kept = before !== null && canGoOn(before.counts, counts, before.state.from) ? before : null;
  const from = kept?.state.from ?? 0;
  const groups = [...new Set(counts.groups)].map((group) => ({
    group,
    series: seriesOf(counts, group),
  }));
  return {
    tasks: groups.map(({group}) => ({
      counts: countsOfGroup(counts, group, from),
      habit: kept?.habits.get(group) ?? null,
      settled: kept?.state.settled.get(group) ?? null,
    })),
    join: (found) => {
      const joined = (what: "low" | "median" | "high" | "share") => {
        const all = new Float64Array(counts.seen.length);
        if (kept !== null) all.set(kept[what].subarray(0, from * counts.groups.length));
        for (const [at, {series}] of groups.entries())
          spread(found[at]?.[what] ?? new Float64Array(0), series, counts, from, all);
        return all;
      };
      return {
        counts,
        low: joined("low"),
        median: joined("median"),
        high: joined("high"),
        share: joined("share"),
        habits: new Map(groups.map(({group}, at) => [group, found[at]?.habit ?? []])),
        workedFrom: from,
        state: {
          from: openFrom(counts.firstMonth, counts.months - 1),
          settled: new Map(groups.map(({group}, at) => [group, found[at]?.settled ?? null])),
        },
      };
    },
  };
}

/** Puts a group's months where they stand among all series. */
function spread(
  some: Float64Array,
  series: readonly number[],
  {groups}: MonthlyCounts,
  from: number,
  into: Float64Array,
): void {
  for (let at = 0, month = from; at < some.length; month++)
    for (const one of series) into[month * groups.length + one] = some[at++] as number;
}

/** Whether an earlier run stands: the same series, months added, nothing changed that was closed, the same years learnt from. */
function canGoOn(old: MonthlyCounts, now: MonthlyCounts, closed: number): boolean {
  if (old.firstMonth !== now.firstMonth || old.months > now.months) return false;
  if (old.groups.length !== now.groups.length) return false;
  if (old.groups.some((group, at) => group !== now.groups[at])) return false;
  const learnt = learntMonths(now);
  if (learnt !== learntMonths(old)) return false;
  const until = Math.max(closed, learnt) * now.groups.length;
  for (let at = 0; at < until; at++)
    if (old.seen[at] !== now.seen[at] || old.expected[at] !== now.expected[at]) return false;
  return true;
}
