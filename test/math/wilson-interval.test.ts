import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {wilsonInterval} from "../../src/math/index.ts";

describe("the Wilson interval", () => {
  it("agrees with R: prop.test(5, 10, conf.level = 0.9, correct = FALSE)", () => {
    const {low, high} = wilsonInterval(5, 10);
    expect(low).toBeCloseTo(0.2693, 4);
    expect(high).toBeCloseTo(0.7307, 4);
  });

  it("has width where nothing or everything was hit", () => {
    expect(wilsonInterval(0, 20)).toEqual({low: 0, high: expect.closeTo(0.11916, 5)});
    expect(wilsonInterval(20, 20).high).toBe(1);
  });

  it("holds the share and stays within [0, 1]", () => {
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 5000}),
        fc.double({min: 0, max: 1, noNaN: true}),
        (n, p) => {
          const hits = Math.round(n * p);
          const {low, high} = wilsonInterval(hits, n);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(hits / n);
          expect(high).toBeGreaterThanOrEqual(hits / n);
        },
      ),
    );
  });
});
