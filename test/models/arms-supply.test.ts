import {DuckDBInstance} from "@duckdb/node-api";
import {describe, expect, it} from "vitest";
import {
  armsOutcome,
  buyersOfRussianArms,
  designatedBuyers,
  platformKind,
} from "../../src/models/index.ts";
import {type ArmsOrder, day, isGap} from "../../src/world/index.ts";
import {smallBook} from "../options/small-world.ts";
import {reference} from "../sources/real-reference.ts";

const asOf = day("2026-11-24");

function order(over: Partial<ArmsOrder>): ArmsOrder {
  return {
    row: 0,
    recordedOn: asOf,
    recipient: "MYS",
    supplier: "RUS",
    orderYear: 2003,
    orderYearUncertain: false,
    ordered: 18,
    delivered: 18,
    designation: "Su-30MK",
    description: "fighter/ground-attack aircraft",
    deliveryYears: [2007, 2008, 2009],
    status: "New",
    comments: "",
    tivOrdered: null,
    tivDelivered: null,
    ...over,
  };
}

const ask = (armsOrders: readonly ArmsOrder[], supplier = "RUS") =>
  armsOutcome(
    "MYS",
    supplier,
    {...smallBook(), asOf, armsOrders, datasets: new Set(["arms-deliveries"])},
    reference,
  );

describe("arms that a state has of a supplier", () => {
  const sukhoi = order({});
  const hornet = order({
    supplier: "USA",
    designation: "F/A-18C",
    deliveryYears: [1997],
    ordered: 8,
    delivered: 8,
  });

  it("weigh as much as they are of all that may serve, at a short and at a long service life", () => {
    // In 2026, at 20 years: the Sukhois alone. At 30 and 40 years: 18 of 26.
    expect(ask([sukhoi, hornet]).dependence).toEqual({value: 18 / 26, low: 18 / 26, high: 1});
  });

  it("leave service year by year, an order of several years in equal parts", () => {
    const {ageing, medianAgeYears} = ask([sukhoi]);
    // At 20 years all are gone by 2029, at 30 by 2039, at 40 by 2049.
    expect(ageing).toEqual([
      {year: 2026, value: 18, low: 18, high: 18},
      {year: 2031, value: 18, low: 0, high: 18},
      {year: 2036, value: 18, low: 0, high: 18},
      {year: 2041, value: 0, low: 0, high: 18},
    ]);
    expect(medianAgeYears).toBe(18);
  });

  it("are told apart by kind: engines, radars and missiles are none", () => {
    expect(platformKind("fighter/ground-attack aircraft")).toBe("combat aircraft");
    expect(platformKind("maritime patrol aircraft")).toBe("other aircraft");
    expect(platformKind("anti-submarine helicopter")).toBe("helicopter");
    expect(platformKind("armoured personnel carrier")).toBe("vehicle");
    expect(platformKind("tank destroyer")).toBe("vehicle");
    expect(platformKind("destroyer")).toBe("ship");
    expect(platformKind("tanker")).toBe("ship");
    for (const part of [
      "aircraft engine",
      "combat aircraft radar",
      "tank turret",
      "anti-tank missile",
    ])
      expect(platformKind(part), part).toBeNull();
    expect(ask([order({description: "aircraft engine"})]).kinds).toEqual([]);
  });

  it("are a gap where the register has none that could still serve", () => {
    const {dependence, medianAgeYears, spares} = ask([order({deliveryYears: [1980]})]);
    expect(isGap(dependence) && isGap(medianAgeYears) && isGap(spares)).toBe(true);
  });
});

describe("orders with a supplier", () => {
  it("are waited for ten years, as long as less came than was ordered", () => {
    const waited = order({orderYear: 2020, delivered: 4, deliveryYears: [2023]});
    const old = order({orderYear: 2010, delivered: null, deliveryYears: []});
    expect(ask([order({}), waited, old]).pending).toEqual([waited]);
  });

  it("stand under the sanctions on arms of the newest year that has any", () => {
    const sanction = {
      row: 1,
      recordedOn: asOf,
      sender: "EU",
      target: "RUS",
      kinds: ["arms"] as const,
    };
    const book = {
      ...smallBook(),
      asOf,
      sanctions: [
        {...sanction, year: 2020},
        {...sanction, year: 2021},
        {...sanction, year: 2021, sender: "USA", kinds: ["trade"] as const},
      ],
    };
    const {sanctions} = armsOutcome("MYS", "RUS", book, reference);
    expect(sanctions.map(({sender, year}) => `${sender} ${year}`)).toEqual(["EU 2021"]);
  });

  it("drew sanctions on 2 of Russia's 48 buyers since 2018, as the carried register counts them", async () => {
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    const {from, to, count} = buyersOfRussianArms;
    const rows = await connection.runAndReadAll(
      `SELECT DISTINCT recipient FROM 'data/arms-deliveries.parquet'
       WHERE supplier = 'RUS' AND year BETWEEN ${from} AND ${to}`,
    );
    const buyers = rows.getRows().map(([recipient]) => String(recipient));
    expect(buyers.length).toBe(count);
    for (const buyer of designatedBuyers.buyers) expect(buyers).toContain(buyer);
    const {designation} = ask([]);
    expect(designation).toMatchObject({value: 2 / 48});
    expect(isGap(designation) ? 1 : designation.high).toBeLessThan(0.13);
    expect(isGap(ask([], "FRA").designation)).toBe(true);
    const early = armsOutcome("MYS", "RUS", {...smallBook(), asOf}, reference);
    expect(early.designation).toMatchObject({why: expect.stringMatching(/not in the ledger/)});
  });
});
