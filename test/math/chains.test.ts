import {describe, expect, it} from "vitest";
import {effectiveSize, normalStream, splitRHat} from "../../src/math/index.ts";

/** A stationary series in which each number is so much like the last: x_t = ρ x_{t−1} + ε. */
function series(rho: number, length: number, seed: number, around = 0): Float64Array {
  const random = normalStream(seed);
  let x = random.normal() / Math.sqrt(1 - rho * rho);
  return Float64Array.from({length}, () => {
    x = rho * x + random.normal();
    return around + x;
  });
}

describe("the effective size", () => {
  it("is about the number of draws where they are independent", () => {
    const size = effectiveSize([series(0, 2000, 1), series(0, 2000, 2)]);
    expect(size).toBeGreaterThan(3400);
    expect(size).toBeLessThan(4800);
  });

  it("is (1 − ρ)/(1 + ρ) of it where each draw is like the last", () => {
    const size = effectiveSize([series(0.8, 20_000, 3), series(0.8, 20_000, 4)]);
    expect(size / 40_000).toBeGreaterThan(0.09);
    expect(size / 40_000).toBeLessThan(0.135);
  });

  it("is small where chains do not meet, and none where nothing moves", () => {
    expect(effectiveSize([series(0, 500, 5), series(0, 500, 6, 9)])).toBeLessThan(20);
    expect(effectiveSize([new Float64Array(100), new Float64Array(100)])).toBe(0);
  });
});

describe("the potential scale reduction", () => {
  it("is one where chains tell of one distribution", () => {
    expect(splitRHat([series(0.3, 2000, 7), series(0.3, 2000, 8)])).toBeCloseTo(1, 2);
  });

  it("is more where they do not, or where one chain still drifts", () => {
    expect(splitRHat([series(0, 500, 9), series(0, 500, 10, 3)])).toBeGreaterThan(1.5);
    const drifting = series(0, 500, 11).map((x, at) => x + at / 100);
    expect(splitRHat([drifting])).toBeGreaterThan(1.3);
  });
});
