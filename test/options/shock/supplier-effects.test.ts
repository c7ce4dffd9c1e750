import {describe, expect, it} from "vitest";
import {fuelBase, runShock} from "../../../src/options/index.ts";
import {type FlowTable, parseShock} from "../../../src/sources/index.ts";
import {day, type EnergyFlow, type FuelPair} from "../../../src/world/index.ts";

/** A sells fuel alone, B sells half fuel to C, C buys; D sells C goods. */
const states = ["AAA", "BBB", "CCC", "DDD"];
const flows = [
  [800, 60, 40, 10],
  [50, 900, 80, 10],
  [30, 80, 400, 10],
  [10, 10, 20, 500],
];
const table: FlowTable = {
  name: "small.csv",
  year: 2016,
  states,
  sectors: ["all"],
  hasSectors: false,
  values: Float64Array.from(flows.flat()),
  lines: Uint32Array.from({length: 16}, (_, k) => k + 2),
  columns: new Map(),
};
const pair = (exporter: string, importer: string, fuelUsd: number): FuelPair => ({
  ...{exporter, importer, year: 2015, fuelUsd, allUsd: 100},
});
const pairs = [
  pair("AAA", "BBB", 100),
  pair("AAA", "CCC", 100),
  pair("AAA", "DDD", 0),
  pair("BBB", "CCC", 50),
  pair("DDD", "CCC", 0),
];
const crude = (exporter: string, importer: string, value: number): EnergyFlow => ({
  ...{row: 1, recordedOn: day("2026-01-01"), fuel: "crude-oil" as const, unit: "Mt"},
  ...{exporter, importer, value},
});
const fuels = fuelBase(states, pairs, [crude("AAA", "CCC", 250), crude("BBB", "AAA", 5)]);
const run = (shock: string, more: object = {}) =>
  runShock({
    file: parseShock(`shocks:\n  - {name: seller, ${shock}}\n`, "s.yaml"),
    ...{table, inputs: null, expand: () => [], draws: 0, fuels},
    ...more,
  });

/** The same by hand: the flow from A to C is all fuel and ends. */
const ended = "flowFactor: 0, exporters: AAA, importers: CCC";

