import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {simulatedPairs} from "../../bench/simulated-pairs.ts";
import {standardDraws} from "../../src/math/index.ts";
import {type Count, priorSd} from "../../src/measures/engagement-grid.ts";
import {engagementsOf, type Habit, habitOf, saysEnough} from "../../src/measures/engagement-of.ts";
import {expectedEvents} from "../../src/measures/index-pair-events.ts";

/** Certain of one dispersion, and of years that know nothing of one another. */
const apart: Habit = [{size: 16, rho: 0, weight: 1}];
const together: Habit = [{size: 16, rho: 0.9, weight: 1}];

const engagementOf = (count: Count, habit = apart) => {
  const [one] = engagementsOf([count], habit);
  if (one === undefined) throw new Error("no engagement of one period");
  return one;
};
const widthOf = ({quantile}: ReturnType<typeof engagementOf>) => quantile(0.95) - quantile(0.05);

describe("engagement", () => {
  it("is about none where as much was seen as was expected, and grows with what was seen", () => {
    const at = (seen: number) => engagementOf({seen, expected: 50}).quantile(0.5);
    expect(at(50)).toBeCloseTo(0, 1);
    expect(at(100)).toBeCloseTo(Math.log(2), 1);
    expect(at(25)).toBeCloseTo(-Math.log(2), 1);
  });

  it("keeps its estimate when counts and expectation grow together; the band may narrow", () => {
    fc.assert(
      fc.property(
        fc.integer({min: 20, max: 300}),
        fc.integer({min: 20, max: 300}),
        fc.integer({min: 2, max: 20}),
        (seen, expected, times) => {
          const one = engagementOf({seen, expected});
          const many = engagementOf({seen: seen * times, expected: expected * times});
          expect(Math.abs(many.quantile(0.5) - one.quantile(0.5))).toBeLessThan(
            0.25 * widthOf(one),
          );
          expect(widthOf(many)).toBeLessThanOrEqual(widthOf(one) * 1.01);
        },
      ),
      {numRuns: 30},
    );
  });

  it("is not shown where the count says little more than the prior", () => {
    expect(saysEnough(engagementOf({seen: 0, expected: 0.2}))).toBe(false);
    expect(saysEnough(engagementOf({seen: 40, expected: 30}))).toBe(true);
  });

  it("is read in the light of the years beside it where years hang together, and of its own alone where not", () => {
    const year = {seen: 60, expected: 30};
    const [, middle] = engagementsOf([year, {seen: 4, expected: 4}, year], together);
    const [, own] = engagementsOf([year, {seen: 4, expected: 4}, year], apart);
    expect(middle?.quantile(0.5)).toBeGreaterThan((own?.quantile(0.5) ?? 0) + 0.1);
    expect(own?.quantile(0.5)).toBeCloseTo(engagementOf({seen: 4, expected: 4}).quantile(0.5), 6);
  });

  it("is told of counts that levels which hardly move cannot explain", () => {
    const still: Habit = [{size: 64, rho: 0.98, weight: 1}];
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            seen: fc.oneof(fc.constantFrom(0, 1, 5000), fc.integer({min: 0, max: 5000})),
            expected: fc.constantFrom(0.01, 1, 50, 5000),
          }),
          {minLength: 2, maxLength: 9},
        ),
        (counts) => {
          for (const {mean, quantile} of engagementsOf(counts, still)) {
            expect(mean).toSatisfy(Number.isFinite);
            expect(quantile(0.95)).toBeGreaterThanOrEqual(quantile(0.05));
          }
          const weights = habitOf([counts]).map(({weight}) => weight);
          expect(weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
        },
      ),
      {numRuns: 100},
    );
  });

  it("widens when data are taken away, and falls back on the prior with all of them gone", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({min: 0, max: 200}), {minLength: 3, maxLength: 8}),
        (seen) => {
          const counts = seen.map((one) => ({seen: one, expected: 40}));
          const gone = Math.floor(counts.length / 2);
          const whole = engagementsOf(counts, together)[gone];
          const less = engagementsOf(
            counts.map((one, at) => (at === gone ? null : one)),
            together,
          )[gone];
          const none = engagementsOf(
            counts.map(() => null),
            together,
          )[gone];
          if (whole === undefined || less === undefined || none === undefined)
            throw new Error("lost");
          expect(less.variance).toBeGreaterThan(whole.variance);
          expect(none.variance).toBeGreaterThan(less.variance);
          expect(Math.sqrt(none.variance)).toBeCloseTo(priorSd, 1);
          expect(saysEnough(none)).toBe(false);
        },
      ),
      {numRuns: 30},
    );
  });

  it("tells counts that jump about from a level that moves", () => {
    const mean = (habit: Habit, of: "size" | "rho") =>
      habit.reduce((sum, one) => sum + one.weight * one[of], 0);
    const found = (rho: number, size: number) =>
      habitOf(
        simulatedPairs({pairs: 10, periods: 24, rho, size, seed: 7}).map((pair) =>
          pair.map(({count}) => count),
        ),
      );
    expect(mean(found(0.95, 2), "rho")).toBeGreaterThan(0.85);
    expect(mean(found(0.95, 2), "size")).toBeLessThan(4);
    expect(mean(found(0.95, 16), "size")).toBeGreaterThan(6);
    expect(mean(found(0.3, 16), "rho")).toBeLessThan(0.6);
  });

  it("has bands of 90 % that hold the truth in 90 % of months that were held out (simulated)", () => {
    const pairs = simulatedPairs({pairs: 20, periods: 36, rho: 0.9, size: 4, seed: 3});
    const shown = pairs.map((pair) => pair.map(({count}, at) => (at % 6 === 5 ? null : count)));
    const habit = habitOf(shown);
    const inside = {heldOut: [0, 0], seen: [0, 0]};
    shown.forEach((counts, at) => {
      engagementsOf(counts, habit).forEach(({quantile}, t) => {
        const x = pairs[at]?.[t]?.x ?? Number.NaN;
        const tally = counts[t] === null ? inside.heldOut : inside.seen;
        tally[0] = (tally[0] ?? 0) + (quantile(0.05) <= x && x <= quantile(0.95) ? 1 : 0);
        tally[1] = (tally[1] ?? 0) + 1;
      });
    });
    for (const [held = 0, all = 1] of Object.values(inside)) {
      expect(held / all).toBeGreaterThan(0.84);
      expect(held / all).toBeLessThan(0.96);
    }
  });

  it("shows nothing in particular on dyads that were shuffled", () => {
    const random = standardDraws(11);
    // Counts around expectations that have nothing to do with the pair: overdispersed, size 4.
    const gamma = () => {
      let sum = 0;
      for (let k = 0; k < 4; k++) sum -= Math.log(1 - random.uniform());
      return sum / 4;
    };
    const pairs = Array.from({length: 20}, () =>
      Array.from({length: 12}, () => {
        const expected = 30 + 200 * random.uniform();
        const mean = expected * gamma();
        return {expected, seen: Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()))};
      }),
    );
    const habit = habitOf(pairs);
    const all = pairs.flatMap((counts) => engagementsOf(counts, habit));
    const outside = all.filter(({quantile}) => quantile(0.05) > 0 || quantile(0.95) < 0).length;
    expect(outside / all.length).toBeLessThan(0.15);
  });
});

