import {describe, expect, it} from "vitest";
import {
  oilPriceRise,
  type SupplyQuestion,
  supplyOutcome,
  worldOilMt,
} from "../../src/models/index.ts";
import {type EnergyFlow, isGap} from "../../src/world/index.ts";
import {smallBook} from "../options/small-world.ts";
import {reference} from "../sources/real-reference.ts";

const unitOf = {
  lng: "bcm",
  "pipeline-gas": "bcm",
  coal: "EJ",
  "crude-oil": "Mt",
  "oil-products": "Mt",
};

function flow(fuel: EnergyFlow["fuel"], exporter: string, importer: string, value: number) {
  const {asOf} = smallBook();
  return {row: 0, recordedOn: asOf, fuel, exporter, importer, value, unit: unitOf[fuel]};
}

const ask = (flows: readonly EnergyFlow[], over: Partial<SupplyQuestion> = {}) =>
  supplyOutcome(
    {
      buyer: "MYS",
      seller: "RUS",
      fuel: "lng",
      change: {kind: "lost", share: 1},
      everywhere: false,
      ...over,
    },
    {...smallBook(), energy2020: flows},
    reference,
  );

const known = <Value>(value: Value) => {
  if (isGap(value)) throw new Error(value.why);
  return value as Exclude<Value, {kind: "gap"}>;
};

describe("a buyer's sellers of a fuel", () => {
  const threeSellers = [
    flow("lng", "RUS", "MYS", 50),
    flow("lng", "AUS", "MYS", 30),
    flow("lng", "QAT", "MYS", 20),
  ];

  it("are more concentrated without the first, least when the others share its place", () => {
    const {sellers} = ask(threeSellers);
    const {concentrationBefore, concentrationAfter, ...told} = known(sellers);
    // .5² + .3² + .2² = .38; 60 and 40 of 100 give .52; 80 and 20 give .68.
    expect(concentrationBefore).toBeCloseTo(0.38, 12);
    expect(concentrationAfter?.low).toBeCloseTo(0.52, 12);
    expect(concentrationAfter?.high).toBeCloseTo(0.68, 12);
    expect(told).toEqual({quantity: 50, shareBefore: 0.5, shareAfter: 0});
  });

  it("are less concentrated with a fourth, most so when the largest makes way", () => {
    const flows = [...threeSellers, flow("lng", "USA", "JPN", 9)];
    const {sellers} = ask(flows, {seller: "USA", change: {kind: "gained", quantity: 20}});
    const {concentrationAfter, shareAfter} = known(sellers);
    // 40, 24, 16 and 20 give .2832; 30, 30, 20 and 20 give .26.
    expect(concentrationAfter?.high).toBeCloseTo(0.2832, 12);
    expect(concentrationAfter?.low).toBeCloseTo(0.26, 12);
    expect(shareAfter).toBeCloseTo(0.2, 12);
  });

  it("leave no one to fill the place of the only one", () => {
    const {sellers} = ask([flow("lng", "RUS", "MYS", 7)]);
    expect(known(sellers).concentrationAfter).toBeNull();
  });

  it("cannot lose more than all, nor gain more than others sell", () => {
    expect(() => ask(threeSellers, {change: {kind: "lost", share: 1.1}})).toThrow(RangeError);
    expect(() => ask(threeSellers, {change: {kind: "gained", quantity: 51}})).toThrow(RangeError);
  });

  it("are a gap where the buyer has no row of its own, or the seller stands inside an area", () => {
    expect(ask(threeSellers, {buyer: "IDN"}).trade).toMatchObject({
      kind: "gap",
      why: expect.stringMatching(/no row of its own for LNG .*Other Asia Pacific/),
    });
    expect(ask(threeSellers, {seller: "VNM"}).sellers).toMatchObject({
      kind: "gap",
      why: expect.stringMatching(/stands inside an area/),
    });
  });
});

