import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  caliendoParroFolder,
  publishedNafta,
  readNafta,
  regions,
  solveNafta,
} from "../../bench/caliendo-parro.ts";
import {NoConvergence} from "../../src/math/index.ts";
import {
  buildSectorEconomy,
  sectorWelfare,
  settleSectorEconomy,
  solveSectorEquilibrium,
  solveTradeEquilibrium,
} from "../../src/models/index.ts";

const gold = caliendoParroFolder("../shared/gold/trade");

/** Flows of 2-4 states in 1-3 sectors, what is sold at home outweighing the rest, with inputs and tariffs. */
const worlds = fc
  .record({n: fc.integer({min: 2, max: 4}), m: fc.integer({min: 1, max: 3})})
  .chain(({n, m}) =>
    fc.record({
      n: fc.constant(n),
      m: fc.constant(m),
      flows: fc.array(fc.double({min: 0.5, max: 20, noNaN: true}), {
        minLength: m * n * n,
        maxLength: m * n * n,
      }),
      tariff: fc.double({min: 0, max: 0.3, noNaN: true}),
      inputShare: fc.double({min: 0, max: 0.5, noNaN: true}),
      theta: fc.double({min: 1.5, max: 8, noNaN: true}),
    }),
  )
  .map(({n, m, flows, tariff, inputShare, theta}) => ({
    n,
    m,
    elasticities: Float64Array.from({length: m}, (_, s) => theta + s),
    data: {
      states: n,
      sectors: m,
      flows: Float64Array.from(flows, (flow, k) =>
        (k % (n * n)) % (n + 1) === 0 ? flow + 60 : flow,
      ),
      tariffs: Float64Array.from(flows, (_, k) => ((k % (n * n)) % (n + 1) === 0 ? 0 : tariff)),
      inputs: new Float64Array(n * m * m).fill(inputShare / m),
    },
  }));

const largestGap = (values: Float64Array, from: (i: number) => number) =>
  values.reduce((worst, value, i) => Math.max(worst, Math.abs(value - from(i))), 0);

describe("NAFTA, as Caliendo & Parro 2015 print it", () => {
  it.skipIf(gold === null)("comes back to every printed digit, first-order beside exact", () => {
    const {welfare, solved, base} = solveNafta(readNafta(gold as string));
    const of = (values: Float64Array) =>
      ["CAN", "MEX", "USA"].map((code) => 100 * (values[regions.indexOf(code)] as number));
    const printed = (values: readonly number[]) => values.map((value) => value.toFixed(2));
    const {termsOfTrade, volumeOfTrade, realWage, utility} = welfare;
    expect(printed(of(termsOfTrade))).toEqual(printed(publishedNafta.termsOfTrade));
    expect(printed(of(volumeOfTrade))).toEqual(printed(publishedNafta.volumeOfTrade));
    expect(printed(of(realWage.map((w) => w - 1)))).toEqual(printed(publishedNafta.realWage));
    const firstOrder = of(termsOfTrade.map((terms, i) => terms + (volumeOfTrade[i] as number)));
    expect(printed(firstOrder)).toEqual(printed(publishedNafta.welfare));
    expect(firstOrder.map((value) => value.toFixed(4))).toEqual(["-0.0638", "1.3121", "0.0848"]);
    // What consumers can buy in the same equilibrium: Mexico's revenue is gone.
    expect(of(utility.map((u) => u - 1)).map((value) => value.toFixed(3))).toEqual([
      "-0.110",
      "0.007",
      "0.074",
    ]);
    const mexico = regions.indexOf("MEX");
    expect(welfare.revenueBefore[mexico]).toBeCloseTo(0.0204, 4);
    expect(welfare.revenueAfter[mexico]).toBeCloseTo(0.0037, 4);
    expect(Math.max(base.residual, solved.residual)).toBeLessThanOrEqual(1e-9);
  });
});

