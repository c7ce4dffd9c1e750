import {existsSync, readFileSync} from "node:fs";
import {parse} from "csv-parse/sync";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {fitPpml} from "../../src/models/index.ts";

const sample = "../shared/gold/trade/gegravity-sample.dlm";

/** Levels 0, 1, … of a column of names. */
const levelsOf = (names: readonly string[]) => {
  const seen = new Map<string, number>();
  return Int32Array.from(names, (name) => {
    const level = seen.get(name) ?? seen.size;
    seen.set(name, level);
    return level;
  });
};

/** Four states and two years: exporter, importer and a dummy row by row. */
const pairs = [0, 1, 2, 3].flatMap((i) =>
  [0, 1, 2, 3].flatMap((j) => (i === j ? [] : [0, 1].map((t) => ({i, j, t})))),
);
const effects = [
  Int32Array.from(pairs, ({i, t}) => 2 * i + t),
  Int32Array.from(pairs, ({j, t}) => 2 * j + t),
];

describe("fitPpml", () => {
  it.skipIf(!existsSync(sample))("finds the coefficients that gegravity's authors document", () => {
    const names = ["pta", "contiguity", "common_language", "lndist", "international"] as const;
    const rows: Record<"trade" | "exporter" | "importer" | (typeof names)[number], string>[] =
      parse(readFileSync(sample), {columns: true});
    const fit = fitPpml({
      flow: Float64Array.from(rows, (row) => Number(row.trade)),
      regressors: names.map((name) => Float64Array.from(rows, (row) => Number(row[name]))),
      effects: (["exporter", "importer"] as const).map((name) =>
        levelsOf(rows.map((row) => row[name])),
      ),
    });
    expect([...fit.coefficients].map((one) => one.toFixed(4))).toEqual([
      "0.4711",
      "0.8916",
      "0.0326",
      "-0.3899",
      "-3.4126",
    ]);
    for (const error of fit.standardErrors) expect(error).toBeGreaterThan(0);
  });

  it("finds again what flows were made with, whatever the effects", () => {
    const anything = fc.array(fc.double({min: -2, max: 2, noNaN: true}), {
      minLength: 16,
      maxLength: 16,
    });
    fc.assert(
      fc.property(anything, fc.double({min: -1.5, max: 1.5, noNaN: true}), (of, beta) => {
        const x = Float64Array.from(pairs, ({i, j, t}) => (t === 1 && (i + j) % 3 === 0 ? 1 : 0));
        const flow = Float64Array.from(pairs, ({i, j, t}, r) =>
          Math.exp((of[2 * i + t] ?? 0) + (of[8 + 2 * j + t] ?? 0) + beta * (x[r] as number)),
        );
        const fit = fitPpml({flow, regressors: [x], effects});
        expect(fit.coefficients[0]).toBeCloseTo(beta, 7);
        expect(fit.fitted[3] as number).toBeCloseTo(flow[3] as number, 6);
      }),
      {numRuns: 30, seed: 1},
    );
  });

  it("counts an observation that stands twice in one cluster as one", () => {
    const x = Float64Array.from(pairs, ({i, j, t}) => (t === 1 && (i + j) % 3 === 0 ? 1 : 0));
    const flow = Float64Array.from(pairs, ({i, j, t}) => 1 + ((7 * i + 5 * j + 3 * t) % 11));
    const twice = <Values extends Float64Array | Int32Array>(of: Values) =>
      of.constructor === Float64Array
        ? Float64Array.from([...of, ...of])
        : Int32Array.from([...of, ...of]);
    const own = Int32Array.from(pairs, (_, r) => r);
    const once = fitPpml({flow, regressors: [x], effects, cluster: own});
    const doubled = fitPpml({
      flow: twice(flow) as Float64Array,
      regressors: [twice(x) as Float64Array],
      effects: effects.map((of) => twice(of) as Int32Array),
      cluster: twice(own) as Int32Array,
    });
    expect(doubled.coefficients[0]).toBeCloseTo(once.coefficients[0] as number, 8);
    expect(doubled.standardErrors[0]).toBeCloseTo(once.standardErrors[0] as number, 8);
  });

  it("leaves out zeros that a regressor predicts perfectly, and says how many", () => {
    // z is 1 on flows that are all 0: its coefficient would fall without end.
    const x = Float64Array.from(pairs, ({i, j, t}) => (t === 1 && (i + j) % 3 === 0 ? 1 : 0));
    const z = Float64Array.from(pairs, ({i, j}) => (i === 0 && j === 1 ? 1 : 0));
    const flow = Float64Array.from(pairs, ({i, j, t}, r) =>
      z[r] === 1 ? 0 : 1 + ((7 * i + 5 * j + 3 * t) % 11),
    );
    for (const scale of [1, 100]) {
      const scaled = z.map((one) => one * scale);
      expect(() => fitPpml({flow, regressors: [x, scaled], effects})).toThrow(
        "regressor 1 only tells apart flows that are all 0 (separation)",
      );
    }
    const kept = flow.map((value, r) => (z[r] === 1 ? Number.NaN : value)).filter(Number.isFinite);
    const rows = pairs.flatMap((_, r) => (z[r] === 1 ? [] : [r]));
    const without = fitPpml({
      flow: kept,
      regressors: [Float64Array.from(rows, (r) => x[r] as number)],
      effects: effects.map((of) => Int32Array.from(rows, (r) => of[r] as number)),
    });
    expect(without.separated).toBe(0);
    expect(Number.isFinite(without.coefficients[0])).toBe(true);
  });

  it("leaves out what a fixed effect sees only zeros of", () => {
    const x = Float64Array.from(pairs, ({i, j, t}) => (t === 1 && (i + j) % 3 === 0 ? 1 : 0));
    const flow = Float64Array.from(pairs, ({i, j, t}) =>
      i === 2 && t === 0 ? 0 : 1 + ((7 * i + 5 * j + 3 * t) % 11),
    );
    const fit = fitPpml({flow, regressors: [x], effects});
    expect(fit.separated).toBe(3);
    expect(fit.observations).toBe(pairs.length - 3);
  });

  it("refuses a regressor that the effects explain", () => {
    const x = Float64Array.from(pairs, ({i}) => i);
    const flow = Float64Array.from(pairs, ({i, j}) => 1 + i + j);
    expect(() => fitPpml({flow, regressors: [x], effects})).toThrow("is explained by the others");
  });
});
