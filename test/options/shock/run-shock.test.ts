import {describe, expect, it} from "vitest";
import {runShock, toldFigures} from "../../../src/options/index.ts";
import {type FlowTable, parseShock} from "../../../src/sources/index.ts";

const states = ["AAA", "BBB", "CCC"];
const table: FlowTable = {
  name: "small.csv",
  year: 2016,
  states,
  sectors: ["all"],
  hasSectors: false,
  values: Float64Array.of(800, 60, 40, 50, 900, 70, 30, 80, 400),
  lines: Uint32Array.from({length: 9}, (_, k) => k + 2),
  columns: new Map(),
};
const expand = (party: string) => (party === "PACT" ? ["BBB", "CCC"] : []);
const run = (yaml: string, more: object = {}) =>
  runShock({file: parseShock(yaml, "s.yaml"), table, inputs: null, expand, draws: 0, ...more});
const realIncomes = async (yaml: string, more: object = {}) =>
  (await run(yaml, more)).states.map(({realIncome}) => realIncome);
const shocks = (...all: string[]) => `shocks:\n${all.map((one) => `  - ${one}\n`).join("")}`;

describe("runShock", () => {
  it("says structure, base, method and what it takes for granted, for every state", async () => {
    const outcome = await run(shocks("{tariffPoints: 10, exporters: AAA, importers: PACT}"));
    expect(outcome.heading).toBe("2016 structure, long run, parameter uncertainty only");
    expect(outcome.states.map(({state}) => state)).toEqual(states);
    expect(outcome.model).toMatchObject({id: "trade-equilibrium", theta: 4, deficits: "additive"});
    expect(outcome.assumptions.join(" ")).toContain("θ is 4, since none was given");
    expect(outcome.convergence.residual).toBeLessThan(1e-10);
    const [exporter, importer] = outcome.states;
    expect(exporter?.realIncome).toBeLessThan(1);
    expect(exporter?.exports).toBeLessThan(1);
    expect(importer?.tariffRevenuePercentOfIncome[1]).toBeGreaterThan(0);
    expect(
      outcome.flows.find(({exporter: from, importer: to}) => from === "AAA" && to === "BBB")?.after,
    ).toBeLessThan(60);
  });

  it("answers a tariff with the same one, and undoes one shock of several", async () => {
    const answered = await realIncomes(
      shocks("{tariffPoints: 10, exporters: AAA, importers: BBB, answered: true}"),
    );
    const both = shocks(
      "{name: first, tariffPoints: 10, exporters: AAA, importers: BBB}",
      "{name: answer, tariffPoints: 10, exporters: BBB, importers: AAA}",
    );
    expect(await realIncomes(both)).toEqual(answered);
    expect(await realIncomes(both, {without: ["answer"]})).toEqual(
      await realIncomes(shocks("{tariffPoints: 10, exporters: AAA, importers: BBB}")),
    );
    await expect(run(both, {without: ["second"]})).rejects.toThrow('no shock called "second"');
  });

  it("undoes an agreement by leaving it", async () => {
    const back = await realIncomes(
      shocks("{agreement: enter, between: [AAA, BBB]}", "{agreement: leave, between: [AAA, BBB]}"),
    );
    for (const one of back) expect(one).toBeCloseTo(1, 9);
    const [entered] = await realIncomes(shocks("{agreement: enter, between: [AAA, BBB]}"));
    expect(entered).toBeGreaterThan(1);
  });

  it("lets an embargo act once, whatever θ is", async () => {
    const partial = shocks(
      "{embargo: partial, effectOfEmbargo: -1.1, source: a paper, exporters: AAA, importers: BBB}",
    );
    const asEffect = shocks("{effect: -1.1, exporters: AAA, importers: BBB}");
    const model = "model: {theta: 7}\n";
    expect(await realIncomes(model + partial)).toEqual(await realIncomes(model + asEffect));
    const ended = await run(shocks("{embargo: complete, exporters: AAA, importers: BBB}"));
    expect(ended.flows[1]?.after).toBe(0);
    expect(ended.states[0]?.realIncome).toBeLessThan(1);
  });

  it("costs by a sanction what probability times loss says", async () => {
    const sanction = shocks(
      "{sanction: {probability: 0.25, lossPercent: 40}, source: judged, exporters: AAA, importers: BBB}",
    );
    const cost = shocks("{costPercent: 10, exporters: AAA, importers: BBB}");
    expect(await realIncomes(sanction)).toEqual(await realIncomes(cost));
  });

  it("gives a price cap's rents to whom it names", async () => {
    const cap = (rents: string) =>
      run(shocks(`{discountPercent: 20, exporters: AAA, importers: BBB${rents}}`));
    const [seller, buyer, other] = (await cap("")).states;
    expect(seller?.realSpending).toBeLessThan(1);
    expect(buyer?.realSpending).toBeGreaterThan(1);
    const carrier = (await cap(", rentsTo: CCC")).states[2];
    expect(carrier?.realSpending).toBeGreaterThan(other?.realSpending as number);
  });

  it("gives intervals that hold the centre, hears of each draw, and can be stopped", async () => {
    const yaml = shocks("{agreement: enter, between: [AAA, BBB]}");
    const heard: number[] = [];
    const outcome = await run(yaml, {draws: 40, tell: (done: number) => void heard.push(done)});
    expect(heard.length).toBe(40);
    const {intervals, realIncome} = outcome.states[0] ?? {};
    expect(intervals?.realIncome?.low).toBeLessThan(realIncome as number);
    expect(intervals?.realIncome?.high).toBeGreaterThan(realIncome as number);
    expect(await run(yaml, {draws: 40})).toEqual(outcome);
    const stop = () => {
      throw new Error("stopped");
    };
    await expect(run(yaml, {draws: 40, tell: stop})).rejects.toThrow("stopped");
  });

  it("measures values in a state's own prices without moving what is real", async () => {
    const yaml = shocks("{effect: 0.5, between: [AAA, BBB]}");
    const world = await run(yaml);
    const own = await run(`model: {unit: CCC}\n${yaml}`);
    expect(own.states[2]?.price).toBeCloseTo(1, 12);
    expect(own.states.map(({realIncome}) => realIncome)).toEqual(
      world.states.map(({realIncome}) => realIncome),
    );
  });

  it("tells how much a state relies on a power, and less of it after a tariff on that power", async () => {
    const yaml = shocks("{tariffPoints: 20, exporters: PACT, importers: AAA}");
    const {states: told} = await run(yaml, {powers: ["PACT", "AAA", "NOWHERE"]});
    const [first, second] = told;
    expect(first?.reliance.map(({power}) => power)).toEqual(["PACT"]);
    // AAA buys 800 + 50 + 30, of which 80 from PACT, and sells 900, of which 100 to PACT.
    const [reliance] = first?.reliance ?? [];
    expect(reliance?.purchasesPercent[0]).toBeCloseTo((100 * 80) / 880, 12);
    expect(reliance?.salesPercent[0]).toBeCloseTo((100 * 100) / 900, 12);
    expect(reliance?.purchasesPercent[1]).toBeLessThan(reliance?.purchasesPercent[0] as number);
    // What a member sells to itself is not reliance on its own bloc.
    const own = second?.reliance.find(({power}) => power === "PACT");
    expect(own?.purchasesPercent[0]).toBeCloseTo((100 * 80) / 1040, 12);
  });

  it("gives every figure its interval, of the difference where it has a level", async () => {
    const yaml = shocks("{tariffPoints: 20, exporters: AAA, importers: BBB}");
    const {states: told} = await run(yaml, {draws: 40, powers: ["AAA"]});
    for (const {intervals, ...state} of told) {
      if (intervals === null) throw new Error(state.state);
      for (const key of ["realIncome", "wage", "price", "exports", "imports"] as const) {
        const {low, high} = intervals[key] ?? {low: Number.NaN, high: Number.NaN};
        expect(low).toBeLessThanOrEqual(state[key] as number);
        expect(high).toBeGreaterThanOrEqual(state[key] as number);
      }
      const [before, after] = state.importConcentration ?? [Number.NaN, Number.NaN];
      expect(intervals.importConcentration?.low).toBeLessThanOrEqual(after - before);
      expect(intervals.importConcentration?.high).toBeGreaterThanOrEqual(after - before);
      expect(intervals.reliance.length).toBe(state.reliance.length);
    }
  });

  it("is less sure where domestic trade was estimated", async () => {
    const yaml = `model: {thetaLogSd: 0}\n${shocks("{tariffPoints: 20, exporters: AAA, importers: BBB}")}`;
    const width = async (more: object) => {
      const {intervals} = (await run(yaml, {draws: 40, ...more})).states[0] ?? {};
      return (intervals?.realIncome?.high ?? 0) - (intervals?.realIncome?.low ?? 0);
    };
    expect(await width({})).toBeLessThan(1e-7);
    const domestic = {gdp: Float64Array.of(450, 510, 255), low: 1.7, high: 2.3};
    expect(await width({domestic})).toBeGreaterThan(1e-5);
  });

  it("answers at the centre first, and tells only the flows that were asked for", async () => {
    const yaml = shocks("{tariffPoints: 20, exporters: AAA, importers: BBB}");
    const first: unknown[] = [];
    const outcome = await run(yaml, {
      draws: 20,
      flowsOf: ["CCC"],
      first: (centre: unknown) => void first.push(centre),
    });
    expect(first).toEqual([
      {...outcome, states: outcome.states.map((state) => ({...state, intervals: null}))},
    ]);
    expect(outcome.flows.length).toBe(5);
    for (const {exporter, importer} of outcome.flows) expect([exporter, importer]).toContain("CCC");
  });

  it("says of each number whether it is cited, the policy asked about, or given without a source", async () => {
    const {parameters} = await run(
      shocks(
        "{name: duty, tariffPoints: 5, exporters: AAA}",
        "{name: pact, agreement: enter, between: [AAA, BBB]}",
        "{name: cap, discountPercent: 10, exporters: CCC, importers: AAA}",
        "{name: risk, sanction: {probability: 0.1, lossPercent: 20}, between: [AAA, CCC], source: a judgement}",
      ),
    );
    const from = Object.fromEntries(parameters.map((one) => [one.of, one.from]));
    expect(from).toEqual({
      model: "cited",
      duty: "chosen",
      pact: "cited",
      cap: "asked",
      risk: "cited",
    });
    expect(parameters.find(({of}) => of === "risk")?.source).toBe("a judgement");
    const asked = await run(`model: {theta: 3}\n${shocks("{effect: 1, exporters: AAA}")}`);
    expect(asked.parameters.map((one) => one.from)).toEqual(["asked", "asked"]);
  });

  it("gives no figure where there is no equilibrium, and says who could not live on what it earns", async () => {
    // Six caps at once take more from CCC than it earns.
    const caps = Array.from({length: 6}, () => "{discountPercent: 99, exporters: CCC}");
    await expect(run(shocks(...caps))).rejects.toMatchObject({
      status: 422,
      whatToDo: expect.stringContaining("no figure is given"),
    });
  });

  it("counts the revenue that stands, and what is lost of it", async () => {
    const standing = new Float64Array(9);
    standing[1] = 20;
    const {states: told, model} = await run(
      `base: {tariffColumn: duty}\n${shocks("{tariffPercent: 0, exporters: AAA, importers: BBB}")}`,
      {table: {...table, columns: new Map([["duty", standing]])}},
    );
    expect(model.id).toBe("sector-equilibrium");
    const [before, after] = told[1]?.tariffRevenuePercentOfIncome ?? [];
    expect(before).toBeGreaterThan(1);
    expect(after).toBe(0);
    expect(told[1]?.firstOrderPercent?.volumeOfTrade).toBeGreaterThan(0);
  });

  it("refuses what the matrix does not hold", async () => {
    const refused = (yaml: string) => expect(run(yaml)).rejects;
    await refused(shocks("{effect: 1, exporters: AAB}")).toThrow(
      'the matrix holds no state "AAB"; did you mean AAA?',
    );
    await refused(shocks("{effect: 1, importers: AAA, sectors: Petroleum}")).toThrow(
      "names sectors, but the matrix has none",
    );
    await refused(`model: {theta: {Food: 3}}\n${shocks("{effect: 1, importers: AAA}")}`).toThrow(
      'no sector "Food"',
    );
    await refused(
      shocks("{tariffPoints: -60, importers: AAA}", "{tariffPoints: -60, importers: AAA}"),
    ).toThrow("would be -120.0 %");
    await refused(`model: {unit: ZZZ}\n${shocks("{effect: 1, importers: AAA}")}`).toThrow(
      "model.unit",
    );
  });

  it("tells a bloc as one row: members weighted by the base, values summed, and who lies furthest apart", async () => {
    const outcome = await run(shocks("{tariffPoints: 10, exporters: AAA, importers: PACT}"), {
      blocs: [
        {bloc: "PACT", members: ["BBB", "CCC", "ZZZ"]},
        {bloc: "ALONE", members: ["AAA", "YYY"]},
      ],
      powers: ["AAA"],
      draws: 20,
    });
    expect(outcome.blocs.map(({state}) => state)).toEqual(["PACT"]);
    const [pact] = outcome.blocs;
    const [, b, c] = outcome.states;
    if (pact === undefined || b === undefined || c === undefined) throw new Error("no rows");
    expect([pact.members, pact.absent]).toEqual([["BBB", "CCC"], ["ZZZ"]]);
    // B made 1,020 and C 510 in the base; abroad B sold 120 and C 110.
    expect(pact.realIncome).toBeCloseTo((1020 * b.realIncome + 510 * c.realIncome) / 1530, 12);
    expect(pact.exports).toBeCloseTo((120 * (b.exports ?? 0) + 110 * (c.exports ?? 0)) / 230, 12);
    const interval = pact.intervals?.realIncome;
    expect(interval?.low).toBeLessThanOrEqual(pact.realIncome);
    expect(interval?.high).toBeGreaterThanOrEqual(pact.realIncome);
    const [reliance] = pact.reliance;
    // They bought 100 of A of the 1,550 that they bought in all.
    expect(reliance?.purchasesPercent[0]).toBeCloseTo((100 * 100) / 1550, 9);
    const [told] = toldFigures(outcome, (party) => party).blocs;
    const of = (state: {readonly realIncome: number}) => 100 * (state.realIncome - 1);
    expect(told?.spread[0]?.map(({value}) => value)).toEqual([of(b), of(c)].sort((x, y) => x - y));
    expect(outcome.assumptions.join(" ")).toContain("A bloc is one row");
  });

  it("adds up: a bloc of all states earns and sells what they do", async () => {
    const {states: all, blocs} = await run(shocks("{costPercent: -20, between: [AAA, BBB]}"), {
      blocs: [{bloc: "WORLD", members: states}],
    });
    const made = [900, 1020, 510];
    const output = all.reduce((sum, one, i) => sum + one.output * (made[i] as number), 0);
    // World output is the unit of value.
    expect(output).toBeCloseTo(2430, 6);
    expect(blocs[0]?.output).toBeCloseTo(1, 9);
    expect(blocs[0]?.realIncome).toBeGreaterThan(1);
  });

  it("carries a cited size for a partial embargo, a sanction and a price cap, which one's own takes the place of", async () => {
    const cited = await run(
      shocks(
        "{name: embargo, embargo: partial, between: [AAA, BBB]}",
        "{name: risk, sanction: {}, between: [AAA, CCC]}",
        "{name: cap, discountPercent: observed, exporters: CCC, importers: AAA}",
      ),
    );
    const told = new Map(cited.parameters.map((one) => [one.of, one]));
    expect(told.get("embargo")).toMatchObject({
      from: "cited",
      value: "-0.1268 (standard error 0.0375)",
    });
    expect(told.get("embargo")?.source).toContain("Global Sanctions Data Base");
    // 2 of 48; exp(0.1268 / 4) − 1; 10.28 of 83.12 dollars.
    expect(told.get("risk")).toMatchObject({from: "cited", value: "0.042, 3.2"});
    expect(told.get("risk")?.source).toContain("section 231 of CAATSA");
    expect(told.get("cap")).toMatchObject({from: "cited", value: "12"});
    const [byHand] = await realIncomes(shocks("{effect: -0.1268, between: [AAA, BBB]}"));
    const [carried] = await realIncomes(shocks("{embargo: partial, between: [AAA, BBB]}"));
    expect(carried).toBe(byHand);
    const own = await run(
      shocks("{embargo: partial, effectOfEmbargo: -1, source: a paper, between: [AAA, BBB]}"),
    );
    expect(own.parameters.at(-1)).toMatchObject({value: "-1", source: "a paper"});
  });
});