describe("what is expected of a pair", () => {
  it("leaves the pair itself out of the margins", () => {
    const margins = (pair: number) => ({
      pair: {cooperation: pair, conflict: 0},
      out: {cooperation: 100 + pair, conflict: 0},
      into: {cooperation: 200 + pair, conflict: 0},
      world: 10_300 + pair,
    });
    const of = ({pair, out, into, world}: ReturnType<typeof margins>) =>
      expectedEvents(pair, out, into, world)?.cooperation;
    expect(of(margins(5))).toBeCloseTo((100 * 200) / 10_000, 9);
    expect(of(margins(5000))).toBeCloseTo(of(margins(5)) ?? Number.NaN, 9);
  });

  it("splits the volume by how the two deal with others", () => {
    const found = expectedEvents(
      {cooperation: 0, conflict: 0},
      {cooperation: 80, conflict: 20},
      {cooperation: 60, conflict: 40},
      10_000,
    );
    const volume = (100 * 100) / 9800;
    expect(found?.conflict).toBeCloseTo(volume * 0.3, 9);
    expect(found?.cooperation).toBeCloseTo(volume * 0.7, 9);
  });

  it("is not known where one of the two is not followed", () => {
    expect(expectedEvents({cooperation: 1, conflict: 0}, undefined, undefined, 100)).toBeNull();
  });
});
