import {expect, it} from "vitest";
import {percentWithInterval, twoFigures} from "../../src/options/index.ts";

it("prints two significant figures, with a true minus", () => {
  expect([0.0344, -1.25, 15.4, 123, 0.0996, 9.96, -0.0001, 0].map(twoFigures)).toEqual([
    "0.034",
    "−1.3",
    "15",
    "120",
    "0.10",
    "10",
    "0.000",
    "0.000",
  ]);
  expect(percentWithInterval({value: -0.123, interval: {low: -0.2, high: -0.07, level: 0.9}})).toBe(
    "−0.12 % (90 %: −0.20 to −0.070)",
  );
});
