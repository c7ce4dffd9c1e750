import {describe, expect, it} from "vitest";
import {buildTradeMatrix, putRestTogether} from "../../src/models/index.ts";
import type {Scenario} from "../../src/options/outcome.ts";
import {checkScenario, partiesIn} from "../../src/options/read-scenario.ts";
import {ScenarioError} from "../../src/options/scenario-error.ts";
import {solveScenario} from "../../src/options/solve-scenario.ts";
import {isGap, type Measured} from "../../src/world/index.ts";
import {smallBook, smallReference, smallWatch} from "./small-world.ts";

const reference = smallReference();
const matrix = buildTradeMatrix(smallBook(), smallWatch, reference);
const tariff = (importer: string, exporter: string, addedTariffPercent: number) => ({
  importer,
  exporter,
  addedTariffPercent,
});
const run = (scenario: Scenario) => {
  if (isGap(matrix)) throw new Error(matrix.why);
  checkScenario(scenario, matrix, reference);
  const parties = [...new Set([...matrix.watched, ...partiesIn(scenario), ...matrix.powers])];
  const regions = putRestTogether(matrix, matrix.states);
  return solveScenario({matrix, regions, scenario, reference, draws: 40, parties});
};
const figure = (value: unknown) => {
  if (isGap(value)) throw new Error(value.why);
  return value as Measured;
};

describe("solveScenario", () => {
  it("tells watched states first, with median inside the interval, and gives its evidence", () => {
    const outcome = run({tariffs: [tariff("PACT", "AAA", 10)]});
    expect(outcome.heading).toBe("2016 structure, long run, parameter uncertainty only");
    expect(outcome.baseYear).toBe(2016);
    expect(outcome.outcomes.map(({state}) => state)).toEqual(["AAA", "PACT", "BBB"]);
    const income = figure(outcome.outcomes[0]?.realIncomePercent);
    expect(income.value).toBeLessThan(0);
    expect(income.interval?.low).toBeLessThan(income.value);
    expect(income.interval?.high).toBeGreaterThan(income.value);
    expect(figure(outcome.outcomes[0]?.exportsPercent).value).toBeLessThan(0);
    const flow = outcome.evidence[0];
    expect(flow).toMatchObject({
      kind: "rows",
      dataset: "trade-matrix",
      count: 1 * 2,
      where: [
        {column: "year", in: [2016]},
        {column: "exporter", in: ["AAA"]},
        {column: "importer", in: ["CCC", "DDD"]},
      ],
    });
    expect(flow?.reaches.map(({party}) => party)).toEqual(["AAA", "PACT"]);
    expect(outcome.assumptions.join(" ")).toContain("revenue is spent by the importer");
  });

  it("gives the same figures twice, and larger ones for larger tariffs", () => {
    const once = run({tariffs: [tariff("BBB", "AAA", 10)]});
    expect(run({tariffs: [tariff("BBB", "AAA", 10)]})).toEqual(once);
    const more = run({tariffs: [tariff("BBB", "AAA", 25)]});
    expect(figure(more.outcomes[0]?.realIncomePercent).value).toBeLessThan(
      figure(once.outcomes[0]?.realIncomePercent).value,
    );
  });

  it("raises both sides' trade by an agreement", () => {
    const {outcomes} = run({tariffs: [], agreements: [["AAA", "BBB"]]});
    for (const {state, exportsPercent, realIncomePercent} of outcomes) {
      if (state === "PACT") continue;
      expect(figure(exportsPercent).value).toBeGreaterThan(0);
      expect(figure(realIncomePercent).value).toBeGreaterThan(0);
    }
  });

  it("loses by an added cost what a tariff would have returned", () => {
    const income = (scenario: Scenario) =>
      figure(run(scenario).outcomes[0]?.realIncomePercent).value;
    const cost = income({
      tariffs: [],
      barriers: [{importer: "AAA", exporter: "BBB", addedCostPercent: 10}],
    });
    expect(cost).toBeLessThan(0);
    expect(cost).toBeLessThan(income({tariffs: [tariff("AAA", "BBB", 10)]}));
  });

  it("is a gap, not a zero, where no trade is recorded", () => {
    const {outcomes, evidence} = run({tariffs: [tariff("AAA", "DDD", 10)]});
    expect(isGap(outcomes[0]?.realIncomePercent)).toBe(true);
    expect(evidence[0]?.kind).toBe("searched");
  });

  it("speaks to the caller about what is wrong", () => {
    const refused: readonly [Scenario, RegExp][] = [
      [{tariffs: [tariff("BBB", "AAA", -100)]}, /-100 %/],
      [{tariffs: [tariff("BBB", "AAA", Number.NaN)]}, /NaN/],
      [{tariffs: [tariff("BBB", "AAA", 5000)]}, /5000/],
      [{tariffs: [tariff("XXX", "AAA", 10)]}, /no state or bloc/],
      [{tariffs: [tariff("NOG", "AAA", 10)]}, /no GDP/],
      [{tariffs: [tariff("AAA", "AAA", 10)]}, /share members/],
      [{tariffs: [tariff("PACT", "CCC", 10)]}, /share members/],
      [
        {
          tariffs: [],
          barriers: [-60, -60].map((addedCostPercent) => ({
            importer: "BBB",
            exporter: "AAA",
            addedCostPercent,
          })),
        },
        /adds up/,
      ],
      [{tariffs: [tariff("AAA", "BBB", -5), tariff("BBB", "AAA", 5)]}, /lowers some duties/],
      [{tariffs: []}, /changes nothing/],
    ];
    for (const [scenario, message] of refused) {
      try {
        run(scenario);
        expect.unreachable();
      } catch (error) {
        expect(error).toBeInstanceOf(ScenarioError);
        expect(error).toMatchObject({status: 400, whatToDo: expect.stringMatching(/./)});
        expect((error as Error).message).toMatch(message);
      }
    }
  });

  it("works a lowered duty out as the same duty undone", () => {
    const exportsOfB = (percent: number) =>
      figure(
        run({tariffs: [tariff("AAA", "BBB", percent)]}).outcomes.find(({state}) => state === "BBB")
          ?.exportsPercent,
      ).value;
    const [laid, lowered] = [exportsOfB(5), exportsOfB(-5)];
    expect(laid).toBeLessThan(0);
    expect((1 + laid / 100) * (1 + lowered / 100)).toBeCloseTo(1, 4);
  });
});
