import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {logNormalCdf, quickLogNormalCdf, quickLogNormalMass} from "../../src/math/index.ts";

// mpmath 1.3, 30 digits: log(erfc(-x / sqrt(2)) / 2)
const printedByR: readonly (readonly [number, number])[] = [
  [-40, -804.608442013754],
  [-10, -53.231285150512],
  [-3, -6.60772622151],
  [-1, -1.841021645009],
  [0, -Math.LN2],
  [1, -0.172753779023],
  [2.5, -0.006229025486],
  [5, -0.000000286652],
];

describe("log of the normal distribution function", () => {
  it("is what R prints, far into the lower tail", () => {
    for (const [x, value] of printedByR) expect(logNormalCdf(x)).toBeCloseTo(value, 9);
  });

  it("has a table that is off by less than a millionth", () => {
    fc.assert(
      fc.property(fc.double({min: -30, max: 30, noNaN: true}), (x) => {
        expect(Math.abs(quickLogNormalCdf(x) - logNormalCdf(x))).toBeLessThan(5e-7);
      }),
    );
  });

  it("loses no mass between two bounds in a tail, and is the same mirrored", () => {
    // R: log(pnorm(-6) - pnorm(-6.5)) = log(pnorm(6.5, lower = F) ...) by symmetry
    const exact = logNormalCdf(-6) + Math.log1p(-Math.exp(logNormalCdf(-6.5) - logNormalCdf(-6)));
    expect(quickLogNormalMass(-6.5, -6)).toBeCloseTo(exact, 5);
    expect(quickLogNormalMass(6, 6.5)).toBeCloseTo(exact, 5);
    expect(quickLogNormalMass(-1, 1)).toBeCloseTo(Math.log(0.682689492137), 5);
  });
});
