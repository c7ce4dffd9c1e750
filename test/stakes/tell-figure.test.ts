import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {tellError, tellValue} from "../../src/stakes/tell-figure.ts";
import {day, inDigits} from "../../src/world/index.ts";
import {figure} from "./small-series.ts";

describe("a figure in words", () => {
  it.each([
    [0.004, "share", "0.4 %"],
    [0, "share", "0 %"],
    [0.00001, "share", "under 0.01 %"],
    [0.2449, "share", "24 %"],
    [1, "share", "100 %"],
    [14.9e9, "usd", "US$ 15 billion"],
    [-2.04e6, "usd", "US$ −2 million"],
    [391_234, "tonne", "390,000 tonnes"],
    [2_345_678, "tonne", "2.3 million tonnes"],
    [23, "count", "23"],
    [0.0612, "index", "0.061"],
  ])("%d %s is “%s”", (value, unit, told) => {
    expect(tellValue(value, unit)).toBe(told);
  });

  it("is never further off than its digits allow", () => {
    fc.assert(
      fc.property(fc.double({min: 0.01, max: 1e9, noNaN: true}), (value) => {
        const read = Number(inDigits(value).replaceAll(",", ""));
        expect(Math.abs(read - value)).toBeLessThanOrEqual(0.051 * value);
      }),
    );
  });

  it("does not tell what is no number", () => {
    expect(() => inDigits(Number.NaN)).toThrow(/no figures/);
  });
});

describe("error and age", () => {
  const asOf = day("2026-11-24");
  const told = (low: number, high: number, level: number, vintage = "2026") =>
    tellError(figure(0.1, vintage, ["IDN"], {interval: {low, high, level}}), asOf);

  it("gives the level and both bounds, the unit once", () => {
    expect(told(0.05, 0.2, 0.9)).toBe(" (90 %: 5 to 20 %)");
  });

  it("gives hard bounds a third figure, and any bound that would read as the value", () => {
    expect(told(0.095, 0.1049, 1)).toBe(" (bounds 9.5 to 10.5 %)");
    expect(told(0.0999, 0.1001, 0.9)).toBe(" (90 %: 9.99 to 10 %)");
  });

  it("reads the age from the newest year of the vintage", () => {
    expect(tellError(figure(1, "2016-2020", ["IDN"]), asOf)).toBe(" (6 years old)");
    expect(tellError(figure(1, "2025-10-29", ["IDN"]), asOf)).toBe("");
    expect(tellError(figure(1, "unknown", ["IDN"]), asOf)).toBe("");
  });
});
