import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {
  caliendoParroFolder,
  publishedNafta,
  readNafta,
  writeNaftaFiles,
} from "../../bench/caliendo-parro.ts";
import {readTradeCase, readTradeRows} from "../../bench/trade.ts";
import type {ShockOutcome} from "../../src/options/index.ts";
import {shockFileSchema} from "../../src/sources/index.ts";
import {callDemarche} from "./call-demarche.ts";

const gold = "../shared/gold/trade";
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "demarche-scenario-"));
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const write = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const scenario = (...args: string[]) => callDemarche(["scenario", ...args]);
async function answer(...args: string[]): Promise<ShockOutcome> {
  const {status, stdout, stderr} = await scenario(...args, "--json");
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

describe("demarche scenario", () => {
  it.skipIf(!existsSync(gold))("brings back the published equilibrium of GE_GRAVITY", async () => {
    const {states, published} = readTradeCase(readTradeRows(gold));
    const matrix = join(gold, "ge-gravity-eu-enlargement.csv.gz");
    for (const deficits of ["additive", "multiplicative"] as const) {
      const shock = write(
        "eu.yaml",
        `model: {theta: 4, deficits: ${deficits}}\nbase: {year: 2000}\nshocks:\n  - {effect: 1, column: eu_effect}\n`,
      );
      const outcome = await answer("--matrix", matrix, "--shock", shock);
      expect(outcome.states.map(({state}) => state)).toEqual(states);
      outcome.states.forEach(({realSpending}, i) => {
        expect(Math.abs(realSpending - (published[deficits].welfare[i] as number))).toBeLessThan(
          1e-6,
        );
      });
      const flowsTold = published[deficits].flows;
      outcome.flows.forEach(({after}, k) => {
        const told = flowsTold[k] as number;
        expect(told > 0 ? Math.abs(after / told - 1) : after).toBeLessThan(1e-6);
      });
    }
  });

  it.skipIf(!existsSync(gold))("brings back the table that gegravity prints", async () => {
    const shock = write(
      "ge.yaml",
      [
        "model: {sigma: 5, incomes: held, unit: DEU}",
        "base:",
        "  fit:",
        "    output: Y",
        "    spending: E",
        "    costs: {lndist: -0.3764, contiguity: 0.885, pta: 0.4823, common_language: 0.0392, international: -3.4224}",
        "shocks:",
        "  - {effect: 0.4823, between: [CAN, JPN]}",
      ].join("\n"),
    );
    const {states} = await answer("--matrix", join(gold, "gegravity-sample.dlm"), "--shock", shock);
    // Documentation of gegravity (Herman 2021), OneSectorGE: factory gate price, inward resistance, GDP, welfare
    // statistic, foreign exports, foreign imports, domestic trade; percent but for the statistic.
    const printed = {
      AUS: [0.003619, 0.010917, -0.007297, 1.000073, -0.087967, -0.034924, 0.019477],
      AUT: [-0.002883, 0.002462, -0.005345, 1.000053, -0.034994, -0.026757, -0.001338],
      BEL: [-0.002154, 0.000362, -0.002516, 1.000025, -0.038306, -0.031138, -0.011198],
      BRA: [-0.00557, 0.00009, -0.00566, 1.000057, -0.080164, -0.066571, -0.005454],
      CAN: [-0.133548, -0.566459, 0.435377, 0.995665, 1.634938, 1.563632, -2.001652],
    };
    for (const [state, figures] of Object.entries(printed)) {
      const told = states.find((one) => one.state === state);
      if (told === undefined) throw new Error(state);
      const percent = (factor: number | null) => 100 * ((factor ?? Number.NaN) - 1);
      const ours = [
        percent(told.producerPrice),
        percent(told.price),
        percent(told.realIncome),
        1 / told.realSpending,
        percent(told.exports),
        percent(told.imports),
        percent(told.domestic),
      ];
      for (const [i, figure] of ours.entries()) expect(figure).toBeCloseTo(figures[i] as number, 6);
    }
  });

  const replication = caliendoParroFolder(gold);
  it.skipIf(replication === null)("brings back NAFTA to the printed digit", async () => {
    const files = writeNaftaFiles(readNafta(replication as string), folder);
    const {states, model} = await answer(
      ...["--matrix", files.matrix, "--inputs", files.inputs, "--shock", files.shock],
    );
    expect(model.id).toBe("sector-equilibrium");
    const told = ["CAN", "MEX", "USA"].map((code) => states.find(({state}) => state === code));
    const welfare = told.map((one) => one?.firstOrderPercent?.welfare.toFixed(2));
    expect(welfare).toEqual(publishedNafta.welfare.map((value) => value.toFixed(2)));
    const exact = told.map((one) => (100 * ((one?.realIncome ?? 0) - 1)).toFixed(3));
    expect(exact).toEqual(["-0.110", "0.007", "0.074"]);
  });

  const matrix = "exporter,importer,value\nA,A,80\nA,B,20\nB,A,20\nB,B,80\n";

  it("prints a table of two figures with what it takes for granted", async () => {
    const {status, stdout} = await scenario(
      ...["--matrix", write("m.csv", matrix)],
      ...["--shock", write("s.yaml", "shocks:\n  - {flowFactor: 1.5, between: [A, B]}\n")],
    );
    expect(status).toBe(0);
    // 1.1^(1/4): see the equilibrium worked out by hand.
    expect(stdout).toMatch(/^A +2\.4 /m);
    expect(stdout).toContain(
      "structure, long run, parameter uncertainty only; changes in per cent",
    );
    expect(stdout).toContain("- θ is 4, since none was given");
  });

  it("ends with one line and what to do where the input is bad", async () => {
    const shock = write("s.yaml", "shocks:\n  - {flowFactor: 1.5, between: [A, B]}\n");
    const bad = await scenario(
      "--matrix",
      write("bad.csv", matrix.replace("A,B,20", "A,B,-20")),
      "--shock",
      shock,
    );
    expect(bad.status).toBe(2);
    expect(bad.stderr).toContain("bad.csv: line 3: value: A to B is -20: trade is 0 or more");
    const gone = await scenario("--matrix", join(folder, "none.csv"), "--shock", shock);
    expect(gone.stderr).toContain("none.csv is not there");
  });
});

describe("docs/scenario.md", () => {
  it("tells of every key of a scenario and every figure of an outcome", async () => {
    const page = readFileSync("docs/scenario.md", "utf8");
    const {shape} = shockFileSchema;
    const keys = [
      ...Object.keys(shape),
      ...Object.keys(shape.model.unwrap().shape),
      ...Object.keys(shape.base.unwrap().shape),
      ...Object.keys(shape.shocks.element.shape),
    ];
    expect(keys.length).toBeGreaterThan(30);
    for (const key of keys) expect(page).toContain(key);
    const {states} = await answer(
      ...["--matrix", write("m.csv", "exporter,importer,value\nA,A,80\nA,B,20\nB,A,20\nB,B,80\n")],
      ...["--shock", write("s.yaml", "shocks:\n  - {effect: 1, between: [A, B]}\n")],
    );
    for (const figure of Object.keys(states[0] ?? {})) expect(page).toContain(figure);
  });
});
