import {readFileSync} from "node:fs";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {changePoints, countTrend} from "../../src/math/index.ts";

/** Columns of a case, without its head. */
function columnsOf(file: string): Record<string, number[]> {
  const [head = "", ...lines] = readFileSync(`test/input/change/${file}`, "utf8")
    .trim()
    .split("\n");
  const cells = lines.map((line) => line.split(",").map(Number));
  return Object.fromEntries(
    head.split(",").map((name, at) => [name, cells.map((row) => row[at] ?? Number.NaN)]),
  );
}
const ones = (values: readonly number[]) => values.map(() => 1);
const modeOf = (chances: ArrayLike<number>) =>
  Array.from(chances).reduce((best, one, at, all) => (one > (all[best] ?? 0) ? at : best), 0);
const quantileOf = (chances: ArrayLike<number>, share: number) => {
  let sum = 0;
  return Array.from(chances).findIndex((one) => {
    sum += one;
    return sum >= share;
  });
};

describe("a single change", () => {
  const {year = [], disasters = []} = columnsOf("coal-disasters.csv");
  const found = changePoints({counts: disasters, exposure: ones(disasters)});

  it("puts that of the coal disasters after 41 years, between 1886 and 1896", () => {
    expect(modeOf(found.onlyAfter) + 1).toBe(41);
    expect(year[quantileOf(found.onlyAfter, 0.025)]).toBe(1886);
    expect(year[quantileOf(found.onlyAfter, 0.975)]).toBe(1896);
  });

  it("tells their rates before and after: 3.10 and 0.90 a year", () => {
    const halves = [disasters.slice(0, 41), disasters.slice(41)].map((half) =>
      changePoints({counts: half, exposure: ones(half)}).logLevel(20),
    );
    // Each half is read as if it, too, might change, so a rate is within a tenth.
    expect(Math.abs(Math.exp(halves[0]?.quantile(0.5) ?? 0) - 3.1)).toBeLessThan(0.1);
    expect(Math.abs(Math.exp(halves[1]?.quantile(0.5) ?? 0) - 0.9)).toBeLessThan(0.1);
  });

  it("puts that of the Nile after 28 years, and takes the flow to have fallen by a quarter", () => {
    const {volume = []} = columnsOf("nile.csv");
    const nile = changePoints({counts: volume, exposure: ones(volume)});
    expect(modeOf(nile.onlyAfter) + 1).toBe(28);
    expect(modeOf(nile.after) + 1).toBe(28);
    expect(nile.expected).toBeCloseTo(1, 0);
    expect(Math.exp(nile.ratioAfter(27).quantile(0.5))).toBeCloseTo(0.77, 1);
  });
});

describe("events between two states, with the world's as exposure", () => {
  const table = columnsOf("icews-pairs.csv");
  const {year = [], world = []} = table;
  const changeOf = (pair: string) => {
    const {after, expected} = changePoints({counts: table[pair] ?? [], exposure: world});
    return {year: year[modeOf(after)], chance: Math.max(...after), expected};
  };

  it("has conflict of Malaysia and China change after 2013, of Vietnam and China after 2010", () => {
    const malaysia = changeOf("MYS-CHN conflict");
    expect(malaysia.year).toBe(2013);
    expect(malaysia.chance).toBeGreaterThan(0.9);
    const vietnam = changeOf("VNM-CHN conflict");
    expect(vietnam.year).toBe(2010);
    expect(vietnam.chance).toBeGreaterThan(0.8);
    expect(vietnam.chance).toBeLessThan(0.9);
    for (const {expected} of [malaysia, vietnam]) expect(expected).toBeLessThan(2);
  });

  it("has Indonesia and Russia fall by 10.6 ± 6.2 % a year, which may be nothing", () => {
    const trend = countTrend({counts: table["IDN-RUS all"] ?? [], exposure: world});
    expect(100 * Math.expm1(trend?.slope ?? 0)).toBeCloseTo(-10.6, 1);
    expect(100 * (trend?.error ?? 0)).toBeCloseTo(6.2, 1);
  });
});

