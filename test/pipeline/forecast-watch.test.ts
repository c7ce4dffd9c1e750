import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {forecastWatch, type WatchForecast} from "../../src/pipeline/index.ts";
import {day, isGap} from "../../src/world/index.ts";
import {foundingLedger} from "./founding-ledger.ts";

const asOf = day("2026-11-24");

describe("the founding watch's questions", () => {
  let house: Awaited<ReturnType<typeof foundingLedger>>;
  let told: WatchForecast;
  beforeAll(async () => {
    house = await foundingLedger();
    told = await forecastWatch({...house, asOf});
  });
  afterAll(() => house.ledger.close());

  it("are settled by the rows that they named: acts reported, and votes cast", () => {
    expect(told.settled.length).toBeGreaterThan(2000);
    for (const {measure, settledBy, above, value, outcome} of told.settled) {
      expect(settledBy.dataset).toBe(measure === "votes_alike" ? "un-votes" : "icews-pairs");
      expect(outcome).toBe(value === null ? null : value > above);
    }
  });

  it("have base rates between .05 and .95, and no probability surer than ICD 203 has words for", () => {
    for (const {baseRate, probability} of [...told.settled, ...told.open]) {
      expect(baseRate).toBeGreaterThanOrEqual(0.05);
      expect(baseRate).toBeLessThanOrEqual(0.95);
      expect(probability).toBeGreaterThanOrEqual(0.01);
      expect(probability).toBeLessThanOrEqual(0.99);
    }
  });

  it("can be lost, and over all years were lost less than by the base rate", () => {
    for (const record of [told.events, told.votes]) {
      if (isGap(record)) throw new Error(record.why);
      expect(record.losses).toBeGreaterThan(0);
      expect(record.ours.brier.value).toBeLessThan(record.baseRate.brier.value);
    }
  });

  it("are open only for years that the data do not tell in full", () => {
    expect(told.open.length).toBeGreaterThan(0);
    const settledYears = new Set(told.settled.map(({id}) => id));
    for (const {id, measure, year} of told.open) {
      expect(settledYears.has(id)).toBe(false);
      expect(year).toBe(measure === "votes_alike" ? 2025 : 2015);
    }
  });

  it("are a gap on a day on which no dataset was known", async () => {
    const early = await forecastWatch({...house, asOf: day("2014-06-01")});
    expect(isGap(early.events)).toBe(true);
    expect(early.settled.filter(({measure}) => measure !== "votes_alike")).toEqual([]);
  });
});
