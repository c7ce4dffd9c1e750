import * as fc from "fast-check";
import {describe, expect, it} from "vitest";
import {quantile} from "../../src/math/index.ts";

describe("quantile (Hyndman & Fan type 7)", () => {
  // R 4: quantile(c(1, 2, 4, 8, 16), c(.05, .25, .5, .9), type = 7)
  it.each([
    [0.05, 1.2],
    [0.25, 2],
    [0.5, 4],
    [0.9, 12.8],
  ])("gives what R gives at %d", (share, expected) => {
    expect(quantile([1, 2, 4, 8, 16], share)).toBeCloseTo(expected, 12);
  });

  it("has no value where there are no numbers", () => {
    expect(quantile([], 0.5)).toBeNaN();
  });

  it("lies between the smallest and the largest, and never falls as the share grows", () => {
    const numbers = fc.array(fc.double({min: -1e6, max: 1e6, noNaN: true}), {minLength: 1});
    const share = fc.double({min: 0, max: 1, noNaN: true});
    void fc.assert(
      fc.property(numbers, share, share, (values, a, b) => {
        const sorted = Float64Array.from(values).sort();
        const [low, high] = [quantile(sorted, Math.min(a, b)), quantile(sorted, Math.max(a, b))];
        expect(low).toBeGreaterThanOrEqual(sorted[0] as number);
        expect(high).toBeLessThanOrEqual(sorted.at(-1) as number);
        expect(high - low).toBeGreaterThanOrEqual(-1e-9);
      }),
    );
  });
});