describe("change points", () => {
  const series = fc.array(fc.integer({min: 0, max: 300}), {minLength: 2, maxLength: 24});

  it("are chances, whatever was counted", () => {
    fc.assert(
      fc.property(series, fc.double({min: 0.1, max: 1, noNaN: true}), (counts, worth) => {
        const found = changePoints(
          {counts, exposure: ones(counts)},
          {recent: 3, least: 0.4, worth},
        );
        for (const chances of [found.after, found.onlyAfter, found.risen, found.fallen])
          for (const one of chances) {
            expect(one).toBeGreaterThanOrEqual(0);
            expect(one).toBeLessThanOrEqual(1 + 1e-9);
          }
        expect(Array.from(found.onlyAfter).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
        expect(Number.isFinite(found.ratioAfter(0).mean)).toBe(true);
        expect(Number.isFinite(found.logLevel(counts.length - 1).mean)).toBe(true);
      }),
      {numRuns: 40},
    );
  });

  it("are the same backwards as forwards", () => {
    fc.assert(
      fc.property(series, (counts) => {
        const there = changePoints({counts, exposure: ones(counts)}).after;
        const back = changePoints({counts: counts.toReversed(), exposure: ones(counts)}).after;
        there.forEach((chance, at) => {
          expect(back[there.length - 1 - at]).toBeCloseTo(chance, 8);
        });
      }),
      {numRuns: 20},
    );
  });

  it("do not move when what they ride on grows with them", () => {
    const counts = [40, 46, 39, 51, 300, 290, 310, 280];
    const exposure = [1, 1, 1, 1, 7, 7, 7, 7];
    expect(Math.max(...changePoints({counts, exposure}).after)).toBeLessThan(0.2);
    expect(Math.max(...changePoints({counts, exposure: ones(counts)}).after)).toBeGreaterThan(0.9);
  });

  it("are less sure where a period is worth less", () => {
    const counts = [10, 12, 9, 11, 10, 24, 25, 30, 22, 26];
    const [alone, together] = [1, 0.3].map((worth) =>
      Math.max(...changePoints({counts, exposure: ones(counts)}, {worth}).after),
    );
    expect(together ?? 1).toBeLessThan(alone ?? 0);
  });

  it("see from each period only what was known then", () => {
    const counts = [10, 12, 9, 11, 10, 40, 45, 43, 39, 41];
    const whole = changePoints({counts, exposure: ones(counts)}, {recent: 3, least: 0.4});
    expect(whole.risen[4]).toBeLessThan(0.2);
    expect(whole.risen[7]).toBeGreaterThan(0.8);
    expect(whole.risen[9]).toBeLessThan(whole.risen[7] ?? 0);
    expect(whole.fallen[7]).toBeLessThan(0.05);
  });

  it("are refused where there is nothing to compare: a bug of the caller", () => {
    expect(() => changePoints({counts: [1], exposure: [1]})).toThrow(/have no change/);
    expect(() => changePoints({counts: [1, Number.NaN], exposure: [1, 1]})).toThrow(/period 1/);
    expect(() => changePoints({counts: [1, 2], exposure: [1, 0]})).toThrow(/period 1/);
  });
});

describe("a trend", () => {
  it("is not known of two periods, or where nothing was seen", () => {
    expect(countTrend({counts: [3, 4], exposure: [1, 1]})).toBeNull();
    expect(countTrend({counts: [0, 0, 0, 0], exposure: [1, 1, 1, 1]})).toBeNull();
  });

  it("finds the growth that was put in", () => {
    const counts = Array.from({length: 12}, (_, t) => Math.round(100 * 1.2 ** t));
    const trend = countTrend({counts, exposure: ones(counts)});
    expect(Math.exp(trend?.slope ?? 0)).toBeCloseTo(1.2, 2);
  });

  it("is finite or not told", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: 0, max: 1000}), {maxLength: 30}), (counts) => {
        const trend = countTrend({counts, exposure: ones(counts)});
        expect(trend === null || (Number.isFinite(trend.slope) && trend.error > 0)).toBe(true);
      }),
    );
  });
});
