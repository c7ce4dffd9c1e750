import {describe, expect, it} from "vitest";
import {readDay, readNumber, readWhole} from "../../../src/sources/importers/read-cells.ts";

describe("cells are read strictly", () => {
  it.each<[string, number | null]>([
    ["12", 12],
    ["-0.5", -0.5],
    [".065", 0.065],
    ["1e5", 100_000],
    ["+3", 3],
    ["7.", 7],
    ["", null],
    ["1,234.5", null],
    ["1.234.567", null],
    ["0x10", null],
    ["1e999", null],
    ["Infinity", null],
    ["NaN", null],
    ["12 ", null],
    ["١٢", null],
  ])("the number %j is %j", (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it.each<[string, number | null]>([
    ["12", 12],
    ["12.0", 12],
    ["-9", -9],
    ["12.5", null],
    ["2147483648", null],
    ["", null],
  ])("the whole number %j is %j", (text, value) => {
    expect(readWhole(text)).toBe(value);
  });

  it.each<[string, string | null]>([
    ["2019-01-21", "2019-01-21"],
    ["20190121", "2019-01-21"],
    ["2019-02-30", null],
    ["20190230", null],
    ["21/01/2019", null],
    ["2019-1-21", null],
    ["", null],
  ])("the day %j is %j", (text, value) => {
    expect(readDay(text)).toBe(value);
  });
});