describe("oil", () => {
  it("that leaves the market for all costs everyone more: 5 % gone is 11 to 24 %", () => {
    const {low, high} = oilPriceRise(0.05 * worldOilMt.value);
    // −ln .95 = .051293; over .50 and over .24 it is .102587 and .213722.
    expect(low).toBeCloseTo(Math.exp(0.051293294 / 0.5) - 1, 6);
    expect(high).toBeCloseTo(Math.exp(0.051293294 / 0.24) - 1, 6);
    expect(low).toBeCloseTo(0.108, 3);
    expect(high).toBeCloseTo(0.238, 3);
    expect(oilPriceRise(0)).toEqual({value: 0, low: 0, high: 0});
    expect(() => oilPriceRise(worldOilMt.value)).toThrow(RangeError);
  });

  it("that one buyer turns away goes to another: no price moves and nothing is missing", () => {
    const crude = [flow("crude-oil", "RUS", "CHN", 80), flow("crude-oil", "SAU", "CHN", 85)];
    const asked = {buyer: "CHN", fuel: "crude-oil"} as const;
    const alone = ask(crude, asked);
    expect(alone.priceRise).toEqual({value: 0, low: 0, high: 0});
    expect(alone.shortfall).toEqual({low: 0, high: 0});
    const all = ask(crude, {...asked, everywhere: true});
    expect(known(all.priceRise)).toEqual(oilPriceRise(80));
  });

  it("of a seller that buys as much as it sells is not missed", () => {
    const both = [flow("crude-oil", "USA", "CHN", 20), flow("crude-oil", "SAU", "USA", 30)];
    const asked = {buyer: "CHN", seller: "USA", fuel: "crude-oil", everywhere: true} as const;
    expect(known(ask(both, asked).priceRise).value).toBe(0);
  });

  it("is compared with what the refineries were fed: as sour, sweeter, or not known", () => {
    const crude = [
      flow("crude-oil", "RUS", "CHN", 80),
      flow("crude-oil", "SAU", "CHN", 50),
      flow("crude-oil", "USA", "CHN", 30),
      flow("crude-oil", "West Africa", "CHN", 20),
    ];
    const {crudeFit} = ask(crude, {buyer: "CHN", fuel: "crude-oil"});
    expect(crudeFit).toMatchObject({grade: {grade: "Urals"}, same: 0.5, other: 0.3, unknown: 0.2});
    expect(ask(crude, {buyer: "CHN", fuel: "crude-oil", seller: "IRQ"}).crudeFit).toMatchObject({
      kind: "gap",
    });
  });
});

describe("gas", () => {
  it("lost by all is made good at best by plants that are spare, each buyer in proportion", () => {
    const gas = [flow("lng", "RUS", "MYS", 10), flow("lng", "RUS", "JPN", 190)];
    // Spare: (494 − 410.12) Mt × 1.36 = 114.08 bcm; missing 85.92 of 200, a twentieth of it here.
    const {low, high} = known(ask(gas, {everywhere: true}).shortfall);
    expect(low).toBeCloseTo(4.296, 3);
    expect(high).toBe(10);
    expect(ask(gas).shortfall).toEqual({low: 0, high: 0});
  });

  it("by pipe is made good through terminals as far as they are free", () => {
    const piped = [flow("pipeline-gas", "IDN", "MYS", 4), flow("lng", "AUS", "MYS", 3)];
    const asked = {fuel: "pipeline-gas", seller: "IDN"} as const;
    // 3.8 Mt × 1.36 = 5.168 bcm, of which 3 are used: 2.168 free, 1.832 missing.
    expect(known(ask(piped, asked).shortfall).high).toBeCloseTo(1.832, 9);
    const elsewhere = [flow("pipeline-gas", "IDN", "SGP", 7)];
    expect(ask(elsewhere, {...asked, buyer: "SGP"}).shortfall).toMatchObject({
      kind: "gap",
      why: expect.stringMatching(/terminals is not known/),
    });
  });

  it("has no world price that could be told, and contracts that nobody here has seen", () => {
    const outcome = ask([flow("lng", "RUS", "MYS", 10), flow("lng", "AUS", "MYS", 1)]);
    expect(outcome.priceRise).toMatchObject({kind: "gap"});
    expect(outcome.contract).toMatchObject({kind: "gap", why: expect.stringMatching(/contracts/)});
  });
});

describe("a seller that buys what it sells", () => {
  it("is told as a possible transshipper, an area is not", () => {
    const products = [
      flow("oil-products", "SGP", "MYS", 30),
      flow("oil-products", "SAU", "MYS", 10),
      flow("oil-products", "Europe", "MYS", 5),
      flow("oil-products", "SAU", "SGP", 24),
      flow("oil-products", "SAU", "Europe", 90),
    ];
    const {transshippers} = ask(products, {fuel: "oil-products", seller: "SAU"});
    expect(transshippers).toEqual([{seller: "SGP", boughtOverSold: 0.8}]);
  });
});
