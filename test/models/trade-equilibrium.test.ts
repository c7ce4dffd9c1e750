import {existsSync} from "node:fs";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {fitGravity, readTradeCase, readTradeRows} from "../../bench/trade.ts";
import {NoConvergence} from "../../src/math/index.ts";
import {solveTradeEquilibrium} from "../../src/models/index.ts";

const gold = "../shared/gold/trade";

/** Positive squares of 2-6 states with domestic flows that outweigh the rest. */
const worlds = fc
  .integer({min: 2, max: 6})
  .chain((n) =>
    fc
      .array(fc.double({min: 0.1, max: 50, noNaN: true}), {minLength: n * n, maxLength: n * n})
      .map((flows) =>
        Float64Array.from(flows, (flow, k) => (k % (n + 1) === 0 ? flow + 60 : flow)),
      ),
  );
const elasticities = fc.double({min: 1.5, max: 9, noNaN: true});
const largestGap = (values: Float64Array, from: (i: number) => number) =>
  values.reduce((worst, value, i) => Math.max(worst, Math.abs(value - from(i))), 0);

describe("the published equilibrium of the European Union's enlargement", () => {
  it.skipIf(!existsSync(gold))("is reproduced to 1e-6", () => {
    const {states, flows, costFactors, published} = readTradeCase(readTradeRows(gold));
    expect(states.length).toBe(44);
    for (const deficits of ["additive", "multiplicative"] as const) {
      const solved = solveTradeEquilibrium({flows, costFactors, elasticity: 4, deficits});
      const {welfare, flows: told} = published[deficits];
      const ours = deficits === "additive" ? solved.realExpenditure : solved.realIncome;
      expect(largestGap(ours, (i) => welfare[i] as number)).toBeLessThan(1e-6);
      // Published flows have seven digits; those of zero have no relative error.
      const relative = solved.flows.map((x, k) =>
        (told[k] as number) > 0 ? x / (told[k] as number) : 1,
      );
      expect(largestGap(relative, () => 1)).toBeLessThan(1e-6);
    }
  });

  it.skipIf(!existsSync(gold))("rests on a gravity estimate of 0.224249", () => {
    const fit = fitGravity(readTradeRows(gold));
    expect(fit.coefficients[0]).toBeCloseTo(0.224249005, 7);
    expect(fit.coefficients[1]).toBeCloseTo(-0.037, 3);
    expect(fit.standardErrors[0]).toBeCloseTo(0.0713, 4);
    expect(fit.observations).toBe(7568);
  });
});

