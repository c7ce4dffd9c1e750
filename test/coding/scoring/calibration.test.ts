import {describe, expect, it} from "vitest";
import {accuracyAt, binsOf, calibrationError} from "../../../bench/calibration.ts";

const answers = (confidence: number, right: number, wrong: number) =>
  Array.from({length: right + wrong}, (_, i) => ({confidence, right: i < right}));

describe("calibration", () => {
  it("is without error where as many are right as were said to be", () => {
    expect(calibrationError([...answers(0.75, 3, 1), ...answers(0.5, 1, 1)])).toBeCloseTo(0);
  });

  it("counts each answer's distance", () => {
    expect(calibrationError([...answers(0.9, 0, 1), ...answers(0.5, 1, 1)])).toBeCloseTo(0.3);
    expect(binsOf(answers(1, 1, 1))).toEqual([{sure: 1, right: 0.5, count: 2}]);
  });

  it("asks for the surest part first", () => {
    expect(accuracyAt(0.5, [...answers(0.9, 2, 0), ...answers(0.4, 0, 2)])).toBe(1);
  });
});
