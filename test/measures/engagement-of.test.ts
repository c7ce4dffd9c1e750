import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {standardDraws} from "../../src/math/index.ts";
import {dispersionOf, engagementOf, saysEnough} from "../../src/measures/engagement-of.ts";
import {expectedEvents} from "../../src/measures/index-pair-events.ts";

/** Certain of one size: 16, which is sixth of the grid. */
const sizeOf16 = Float64Array.from([-99, -99, -99, -99, -99, 0, -99, -99]);

describe("engagement", () => {
  it("is about none where as much was seen as was expected, and grows with what was seen", () => {
    const at = (seen: number) => engagementOf({seen, expected: 50}, sizeOf16).quantile(0.5);
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
          const one = engagementOf({seen, expected}, sizeOf16);
          const many = engagementOf({seen: seen * times, expected: expected * times}, sizeOf16);
          const width = (of: typeof one) => of.quantile(0.95) - of.quantile(0.05);
          expect(Math.abs(many.quantile(0.5) - one.quantile(0.5))).toBeLessThan(0.25 * width(one));
          expect(width(many)).toBeLessThanOrEqual(width(one) * 1.01);
        },
      ),
      {numRuns: 30},
    );
  });

  it("is not shown where the count says little more than the prior", () => {
    expect(saysEnough(engagementOf({seen: 0, expected: 0.2}, sizeOf16))).toBe(false);
    expect(saysEnough(engagementOf({seen: 40, expected: 30}, sizeOf16))).toBe(true);
  });

  it("widens where counts jump about more", () => {
    const steady = [[100, 104, 98, 101, 99, 103]].map((seen) =>
      seen.map((one) => ({seen: one, expected: 100})),
    );
    const jumpy = [[100, 20, 180, 30, 250, 60]].map((seen) =>
      seen.map((one) => ({seen: one, expected: 100})),
    );
    const width = (pairs: typeof steady) => {
      const {quantile} = engagementOf({seen: 100, expected: 100}, dispersionOf(pairs));
      return quantile(0.95) - quantile(0.05);
    };
    expect(width(jumpy)).toBeGreaterThan(1.5 * width(steady));
  });

  it("shows nothing in particular on dyads that were shuffled", () => {
    const random = standardDraws(11);
    // Counts around expectations that have nothing to do with the pair: overdispersed, size 4.
    const gamma = () => {
      let sum = 0;
      for (let k = 0; k < 4; k++) sum -= Math.log(1 - random.uniform());
      return sum / 4;
    };
    const poisson = (mean: number) =>
      Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()));
    const pairs = Array.from({length: 20}, () =>
      Array.from({length: 12}, () => {
        const expected = 30 + 200 * random.uniform();
        return {expected, seen: poisson(expected * gamma())};
      }),
    );
    const dispersion = dispersionOf(pairs);
    const all = pairs.flat().map((count) => engagementOf(count, dispersion));
    const outside = all.filter(({quantile}) => quantile(0.05) > 0 || quantile(0.95) < 0).length;
    expect(outside / all.length).toBeLessThan(0.15);
    expect(outside / all.length).toBeGreaterThan(0.03);
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
