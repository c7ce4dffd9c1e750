import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {createApi, type ForecastBody} from "../../src/api/index.ts";
import {day} from "../../src/world/index.ts";
import {foundingLedger} from "../pipeline/founding-ledger.ts";

describe("GET /api/forecast", () => {
  let house: Awaited<ReturnType<typeof foundingLedger>>;
  let app: ReturnType<typeof createApi>;
  beforeAll(async () => {
    house = await foundingLedger();
    app = createApi({...house, today: () => day("2026-11-24"), log: console.error});
  });
  afterAll(() => house.ledger.close());

  const ask = async (query = ""): Promise<ForecastBody> => {
    const response = await app.request(`/api/forecast${query}`);
    expect(response.status).toBe(200);
    return (await response.json()) as ForecastBody;
  };

  it("tells the record of both families, won and lost, with ICD 203's words", async () => {
    const {families} = await ask();
    expect(families.map(({family}) => family)).toEqual(["events", "votes"]);
    for (const {record, won, lost, years} of families) {
      if ("why" in record) throw new Error(record.why);
      expect(record.wins + record.losses + record.even + record.voids).toBe(record.questions);
      expect(record.calibration.map(({term}) => term)).toContain("roughly even chance");
      expect(years?.[0]).toBeLessThan(years?.[1] ?? 0);
      for (const one of [...won, ...lost]) expect(one.outcome, one.id).not.toBeNull();
      const error = (p: number, outcome: boolean | null) => (p - Number(outcome)) ** 2;
      for (const {probability, baseRate, outcome} of won)
        expect(error(probability, outcome)).toBeLessThan(error(baseRate, outcome));
      for (const {probability, baseRate, outcome} of lost)
        expect(error(probability, outcome)).toBeGreaterThan(error(baseRate, outcome));
    }
  });

  it("gives open questions, each with what settles it; narrowed by state and power", async () => {
    const all = await ask("?limit=5000");
    expect(all.open.length).toBe(all.openTotal);
    const some = await ask("?state=IDN&partner=RUS&limit=5000");
    expect(some.openTotal).toBeGreaterThan(0);
    expect(some.openTotal).toBeLessThan(all.openTotal);
    for (const {source, target, settledBy, powers, likelihood, baseRate} of some.open) {
      expect([source, target].sort()).toEqual(["IDN", "RUS"]);
      expect(powers).toContain("RUS");
      expect(settledBy.rule).toMatch(/yes above/);
      expect(likelihood).not.toBe("");
      expect(baseRate).toBeGreaterThanOrEqual(0.05);
      expect(baseRate).toBeLessThanOrEqual(0.95);
    }
    expect((await ask("?limit=3")).open).toHaveLength(3);
  });

  it("has a gap for a record on a day before the data were known", async () => {
    const {families, openTotal} = await ask("?asOf=2000-01-01");
    for (const {record} of families) expect(record).toMatchObject({kind: "gap"});
    expect(openTotal).toBe(0);
  });

  it("refuses a code that is none", async () => {
    expect((await app.request("/api/forecast?state=indonesia")).status).toBe(400);
  });
});