describe("a seller of fuel in a scenario", () => {
  it("ends the part of its flows that is fuel", async () => {
    const lost = await run("supplier: lost, fuel: all-fuels, exporters: AAA, importers: CCC");
    const byHand = await run(ended);
    expect(lost.states.map(({realIncome}) => realIncome)).toEqual(
      byHand.states.map(({realIncome}) => realIncome),
    );
    const half = await run(
      "supplier: lost, fuel: all-fuels, exporters: BBB, importers: CCC, supplyPercent: 50",
    );
    const quarter = await run("flowFactor: 0.75, exporters: BBB, importers: CCC");
    expect(half.states[2]?.realIncome).toBeCloseTo(quarter.states[2]?.realIncome ?? 0, 12);
  });

  it("is replaced by whom the scenario names, with as much as was lost", async () => {
    const replaced = await run(
      "supplier: lost, fuel: all-fuels, exporters: AAA, importers: CCC, replacedBy: BBB",
    );
    // B sold C 80 and now 40 more: of what C bought at old prices nothing is missing.
    const byHand = await runShock({
      file: parseShock(
        `shocks:\n  - {${ended}}\n  - {flowFactor: 1.5, exporters: BBB, importers: CCC}\n`,
        "s.yaml",
      ),
      ...{table, inputs: null, expand: () => [], draws: 0},
    });
    replaced.states.forEach(({realIncome}, i) => {
      expect(realIncome).toBeCloseTo(byHand.states[i]?.realIncome ?? 0, 12);
    });
    const plain = await run(ended);
    expect(replaced.states[2]?.realIncome).toBeGreaterThan(plain.states[2]?.realIncome ?? 1);
  });

  it("that sells more makes the others sell less, and C buys as much as before", async () => {
    // C buys 80 of fuel abroad (40 of A, 40 of B); a quarter of it more from B is 20 off A.
    const gained = await run(
      "supplier: gained, fuel: all-fuels, exporters: BBB, importers: CCC, supplyPercent: 25",
    );
    const byHand = await runShock({
      file: parseShock(
        "shocks:\n  - {flowFactor: 0.5, exporters: AAA, importers: CCC}\n  - {flowFactor: 1.25, exporters: BBB, importers: CCC}\n",
        "s.yaml",
      ),
      ...{table, inputs: null, expand: () => [], draws: 0},
    });
    gained.states.forEach(({realIncome}, i) => {
      expect(realIncome).toBeCloseTo(byHand.states[i]?.realIncome ?? 0, 12);
    });
  });

  it("moves the price of oil for all where it is lost to all, and tells nothing of the seller itself", async () => {
    const lost = await run("supplier: lost, fuel: crude-oil, exporters: AAA");
    expect(lost.states.map(({state}) => state)).toEqual(["BBB", "CCC", "DDD"]);
    const of = (state: string) => lost.states.find((one) => one.state === state)?.realIncome ?? 0;
    // B still sells and C buys; D has no fuel.
    expect(of("BBB")).toBeGreaterThan(1);
    expect(of("CCC")).toBeLessThan(1);
    expect(Math.abs(of("DDD") - 1)).toBeLessThan(0.001);
    const rise = lost.parameters.find(({what}) => what.startsWith("rise of the world's price"));
    // 245 Mt net of 4,454 Mt, 5.5 %: 1.055^(1/0.275), ^(1/0.5) and ^(1/0.24), less 1.
    expect(rise?.value).toBe("23 (12 to 27)");
    expect(rise?.source).toContain("Kilian and Murphy 2014");
    expect(lost.gaps.map(({what}) => what)).toContain("what AAA itself loses");
  });

  it("moves no price where one buyer turns away from oil alone, which a matrix with sectors can tell", async () => {
    const sectors: FlowTable = {
      ...table,
      hasSectors: true,
      sectors: ["goods", "oil"],
      // Of oil A sells B 6 and C 4, B sells C 8; the rest each sells at home.
      values: Float64Array.from([
        ...flows.flat(),
        ...[
          [80, 6, 4, 0],
          [0, 90, 8, 0],
          [0, 0, 40, 0],
          [0, 0, 0, 50],
        ].flat(),
      ]),
      lines: Uint32Array.from({length: 32}, (_, k) => k + 2),
    };
    const of = (shock: string) => run(`${shock}, sectors: oil`, {table: sectors});
    const alone = await of("supplier: lost, fuel: crude-oil, exporters: AAA, importers: CCC");
    expect(alone.parameters.some(({what}) => what.startsWith("rise of"))).toBe(false);
    const everyone = await of("supplier: lost, fuel: crude-oil, exporters: AAA");
    expect(everyone.states).toHaveLength(4);
    expect(everyone.states[2]?.realIncome).toBeLessThan(alone.states[2]?.realIncome ?? 0);
    await expect(
      run("supplier: lost, fuel: lng, exporters: AAA, importers: CCC", {table: sectors}),
    ).rejects.toThrow("which sectors of the matrix are lng?");
  });

  it("is as unsure as the part of oil and the elasticities are", async () => {
    const drawn = await run("supplier: lost, fuel: crude-oil, exporters: AAA", {draws: 100});
    const interval = drawn.states.find(({state}) => state === "CCC")?.intervals?.realIncome;
    expect(interval?.low).toBeLessThan((interval?.high ?? 0) - 0.001);
  });

  it("refuses what the matrix cannot tell", async () => {
    await expect(run("supplier: lost, fuel: coal, exporters: AAA")).rejects.toThrow(
      "does not tell coal from other goods",
    );
    await expect(
      run("supplier: lost, fuel: crude-oil, exporters: AAA, importers: CCC"),
    ).rejects.toThrow("where one buyer turns away no price moves");
    await expect(
      run("supplier: gained, fuel: all-fuels, exporters: DDD, importers: CCC, supplyPercent: 5"),
    ).rejects.toThrow("sells CCC no all-fuels in the matrix");
    expect(() => parseShock("shocks:\n  - {supplier: lost, exporters: RUS}\n", "s.yaml")).toThrow(
      "a supplier needs its fuel",
    );
    expect(() =>
      parseShock("shocks:\n  - {supplier: gained, fuel: lng, exporters: RUS}\n", "s.yaml"),
    ).toThrow("needs importers and supplyPercent");
  });
});
