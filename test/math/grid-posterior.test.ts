import {describe, expect, it} from "vitest";
import {gridPosterior} from "../../src/math/index.ts";

describe("a posterior on a grid", () => {
  const points = Float64Array.from({length: 1201}, (_, at) => at / 100 - 6);

  it("gives a normal's mean, variance and quantiles", () => {
    const normal = gridPosterior(
      points,
      points.map((x) => -0.5 * ((x - 1) / 0.5) ** 2),
    );
    expect(normal.mean).toBeCloseTo(1, 6);
    expect(normal.variance).toBeCloseTo(0.25, 4);
    expect(normal.quantile(0.5)).toBeCloseTo(1, 3);
    expect(normal.quantile(0.05)).toBeCloseTo(1 - 1.645 * 0.5, 2);
    expect(normal.quantile(0.95)).toBeCloseTo(1 + 1.645 * 0.5, 2);
  });

  it("does not care by how much the weights are shifted", () => {
    const weights = points.map((x) => -(x * x));
    const shifted = gridPosterior(
      points,
      weights.map((weight) => weight - 5000),
    );
    expect(shifted.quantile(0.3)).toBeCloseTo(gridPosterior(points, weights).quantile(0.3), 9);
  });

  it("stops at a distribution without mass: that is a bug of ours", () => {
    expect(() => gridPosterior([0, 1], [Number.NaN, Number.NaN])).toThrow(/without mass/);
  });
});
