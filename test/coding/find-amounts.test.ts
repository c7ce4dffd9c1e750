import {describe, expect, it} from "vitest";
import {findAmounts} from "../../src/coding/find-amounts.ts";

const amounts = (text: string) =>
  findAmounts(text).map(({kind, value, unit, per, start, end}) =>
    [kind, value, unit ?? "?", per ?? "in all", text.slice(start, end)].join(" | "),
  );

describe("an amount is a number of something that we know", () => {
  it.each([
    ["a $2.1bn loan", "money | 2100000000 | USD | in all | $2.1bn"],
    ["two billion euros", "money | 2000000000 | EUR | in all | two billion euros"],
    ["ten lakh rupees", "money | 1000000 | ? | in all | ten lakh rupees"],
    ["a billion-euro fund", "money | 1000000000 | EUR | in all | a billion-euro"],
    ["RM10 million a year", "money | 10000000 | MYR | year | RM10 million a year"],
    [
      "1.65 million barrels a day",
      "barrels | 1650000 | barrels | day | 1.65 million barrels a day",
    ],
    ["half a million tonnes of rice", "tonnes | 500000 | tonnes | in all | half a million tonnes"],
    ["3 gigawatts of wind", "megawatts | 3000 | megawatts | in all | 3 gigawatts"],
    ["a tariff of 19 per cent", "percent | 19 | percent | in all | 19 per cent"],
    [
      "six second-hand American F-16s",
      "aircraft | 6 | f-16s | in all | six second-hand American F-16s",
    ],
    ["two squadrons", "aircraft | 2 | squadrons | in all | two squadrons"],
    [
      "twenty-two thousand soldiers",
      "troops | 22000 | soldiers | in all | twenty-two thousand soldiers",
    ],
    ["four coast-guard ships", "ships | 4 | ships | in all | four coast-guard ships"],
  ])("%s", (text, expected) => {
    expect(amounts(text)).toEqual([expected]);
  });

  it("several of one sentence stand in its order", () => {
    expect(amounts("45 aircraft, 14 warships and $3bn")).toEqual([
      "aircraft | 45 | aircraft | in all | 45 aircraft",
      "ships | 14 | warships | in all | 14 warships",
      "money | 3000000000 | USD | in all | $3bn",
    ]);
  });

  it.each([
    "on 12 May 2024 at 10:30",
    "two years of talks",
    "one of the tankers",
    "a three-day visit by two ministers",
    "resolution 2231",
  ])("%s: none", (text) => {
    expect(amounts(text)).toEqual([]);
  });
});
