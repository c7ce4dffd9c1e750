import {describe, expect, it} from "vitest";
import {fitPlatt, plattOf} from "../../../src/coding/scoring/platt.ts";

/** Answers that were said to be so likely, of which so many were right. */
const answers = (probability: number, right: number, wrong: number) =>
  Array.from({length: right + wrong}, (_, i) => ({probability, right: i < right}));

describe("how often a model is right, from how sure it is", () => {
  it("a model that is too sure is brought down to what it gets right", () => {
    const line = fitPlatt([...answers(0.95, 700, 300), ...answers(0.6, 550, 450)]);
    expect(plattOf(line, 0.95)).toBeCloseTo(0.7, 2);
    expect(plattOf(line, 0.6)).toBeCloseTo(0.55, 2);
  });

  it("a model that is as sure as it is right is left so", () => {
    const line = fitPlatt([...answers(0.9, 900, 100), ...answers(0.3, 300, 700)]);
    expect(plattOf(line, 0.9)).toBeCloseTo(0.9, 2);
    expect(plattOf(line, 0.3)).toBeCloseTo(0.3, 2);
  });

  it("a few answers that are all right make no model certain", () => {
    const line = fitPlatt(answers(0.8, 5, 0));
    expect(plattOf(line, 0.8)).toBeLessThan(0.95);
    expect(Number.isFinite(line.slope) && Number.isFinite(line.shift)).toBe(true);
  });

  it("of no answers nothing is learnt", () => {
    expect(plattOf(fitPlatt([]), 0.7)).toBeCloseTo(0.7);
  });
});
