import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {concentration} from "../../src/measures/concentration.ts";
import {fiveYearWindows} from "../../src/measures/five-year-windows.ts";

describe("concentration", () => {
  it("is one for a single partner and 1/n for n equal ones", () => {
    expect(concentration([7])).toBe(1);
    expect(concentration([5, 5, 5, 5])).toBeCloseTo(0.25, 12);
  });

  it("lies in (0, 1], whatever is traded, and is not a number where nothing is", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({min: 1e-3, max: 1e12, noNaN: true}), {minLength: 1, maxLength: 60}),
        (values) => {
          const found = concentration(values);
          expect(found).toBeGreaterThan(0);
          expect(found).toBeLessThanOrEqual(1 + 1e-12);
        },
      ),
    );
    expect(concentration([])).toBeNaN();
  });
});

describe("five-year windows", () => {
  it("end in years divisible by five and hold every year once", () => {
    expect(fiveYearWindows([2003, 2011]).map(({period}) => period)).toEqual([
      "2001-2005",
      "2006-2010",
      "2011-2015",
    ]);
    expect(fiveYearWindows([2005]).map(({period}) => period)).toEqual(["2001-2005"]);
    expect(fiveYearWindows([])).toEqual([]);
  });
});
