import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {kaplanMeier, medianTime, survivalAt, type Watched} from "../../src/math/index.ts";

/**
 * Weeks of remission of 21 patients on 6-mercaptopurine and 21 on placebo (Freireich et al. 1963, Blood 21:699), as
 * printed in Kleinbaum and Klein, Survival Analysis, table 2.1. "+" was still in remission when last seen.
 */
const mercaptopurine = "6 6 6 7 10 13 16 22 23 6+ 9+ 10+ 11+ 17+ 19+ 20+ 25+ 32+ 32+ 34+ 35+";
const placebo = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23";

const read = (weeks: string): Watched[] =>
  weeks.split(" ").map((one) => ({time: Number.parseInt(one, 10), happened: !one.endsWith("+")}));

describe("the share still waiting", () => {
  it("is the published one of the leukaemia trial, to the last digit of the fractions", () => {
    const steps = kaplanMeier(read(mercaptopurine), 0.95);
    // Deaths over patients at risk, as the table prints them: the product is worked out here by hand.
    const published: readonly (readonly [number, number, number, number])[] = [
      [6, 21, 3, 18 / 21],
      [7, 17, 1, (18 * 16) / (21 * 17)],
      [10, 15, 1, (18 * 16 * 14) / (21 * 17 * 15)],
      [13, 12, 1, (18 * 16 * 14 * 11) / (21 * 17 * 15 * 12)],
      [16, 11, 1, (18 * 16 * 14 * 11 * 10) / (21 * 17 * 15 * 12 * 11)],
      [22, 7, 1, (18 * 16 * 14 * 11 * 10 * 6) / (21 * 17 * 15 * 12 * 11 * 7)],
      [23, 6, 1, (18 * 16 * 14 * 11 * 10 * 6 * 5) / (21 * 17 * 15 * 12 * 11 * 7 * 6)],
    ];
    expect(steps.map(({time, atRisk, events}) => [time, atRisk, events])).toEqual(
      published.map(([time, atRisk, events]) => [time, atRisk, events]),
    );
    steps.forEach(({survival}, at) => {
      expect(survival).toBeCloseTo(published[at]?.[3] ?? Number.NaN, 12);
    });
  });

  it("has the standard errors and log-log bounds that Stata prints for that trial", () => {
    // Four decimals of `sts list`: survivor function, standard error, 95 % bounds.
    const printed = [
      [0.8571, 0.0764, 0.6197, 0.9516],
      [0.8067, 0.0869, 0.5631, 0.9228],
      [0.7529, 0.0963, 0.5032, 0.8894],
      [0.6902, 0.1068, 0.4316, 0.8491],
      [0.6275, 0.1141, 0.3675, 0.8049],
      [0.5378, 0.1282, 0.2678, 0.7468],
      [0.4482, 0.1346, 0.1881, 0.6801],
    ];
    const steps = kaplanMeier(read(mercaptopurine), 0.95);
    expect(
      steps.map(({survival, standardError, low, high}) =>
        [survival, standardError, low, high].map((value) => Number(value.toFixed(4))),
      ),
    ).toEqual(printed);
  });

  it("has Greenwood's error, worked by hand, to 1e-6", () => {
    const [first, second] = kaplanMeier(read(mercaptopurine), 0.95);
    // 18/21 · sqrt(3/(21·18)), and (18·16)/(21·17) · sqrt(3/(21·18) + 1/(17·16)).
    expect(Math.abs((first?.standardError ?? 0) - 0.0763603548321212)).toBeLessThan(1e-6);
    expect(Math.abs((second?.standardError ?? 0) - 0.0869352851800572)).toBeLessThan(1e-6);
  });

  it("has the median of both arms: 23 weeks and 8 weeks", () => {
    expect(medianTime(kaplanMeier(read(mercaptopurine), 0.95))).toEqual({
      median: 23,
      low: 13,
      high: null,
    });
    expect(medianTime(kaplanMeier(read(placebo), 0.95))).toMatchObject({median: 8, low: 4});
  });

  it("is the naive share where nobody was lost from sight", () => {
    for (const {time, survival} of kaplanMeier(read(placebo)))
      expect(survival).toBeCloseTo(read(placebo).filter((one) => one.time > time).length / 21, 12);
  });

  it("holds one of an event at a time at risk though another was last seen then", () => {
    expect(
      kaplanMeier([
        {time: 6, happened: true},
        {time: 6, happened: false},
      ])[0],
    ).toMatchObject({
      atRisk: 2,
      survival: 0.5,
    });
  });

  it("is 1 before the first event and 0 after all, never no number", () => {
    const steps = kaplanMeier([{time: 1, happened: true}]);
    expect(survivalAt(steps, 0.5)).toBeNull();
    expect(survivalAt(steps, 3)).toMatchObject({survival: 0, low: 0, high: 0, standardError: 0});
    expect(kaplanMeier([])).toEqual([]);
    expect(() => kaplanMeier([{time: Number.NaN, happened: true}])).toThrow("watched for NaN");
  });

  it("never rises, lies within its bounds, and does not depend on the order of what was watched", () => {
    const some = fc.array(fc.record({time: fc.integer({min: 0, max: 30}), happened: fc.boolean()}));
    fc.assert(
      fc.property(some, (watched) => {
        const steps = kaplanMeier(watched);
        let before = 1;
        for (const {survival, low, high} of steps) {
          expect(survival).toBeLessThan(before);
          expect(low).toBeLessThanOrEqual(survival + 1e-12);
          expect(high).toBeGreaterThanOrEqual(survival - 1e-12);
          before = survival;
        }
        expect(kaplanMeier([...watched].reverse())).toEqual(steps);
      }),
    );
  });
});
