import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {seedOf, standardDraws} from "../../../src/math/index.ts";
import type {MonthlyCounts} from "../../../src/measures/sectors/monthly-counts.ts";
import {planTracking, type Tracked} from "../../../src/measures/sectors/plan-tracking.ts";
import {trackGroup} from "../../../src/measures/sectors/track-group.ts";

/** Counts of a few series in two sectors, from January 2001 on; some months are not followed. */
function madeCounts(months: number, seed: number, series = 6): MonthlyCounts {
  const random = standardDraws(seedOf("months", seed));
  const seen = new Float64Array(months * series);
  const expected = new Float64Array(months * series);
  for (let at = 0; at < seen.length; at++) {
    expected[at] = random.uniform() < 0.05 ? 0 : 0.5 + 20 * random.uniform();
    seen[at] = Math.floor((expected[at] ?? 0) * Math.exp(0.8 * random.normal()));
  }
  const groups = Array.from({length: series}, (_, at) => (at % 2 === 0 ? "trade" : "defence"));
  return {firstMonth: 2001 * 12, months, groups, seen, expected};
}

/** The same with only its first months. */
function upTo(counts: MonthlyCounts, months: number): MonthlyCounts {
  const length = months * counts.groups.length;
  return {
    ...counts,
    months,
    seen: counts.seen.slice(0, length),
    expected: counts.expected.slice(0, length),
  };
}

/** What is planned, worked out at once. */
function trackEngagement(counts: MonthlyCounts, before: Tracked | null = null): Tracked {
  const {tasks, join} = planTracking(counts, before);
  return join(tasks.map(trackGroup));
}

const figuresOf = ({low, median, high, share}: Tracked) => ({low, median, high, share});

describe("engagement by month", () => {
  it("is the same to the last bit whether worked out month by month or all at once", () => {
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 1000}),
        fc.integer({min: 1, max: 30}),
        fc.array(fc.integer({min: 1, max: 9}), {minLength: 1, maxLength: 5}),
        (seed, first, steps) => {
          const all = madeCounts(first + steps.reduce((sum, one) => sum + one, 0), seed);
          let months = first;
          let tracked = trackEngagement(upTo(all, months));
          for (const step of steps) {
            months += step;
            tracked = trackEngagement(upTo(all, months), tracked);
          }
          expect(figuresOf(tracked)).toEqual(figuresOf(trackEngagement(all)));
        },
      ),
      {numRuns: 12},
    );
  });

  it("works out no more than the last two half-years when a month is added", () => {
    const all = madeCounts(40, 5);
    const before = trackEngagement(upTo(all, 39));
    expect(before.workedFrom).toBe(0);
    expect(trackEngagement(all, before).workedFrom).toBe(30);
  });

  it("leaves a closed month alone, whatever comes after it within the year", () => {
    const all = madeCounts(46, 9);
    const before = trackEngagement(upTo(all, 43));
    const after = trackEngagement(all, before);
    const closed = 30 * all.groups.length;
    expect(after.median.slice(0, closed)).toEqual(before.median.slice(0, closed));
    expect(after.median.slice(closed, 43 * 6)).not.toEqual(before.median.slice(closed, 43 * 6));
  });

  it("is worked out anew where a month that was closed was corrected", () => {
    const all = madeCounts(40, 11);
    const before = trackEngagement(upTo(all, 39));
    const corrected = {...all, seen: all.seen.map((one, at) => (at === 8 ? one + 30 : one))};
    const after = trackEngagement(corrected, before);
    expect(after.workedFrom).toBe(0);
    expect(figuresOf(after)).toEqual(figuresOf(trackEngagement(corrected)));
    expect(after.median[8]).toBeGreaterThan(before.median[8] ?? Number.NaN);
  });

  it("says nothing of a sector in which nothing can be expected", () => {
    const all = madeCounts(24, 2);
    const {share} = trackEngagement({...all, expected: all.expected.map(() => 0)});
    expect([...new Set(share)]).toEqual([1]);
  });

  it("takes a single month, and none at all", () => {
    for (const months of [0, 1]) {
      const {median, share} = trackEngagement(madeCounts(months, 4));
      expect(median).toHaveLength(6 * months);
      expect([...median, ...share].every(Number.isFinite)).toBe(true);
    }
  });
});