describe("solveTradeEquilibrium", () => {
  it("agrees with two equal states worked out by hand", () => {
    // Two mirror states, each buying 80 at home and 20 abroad: wages stay at 1 by symmetry, so with B on both
    // borders P^−θ = 0.8 + 0.2 B, and what is bought abroad is 100 · 0.2 B / (0.8 + 0.2 B).
    const flows = Float64Array.of(80, 20, 20, 80);
    const solved = solveTradeEquilibrium({
      flows,
      costFactors: Float64Array.of(1, 1.5, 1.5, 1),
      elasticity: 4,
    });
    expect(solved.wages[0]).toBeCloseTo(1, 10);
    expect(solved.prices[1]).toBeCloseTo(1.1 ** -0.25, 10);
    expect(solved.realIncome[0]).toBeCloseTo(1.1 ** 0.25, 10);
    expect(solved.flows[1]).toBeCloseTo(30 / 1.1, 8);
    expect(solved.exports[0]).toBeCloseTo(30 / 1.1 / 20, 8);
  });

  it("gives a tariff's revenue back: mirror states lose only the distortion", () => {
    // Both lay 25 % on each other, θ = 4: share abroad s = 0.2·1.25^−4 / (0.8 + 0.2·1.25^−4) of spending
    // E = 100 + revenue, revenue = E·s·0.25/1.25.
    const solved = solveTradeEquilibrium({
      flows: Float64Array.of(80, 20, 20, 80),
      tariffs: [
        {exporter: 0, importer: 1, rate: 0.25},
        {exporter: 1, importer: 0, rate: 0.25},
      ],
      elasticity: 4,
    });
    const term = 0.8 + 0.2 * 1.25 ** -4;
    const share = (0.2 * 1.25 ** -4) / term;
    const spending = 100 / (1 - (share * 0.25) / 1.25);
    expect(solved.expenditure[0]).toBeCloseTo(spending / 100, 10);
    expect(solved.realIncome[0]).toBeCloseTo(spending / 100 / term ** -0.25, 10);
    expect(solved.exports[0]).toBeCloseTo((spending * share) / 1.25 / 20, 9);
    expect(solved.realIncome[0]).toBeLessThan(1);
  });

  it("lets a large state gain by a small tariff, at the other's cost", () => {
    const solved = solveTradeEquilibrium({
      flows: Float64Array.of(80, 20, 20, 80),
      tariffs: [{exporter: 1, importer: 0, rate: 0.05}],
      elasticity: 4,
    });
    expect(solved.realIncome[0]).toBeGreaterThan(1);
    expect(solved.realIncome[1]).toBeLessThan(1);
  });

  it("changes nothing without a shock, whatever the deficits", () => {
    fc.assert(
      fc.property(worlds, elasticities, (flows, elasticity) => {
        for (const deficits of ["additive", "multiplicative"] as const) {
          const solved = solveTradeEquilibrium({flows, elasticity, deficits});
          expect(largestGap(solved.wages, () => 1)).toBeLessThan(1e-8);
          expect(largestGap(solved.realIncome, () => 1)).toBeLessThan(1e-8);
        }
      }),
      {numRuns: 30, seed: 1},
    );
  });

  it("does not depend on the currency, clears every market and keeps world output", () => {
    fc.assert(
      fc.property(
        worlds,
        elasticities,
        fc.double({min: 1e-3, max: 1e6, noNaN: true}),
        (flows, elasticity, scale) => {
          const n = Math.sqrt(flows.length);
          const tariffs = [{exporter: 0, importer: 1, rate: 0.2}];
          const solved = solveTradeEquilibrium({flows, tariffs, elasticity});
          const scaled = solveTradeEquilibrium({
            flows: flows.map((x) => x * scale),
            tariffs,
            elasticity,
          });
          expect(largestGap(scaled.wages, (i) => solved.wages[i] as number)).toBeLessThan(1e-8);
          // Walras: revenue is the only wedge between what the world spends and what it earns.
          const total = (of: Float64Array) => of.reduce((a, b) => a + b, 0);
          const revenue = ((solved.flows[1] as number) * 0.2) / 1.2;
          expect((total(solved.flows) - revenue) / total(flows)).toBeCloseTo(1, 8);
          for (let i = 0; i < n; i++) {
            const row = solved.flows.subarray(i * n, i * n + n);
            const output = total(flows.subarray(i * n, i * n + n)) * (solved.wages[i] as number);
            expect((total(row) - (i === 0 ? revenue : 0)) / output).toBeCloseTo(1, 8);
          }
        },
      ),
      {numRuns: 30, seed: 2},
    );
  });

  it("refuses what is no trade matrix", () => {
    const solve =
      (flows: number[], elasticity = 4) =>
      () =>
        solveTradeEquilibrium({flows: Float64Array.from(flows), elasticity});
    expect(solve([1, 2, 3])).toThrow("no square matrix");
    expect(solve([80, -20, 20, 80])).toThrow("from 0 to 1 is -20");
    expect(solve([80, Number.NaN, 20, 80])).toThrow("amounts from 0 up");
    expect(solve([0, 0, 20, 80])).toThrow("sells or buys nothing");
    expect(solve([80, 20, 20, 80], 0)).toThrow("elasticity");
    expect(() =>
      solveTradeEquilibrium({
        flows: Float64Array.of(80, 20, 20, 80),
        tariffs: [{exporter: 0, importer: 1, rate: -1}],
        elasticity: 4,
      }),
    ).toThrow("-100 %");
  });

  it("says how far it was when it does not settle", () => {
    const solve = () =>
      solveTradeEquilibrium({
        flows: Float64Array.of(80, 20, 25, 60),
        costFactors: Float64Array.of(1, 1.5, 1, 1),
        elasticity: 4,
        tolerance: 1e-30,
      });
    expect(solve).toThrow(NoConvergence);
    expect(solve).toThrow(/residual \d/);
  });

  it("refuses a surplus that the shock makes larger than the state's earnings", () => {
    // State 0 sells 500 and buys 1: cut off from its buyer, it would have to pay out more than it earns.
    const solve = () =>
      solveTradeEquilibrium({
        flows: Float64Array.of(1, 500, 0.01, 500),
        costFactors: Float64Array.of(1, 1e-9, 1, 1),
        elasticity: 4,
      });
    expect(solve).toThrow();
  });

  it("lets output answer its price: mirror states gain 1 + ψ times as much, in logarithms", () => {
    const solved = solveTradeEquilibrium({
      flows: Float64Array.of(80, 20, 20, 80),
      costFactors: Float64Array.of(1, 1.5, 1.5, 1),
      elasticity: 4,
      supplyElasticity: 1.2,
    });
    expect(solved.realIncome[0]).toBeCloseTo(1.1 ** (2.2 / 4), 10);
    expect(solved.output[0]).toBeCloseTo(1, 10);
    expect(solved.producerPrices[0]).toBeCloseTo(1.1 ** (-1.2 / 4), 10);
  });

  it("costs each state its share at home to the power of 1/θ when all trade ends", () => {
    // Arkolakis, Costinot & Rodríguez-Clare 2012, for a base with balanced trade.
    const flows = Float64Array.of(80, 15, 5, 10, 150, 20, 10, 15, 60);
    const solved = solveTradeEquilibrium({
      flows,
      costFactors: Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1),
      elasticity: 3,
      deficits: "closed",
    });
    const spending = [0, 1, 2].map((j) =>
      [0, 1, 2].reduce((sum, i) => sum + (flows[i * 3 + j] as number), 0),
    );
    for (const i of [0, 1, 2]) {
      const before = solveTradeEquilibrium({flows, elasticity: 3, deficits: "closed"});
      const home = (flows[i * 4] as number) / (spending[i] as number);
      // Real wages against the base as given: closing deficits is no part of the formula.
      expect((solved.wages[i] as number) / (solved.prices[i] as number)).toBeCloseTo(
        home ** (1 / 3),
        9,
      );
      expect(before.realIncome[i]).toBeGreaterThan(solved.realIncome[i] as number);
    }
  });

  it("balances: world spending is world output, and each deficit stays in proportion to income", () => {
    fc.assert(
      fc.property(worlds, elasticities, (flows, elasticity) => {
        const n = Math.sqrt(flows.length);
        const costFactors = new Float64Array(n * n).fill(1);
        costFactors[1] = 1.4;
        const solved = solveTradeEquilibrium({
          flows,
          costFactors,
          elasticity,
          deficits: "balanced",
          supplyElasticity: 0.7,
        });
        const total = (of: Float64Array) => of.reduce((a, b) => a + b, 0);
        expect(total(solved.flows) / total(flows)).toBeCloseTo(1, 9);
        const ratio = (i: number) =>
          (solved.expenditure[i] as number) / (solved.output[i] as number);
        for (let i = 1; i < n; i++) expect(ratio(i) / ratio(0)).toBeCloseTo(1, 9);
      }),
      {numRuns: 30, seed: 4},
    );
  });

  it("moves a gift from the giver to the taker", () => {
    const solved = solveTradeEquilibrium({
      flows: Float64Array.of(80, 20, 20, 80),
      transfers: Float64Array.of(-5, 5),
      elasticity: 4,
    });
    expect(solved.realIncome[0]).toBeLessThan(0.96);
    expect(solved.realIncome[1]).toBeGreaterThan(1.04);
    expect(solved.wages[0]).toBeLessThan(1);
  });

  it("makes a more productive state richer, and others a little", () => {
    const solved = solveTradeEquilibrium({
      flows: Float64Array.of(80, 20, 20, 80),
      supply: Float64Array.of(1.1, 1),
      elasticity: 4,
    });
    expect(solved.realIncome[0]).toBeGreaterThan(1.05);
    expect(solved.realIncome[1]).toBeGreaterThan(1);
    expect(solved.producerPrices[0]).toBeLessThan(solved.producerPrices[1] as number);
  });
});
