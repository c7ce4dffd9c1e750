import type {Count} from "../engagement-grid.ts";

/**
 * Counts of many series by month. Arrays are month by month (`month * series + at`), so that a month is added at the end;
 * `expected` of 0 says that the month is not followed.
 */
export interface MonthlyCounts {
  /** Number of the first month: year · 12 + month − 1. */
  readonly firstMonth: number;
  readonly months: number;
  /** For each series whose habit it shares: a sector. */
  readonly groups: readonly string[];
  readonly seen: Float64Array;
  readonly expected: Float64Array;
}

export function countAt(
  {seen, expected, groups}: MonthlyCounts,
  series: number,
  month: number,
): Count {
  const at = month * groups.length + series;
  const awaited = expected[at] as number;
  return awaited > 0 ? {seen: seen[at] as number, expected: awaited} : null;
}

/** The series of one group alone, from a month on. */
export function countsOfGroup(counts: MonthlyCounts, group: string, from: number): MonthlyCounts {
  const series = seriesOf(counts, group);
  const months = counts.months - from;
  const cut = (all: Float64Array) => {
    const some = new Float64Array(months * series.length);
    for (let month = 0, at = 0; month < months; month++)
      for (const one of series)
        some[at++] = all[(from + month) * counts.groups.length + one] as number;
    return some;
  };
  return {
    firstMonth: counts.firstMonth + from,
    months,
    groups: series.map(() => group),
    seen: cut(counts.seen),
    expected: cut(counts.expected),
  };
}

/** Where the series of a group stand among all. */
export function seriesOf({groups}: MonthlyCounts, group: string): number[] {
  return groups.flatMap((one, at) => (one === group ? [at] : []));
}