describe("solveSectorEquilibrium", () => {
  it("changes nothing where nothing changes, once the base is the model's own", () => {
    fc.assert(
      fc.property(worlds, ({data, elasticities}) => {
        const given = buildSectorEconomy(data);
        const economy = settleSectorEconomy(given, solveSectorEquilibrium(given, {elasticities}));
        const again = solveSectorEquilibrium(economy, {elasticities});
        expect(largestGap(again.wages, () => 1)).toBeLessThan(1e-7);
        expect(largestGap(sectorWelfare(economy, again).utility, () => 1)).toBeLessThan(1e-7);
      }),
      {numRuns: 25, seed: 1},
    );
  });

  it("is the one-sector equilibrium where there is one sector without inputs", () => {
    fc.assert(
      fc.property(worlds, ({n, data, elasticities}) => {
        const flows = data.flows.subarray(0, n * n);
        const none = new Float64Array(n * n);
        const economy = buildSectorEconomy({
          states: n,
          sectors: 1,
          flows,
          tariffs: none,
          inputs: new Float64Array(n),
        });
        const tariffs = none.map((_, k) => (k === 1 ? 0.2 : 0));
        const theta = elasticities.subarray(0, 1);
        const many = solveSectorEquilibrium(economy, {elasticities: theta, tariffs});
        const one = solveTradeEquilibrium({
          flows,
          elasticity: theta[0] as number,
          tariffs: [{exporter: 0, importer: 1, rate: 0.2}],
        });
        expect(largestGap(many.wages, (i) => one.wages[i] as number)).toBeLessThan(1e-7);
        const {utility} = sectorWelfare(economy, many);
        expect(largestGap(utility, (i) => one.realExpenditure[i] as number)).toBeLessThan(1e-7);
      }),
      {numRuns: 25, seed: 2},
    );
  });

  it("clears: labour earns what producers pay, and the world's deficits add up to nothing", () => {
    fc.assert(
      fc.property(worlds, ({n, m, data, elasticities}) => {
        const economy = buildSectorEconomy(data);
        const tariffs = data.tariffs.map((rate) => rate / 2);
        const solved = solveSectorEquilibrium(economy, {elasticities, tariffs, tolerance: 1e-11});
        for (let i = 0; i < n; i++) {
          let paid = 0;
          for (let s = 0; s < m; s++) {
            const sold = solved.flows.subarray((s * n + i) * n, (s * n + i + 1) * n);
            paid += (economy.valueAdded[s * n + i] as number) * sold.reduce((a, b) => a + b, 0);
          }
          const earned = (economy.income[i] as number) * (solved.wages[i] as number);
          expect(paid / earned).toBeCloseTo(1, 8);
        }
        const {deficits} = settleSectorEconomy(economy, solved);
        const traded = solved.flows.reduce((a, b) => a + b, 0);
        expect(deficits.reduce((a, b) => a + b, 0) / traded).toBeCloseTo(0, 10);
      }),
      {numRuns: 20, seed: 3},
    );
  });

  it("passes a fall in trade cost on through inputs: what is made of more inputs gains more", () => {
    // Two mirror states, one sector: each spends 80 at home and 20 abroad. With inputs the gain is raised to 1 / γ.
    const gain = (inputShare: number) => {
      const economy = buildSectorEconomy({
        states: 2,
        sectors: 1,
        flows: Float64Array.of(80, 20, 20, 80),
        tariffs: new Float64Array(4),
        inputs: new Float64Array(2).fill(inputShare),
      });
      const solved = solveSectorEquilibrium(economy, {
        elasticities: Float64Array.of(4),
        costFactors: Float64Array.of(1, 1.5, 1.5, 1),
      });
      return sectorWelfare(economy, solved).utility[0] as number;
    };
    expect(gain(0)).toBeCloseTo(1.1 ** 0.25, 8);
    expect(gain(0.5)).toBeCloseTo(1.1 ** 0.5, 8);
  });

  it("says how far it was when it does not settle", () => {
    const economy = buildSectorEconomy({
      states: 2,
      sectors: 1,
      flows: Float64Array.of(80, 20, 25, 60),
      tariffs: new Float64Array(4),
      inputs: new Float64Array(2),
    });
    const solve = () =>
      solveSectorEquilibrium(economy, {
        elasticities: Float64Array.of(4),
        costFactors: Float64Array.of(1, 1.5, 1, 1),
        tolerance: 1e-30,
      });
    expect(solve).toThrow(NoConvergence);
    expect(solve).toThrow(/residual \d/);
  });

  it("refuses what is no economy", () => {
    const build = (change: object) => () =>
      buildSectorEconomy({
        states: 2,
        sectors: 1,
        flows: Float64Array.of(80, 20, 25, 60),
        tariffs: new Float64Array(4),
        inputs: new Float64Array(2),
        ...change,
      });
    expect(build({flows: Float64Array.of(80, -1, 25, 60)})).toThrow("from 0 to 1 is -1");
    expect(build({tariffs: Float64Array.of(0, -1, 0, 0)})).toThrow("a tariff of -100 %");
    expect(build({inputs: Float64Array.of(1.5, 0)})).toThrow("a share of input 0 of 1.5");
    expect(build({flows: Float64Array.of(0, 0, 25, 60)})).toThrow("state 0 earns nothing");
    const economy = build({})();
    expect(() => solveSectorEquilibrium(economy, {elasticities: Float64Array.of(0)})).toThrow(
      "an elasticity of 0",
    );
  });
});
