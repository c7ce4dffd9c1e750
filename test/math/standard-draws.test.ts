import {describe, expect, it} from "vitest";
import {standardDraws} from "../../src/math/index.ts";

const stream = (seed: number, count: number) => {
  const draws = standardDraws(seed);
  return Array.from({length: count}, () => draws.normal());
};

describe("standard draws", () => {
  it("are the same for the same seed and others for another", () => {
    expect(stream(7, 50)).toEqual(stream(7, 50));
    expect(stream(7, 50)).not.toEqual(stream(8, 50));
  });

  it("have mean 0 and variance 1, within four standard errors", () => {
    const count = 20_000;
    const values = stream(1, count);
    const mean = values.reduce((sum, value) => sum + value, 0) / count;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(count));
    expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / count));
  });

  it("give uniform numbers from 0 up to, but not, 1", () => {
    const draws = standardDraws(3);
    const values = Array.from({length: 5_000}, () => draws.uniform());
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
  });
});
