import * as fc from "fast-check";
import {describe, expect, it} from "vitest";
import {type FixedPointMap, NoConvergence, solveFixedPoint} from "../../src/math/index.ts";

/** The map x → A x + b, whose fixed point solves (I − A) x = b; the residual is the longest step. */
const linear =
  (a: readonly (readonly number[])[], b: readonly number[]): FixedPointMap =>
  (point, next) => {
    let longest = 0;
    for (const [i, row] of a.entries()) {
      next[i] = row.reduce((sum, weight, j) => sum + weight * (point[j] as number), b[i] as number);
      longest = Math.max(longest, Math.abs((next[i] as number) - (point[i] as number)));
    }
    return longest;
  };

describe("a fixed point by Anderson mixing", () => {
  it("finds the number that is its own cosine", () => {
    const cosine: FixedPointMap = (point, next) => {
      next[0] = Math.cos(point[0] as number);
      return Math.abs((next[0] as number) - (point[0] as number));
    };
    const {point} = solveFixedPoint(cosine, Float64Array.of(1), {tolerance: 1e-12});
    expect(point[0]).toBeCloseTo(0.739085133215161, 11);
  });

  it("finds the fixed point of every linear map that contracts, in far fewer steps than plain turns", () => {
    const entry = fc.double({min: -0.3, max: 0.3, noNaN: true});
    const row = fc.array(entry, {minLength: 3, maxLength: 3});
    void fc.assert(
      fc.property(fc.array(row, {minLength: 3, maxLength: 3}), (a) => {
        const wanted = [0.2, -0.1, 0.4];
        const b = wanted.map(
          (x, i) => x - (a[i] as number[]).reduce((s, w, j) => s + w * (wanted[j] as number), 0),
        );
        const {point, iterations} = solveFixedPoint(linear(a, b), new Float64Array(3), {
          tolerance: 1e-11,
        });
        for (const [i, x] of wanted.entries()) expect(point[i]).toBeCloseTo(x, 8);
        expect(iterations).toBeLessThan(60);
      }),
    );
  });

  it("settles a map that plain turns would blow up", () => {
    const {point} = solveFixedPoint(linear([[-3]], [4]), Float64Array.of(0.9), {tolerance: 1e-10});
    expect(point[0]).toBeCloseTo(1, 8);
  });

  it("says how far it was when there is nothing to find, and when the numbers end", () => {
    const onward: FixedPointMap = (point, next) => {
      next[0] = (point[0] as number) + 1;
      return 1;
    };
    expect(() => solveFixedPoint(onward, new Float64Array(1), {maxIterations: 20})).toThrow(
      NoConvergence,
    );
    const endless: FixedPointMap = (_point, next) => {
      next[0] = Number.NaN;
      return Number.NaN;
    };
    expect(() => solveFixedPoint(endless, new Float64Array(1))).toThrow(NoConvergence);
  });
});
