import {describe, expect, it} from "vitest";
import {logGamma, logNegativeBinomial} from "../../src/math/index.ts";

describe("log gamma", () => {
  it("is the logarithm of factorials, and of √π at one half", () => {
    expect(logGamma(1)).toBeCloseTo(0, 12);
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 12);
    expect(logGamma(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI), 12);
    expect(logGamma(0.1)).toBeCloseTo(2.252712651734206, 11);
    // Stirling's series has converged here: log(170!) = 706.5730622457874
    expect(logGamma(171)).toBeCloseTo(706.5730622457874, 8);
  });
});

describe("the negative binomial", () => {
  it("agrees with R: dnbinom(3, size = 2, mu = 5, log = TRUE)", () => {
    expect(logNegativeBinomial(3, 2)(5)).toBeCloseTo(Math.log(4 * (2 / 7) ** 2 * (5 / 7) ** 3), 12);
    expect(logNegativeBinomial(0, 1)(1)).toBeCloseTo(Math.log(0.5), 12);
  });

  it("sums to one, with the mean and the variance that it promises", () => {
    const [mean, size] = [6, 1.5];
    let [total, first, second] = [0, 0, 0];
    for (let count = 0; count < 600; count++) {
      const p = Math.exp(logNegativeBinomial(count, size)(mean));
      total += p;
      first += count * p;
      second += count * count * p;
    }
    expect(total).toBeCloseTo(1, 8);
    expect(first).toBeCloseTo(mean, 6);
    expect(second - first * first).toBeCloseTo(mean + (mean * mean) / size, 4);
  });

  it("is Poisson's law where the size has no end", () => {
    expect(logNegativeBinomial(4, 1e7)(3)).toBeCloseTo(Math.log((3 ** 4 * Math.exp(-3)) / 24), 5);
  });
});
