import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {backOff} from "../../../src/sources/collect/back-off.ts";
import {itemAddress} from "../../../src/sources/collect/item-address.ts";
import {readRetryAfter} from "../../../src/sources/collect/retry-after.ts";

const now = Date.parse("2026-11-26T06:00:00Z");

describe("Retry-After", () => {
  it.each([
    ["120", 120_000],
    [" 0 ", 0],
    ["Thu, 26 Nov 2026 06:00:30 GMT", 30_000],
    ["Thursday, 26-Nov-26 06:00:30 GMT", 30_000],
    ["Thu Nov 26 06:00:30 2026", 30_000],
    ["Wed, 25 Nov 2026 06:00:00 GMT", 0],
    ["999999999999", 86_400_000],
    ["Fri, 26 Nov 2100 06:00:00 GMT", 86_400_000],
    ["-5", null],
    ["1.5", null],
    ["soon", null],
    ["2026", 2_026_000],
    ["2026-11-26", null],
    ["", null],
    [null, null],
  ])("%j is %j ms", (value, ms) => {
    expect(readRetryAfter(value, now)).toBe(ms);
  });

  it("is a time from none to a day, whatever is written", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const ms = readRetryAfter(text, now);
        if (ms !== null) expect(ms).toSatisfy((one: number) => one >= 0 && one <= 86_400_000);
      }),
    );
    expect(readRetryAfter("a".repeat(1_000_000), now)).toBeNull();
  });
});

describe("the wait after failures", () => {
  it("doubles up to its most, and its second half is chance", () => {
    const how = {firstMs: 1000, mostMs: 60_000};
    const least = [1, 2, 3, 7, 100].map((failures) => backOff(failures, how, () => 0));
    expect(least).toEqual([500, 1000, 2000, 30_000, 30_000]);
    fc.assert(
      fc.property(
        fc.nat(1000),
        fc.double({min: 0, max: 1, maxExcluded: true, noNaN: true}),
        (failures, chance) => {
          const wait = backOff(failures, how, () => chance);
          expect(wait).toBeGreaterThanOrEqual(500);
          expect(wait).toBeLessThanOrEqual(60_000);
        },
      ),
    );
  });
});

describe("an item's address", () => {
  it.each([
    ["https://a.example/x#top", "https://a.example/x"],
    ["https://a.example/x?id=7&utm_source=rss&fbclid=1", "https://a.example/x?id=7"],
    ["https://a.example/x?utm_medium=a", "https://a.example/x"],
    ["https://a.example/x?q=a%20b", "https://a.example/x?q=a%20b"],
  ])("%s is that of %s", (url, address) => {
    expect(itemAddress(url)).toBe(address);
  });
});
