import {describe, expect, it} from "vitest";
import {autocorrelationTime, standardDraws} from "../../src/math/index.ts";

function walks(rho: number, series = 20, periods = 60) {
  const random = standardDraws(5);
  return Array.from({length: series}, () => {
    let x = random.normal();
    return Array.from({length: periods}, () => {
      x = rho * x + Math.sqrt(1 - rho * rho) * random.normal();
      return x;
    });
  });
}

describe("how many periods say as much as one that stood alone", () => {
  it("is (1 + ρ)/(1 − ρ) for an AR(1), and about one where periods are independent", () => {
    expect(autocorrelationTime(walks(0))).toBeLessThan(1.4);
    expect(autocorrelationTime(walks(0.5))).toBeGreaterThan(2.4);
    expect(autocorrelationTime(walks(0.5))).toBeLessThan(4);
  });

  it("does not take a change of level in a few series for a habit of all", () => {
    const changed = walks(0).map((values, at) =>
      at < 3 ? values.map((one, t) => (t < 30 ? one : one + 6)) : values,
    );
    expect(autocorrelationTime(changed)).toBeLessThan(1.6);
  });

  it("is one where series are too short to tell, or still", () => {
    expect(autocorrelationTime([[1, 2, 3]])).toBe(1);
    expect(autocorrelationTime([])).toBe(1);
    expect(autocorrelationTime([[2, 2, 2, 2, 2, 2, 2, 2, 2]])).toBe(1);
  });
});
