import * as fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  day,
  firstDayOf,
  gap,
  gradeLabel,
  isDay,
  isGap,
  lastDayOf,
  membersOf,
  nameInText,
  nameOf,
  sentence,
  yearOf,
} from "../../src/world/index.ts";
import {reference} from "../sources/real-reference.ts";

describe("a day", () => {
  it.each(["2023-02-29", "2023-13-01", "2023-1-1", "2023-04-31", "today", "2023-04-01T00:00"])(
    "is not %s",
    (text) => {
      expect(isDay(text)).toBe(false);
      expect(() => day(text)).toThrow(text);
    },
  );

  it("is every day of the calendar, and compares as text does", () => {
    const any = fc.date({
      min: new Date("1816-01-01T00:00:00Z"),
      max: new Date("2100-01-01T00:00:00Z"),
      noInvalidDate: true,
    });
    void fc.assert(
      fc.property(any, any, (a, b) => {
        const [left, right] = [a, b].map((one) => one.toISOString().slice(0, 10)) as [
          string,
          string,
        ];
        expect(isDay(left)).toBe(true);
        expect(yearOf(day(left))).toBe(a.getUTCFullYear());
        if (left < right) expect(a.getTime()).toBeLessThan(b.getTime());
      }),
    );
  });

  it("begins and ends a year", () => {
    expect(firstDayOf(987)).toBe("0987-01-01");
    expect(lastDayOf(2024)).toBe("2024-12-31");
  });
});

describe("members of a party", () => {
  it("are those of the day: the United Kingdom left the EU on 31 January 2020", () => {
    expect(membersOf(reference, "EU", day("2019-12-31"))).toContain("GBR");
    expect(membersOf(reference, "EU", day("2020-02-01"))).not.toContain("GBR");
    expect(membersOf(reference, "EU", day("2003-12-31"))).toHaveLength(15);
    expect(membersOf(reference, "EU", day("2004-05-01"))).toHaveLength(25);
  });

  it("are full members only: a partner is none", () => {
    expect(membersOf(reference, "BRICS", day("2025-06-01"))).toContain("IDN");
    expect(membersOf(reference, "BRICS", day("2025-06-01"))).not.toContain("MYS");
  });

  it("are the state itself for a state, and nobody for a name that is none", () => {
    expect(membersOf(reference, "IDN", day("2020-01-01"))).toEqual(["IDN"]);
    expect(membersOf(reference, "XQQ", day("2020-01-01"))).toEqual([]);
    expect(nameOf(reference, "XQQ")).toBe("XQQ");
  });
});

describe("a gap and a grade", () => {
  it("are told from values", () => {
    expect(isGap(gap("a figure", "no file", "customs statistics"))).toBe(true);
    for (const other of [null, undefined, 0, "gap", {kind: "measured"}])
      expect(isGap(other)).toBe(false);
    expect(gradeLabel({reliability: "F", credibility: 6, reasons: []})).toBe("F6");
  });
});

describe("a name within a sentence", () => {
  it.each([
    ["USA", "the United States"],
    ["EU", "the European Union"],
    ["PHL", "the Philippines"],
    ["WEST", "the West"],
    ["NONALIGNED", "the Non-Aligned Movement"],
    ["IDN", "Indonesia"],
    ["ASEAN", "ASEAN"],
  ])("%s is %s", (party, name) => {
    expect(nameInText(reference, party)).toBe(name);
    expect(sentence(`${name} abstained`)).toMatch(/^[A-Z]/);
  });
});
