import {describe, expect, it} from "vitest";
import {seedOf, standardDraws} from "../../../src/math/index.ts";
import {indexMonths, movedMonths, planSectors} from "../../../src/measures/index.ts";
import type {SectorMonth, StateCode, Watch} from "../../../src/world/index.ts";
import {reference} from "../real-book.ts";

const watch: Watch = {
  name: "small",
  states: ["IDN", "MYS"],
  powers: ["RUS", "USA", "CHN"],
  optionalPowers: [],
  aggregates: [],
  sectors: ["diplomacy", "trade"],
};
const firstMonth = 2020 * 12;
const states: readonly StateCode[] = ["IDN", "MYS", "RUS", "USA", "CHN", "FRA", "JPN"];

/** How many times as many events as usual pass between two states in a month. */
type Factor = (
  source: StateCode,
  target: StateCode,
  kind: "cooperation" | "conflict",
  month: number,
) => number;

/** Some eight friendly events and four others between any two states each month, by sector, with their margins. */
function madeMonths(months: number, factor: Factor) {
  const random = standardDraws(seedOf("moved months", 1));
  const events = indexMonths({firstMonth, months});
  const around = (mean: number) =>
    Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()));
  for (let at = 0; at < months; at++)
    for (const sector of watch.sectors)
      for (const source of states)
        for (const target of states) {
          if (source === target) continue;
          const counts = {
            cooperation: around(8 * factor(source, target, "cooperation", at)),
            conflict: around(4 * factor(source, target, "conflict", at)),
          };
          const sides: readonly Pick<SectorMonth, "source" | "target">[] = [
            {source, target},
            {source, target: ""},
            {source: "", target},
            {source: "", target: ""},
          ];
          events.add(sides.map((one) => ({month: firstMonth + at, sector, ...one, ...counts})));
        }
  return movedMonths(planSectors(events, {watch, reference}).counted, events);
}

const isPair = (source: StateCode, target: StateCode) =>
  [source, target].includes("IDN") && [source, target].includes("RUS");
const quarrel =
  (from: number): Factor =>
  (source, target, kind, month) =>
    isPair(source, target) && kind === "conflict" && month >= from ? 5 : 1;

describe("what moved this month", () => {
  it("is what rose fivefold lately, with the month that it did, and nothing else", () => {
    const {moved, series} = madeMonths(48, quarrel(42));
    const told = moved.filter(({announced}) => announced);
    expect(told).toMatchObject([
      {state: "IDN", partner: "RUS", kind: "conflict", month: "2023-12", direction: "rise"},
    ]);
    expect(told[0]?.likeliest.month).toBe("2023-07");
    expect(told[0]?.isNew).toBe(false);
    expect(told[0]?.counts.map(({month}) => month).slice(-2)).toEqual(["2023-11", "2023-12"]);
    expect([moved.length, series]).toEqual([12, 12]);
  });

  it("is new in the first month in which it is told, and only then", () => {
    const looks = Array.from({length: 9}, (_, more) => madeMonths(40 + more, quarrel(40)));
    const told = looks.map(({moved}) => moved.some(({announced}) => announced));
    const fresh = looks.map(({moved}) => moved.some(({isNew}) => isNew));
    expect(told.at(-1)).toBe(true);
    expect(fresh).toEqual(told.map((is, at) => is && told[at - 1] !== true));
  });

  it("is nothing where all that one side does is reported five times as often", () => {
    const louder: Factor = (source, target, _kind, month) =>
      [source, target].includes("RUS") && month >= 42 ? 5 : 1;
    expect(madeMonths(48, louder).moved.filter(({announced}) => announced)).toEqual([]);
  });

  it("is not told of less than two years", () => {
    expect(madeMonths(23, quarrel(18))).toEqual({series: 0, moved: []});
    expect(madeMonths(24, quarrel(18)).moved.length).toBeGreaterThan(0);
  });
});
