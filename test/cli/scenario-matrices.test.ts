import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {ShockOutcome} from "../../src/options/index.ts";
import {callDemarche} from "./call-demarche.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "demarche-matrices-"));
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const write = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const scenario = (matrix: string, shock: string, ...more: string[]) =>
  callDemarche([
    ...["scenario", "--matrix", write("m.csv", matrix), "--shock", write("s.yaml", shock)],
    ...more,
  ]);
async function answer(matrix: string, shock: string): Promise<ShockOutcome> {
  const {status, stdout, stderr} = await scenario(matrix, shock, "--json");
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
const realIncomes = async (matrix: string, shock: string) =>
  (await answer(matrix, shock)).states.map(({realIncome}) => realIncome);

type Row = readonly [exporter: string, importer: string, value: number, sector?: string];
const rows: readonly Row[] = [
  ["A", "A", 80],
  ["A", "B", 20],
  ["A", "C", 5],
  ["B", "A", 24],
  ["B", "B", 90],
  ["B", "C", 3],
  ["C", "A", 4],
  ["C", "B", 6],
  ["C", "C", 50],
];
const csv = (header: string, of = (row: Row): readonly unknown[] => row, all = rows) =>
  `${[header, ...all.map((row) => of(row).join(","))].join("\n")}\n`;
const plain = csv("exporter,importer,value");

describe("a matrix brought to demarche scenario", () => {
  const shock = "shocks:\n  - {effect: 0.3, between: [A, B]}\n";

  it("means the same whatever its columns are called, in whatever order, with or without a mark before it", async () => {
    const expected = await realIncomes(plain, shock);
    expect(new Set(expected).size).toBe(3);
    const turned = ([exporter, importer, value]: Row) => [value, importer, exporter];
    for (const same of [
      csv("value,importer,exporter", turned),
      csv("Value,Importer,Exporter", turned),
      csv("trade,iso3_d,iso3_o", turned),
      csv("TRADE,importer_iso3,exporter_iso3", turned),
      `\uFEFF${csv("exporter,importer,flow").replaceAll("\n", "\r\n")}`,
      csv("exporter,importer,value").replaceAll(",", ";"),
      csv("exporter\timporter\tvalue", (row) => [row.join("\t")]),
      csv("exporter,importer,note,value", ([i, j, value]) => [i, j, '"a, b"', value]),
      csv("exporter,importer,value", undefined, [...rows].reverse()),
    ])
      expect(await realIncomes(same, shock)).toEqual(expected);
    const named = `base: {columns: {exporter: von, importer: nach, value: X}}\n${shock}`;
    expect(await realIncomes(csv("von,nach,X"), named)).toEqual(expected);
  });

  it("lets the scenario choose what becomes of deficits, and tells them apart", async () => {
    const incomes: string[] = [];
    for (const deficits of ["additive", "multiplicative", "balanced", "closed"]) {
      const {states} = await answer(plain, `model: {deficits: ${deficits}}\n${shock}`);
      incomes.push(states.map(({realSpending}) => realSpending).join());
    }
    expect(new Set(incomes).size).toBe(4);
  });

  it("loses without trade what Arkolakis, Costinot & Rodríguez-Clare 2012 say: home share ^ (1/θ)", async () => {
    const autarky =
      "model: {theta: 5, deficits: closed}\nshocks:\n  - {flowFactor: 0, among: [A, B, C]}\n";
    const found = await realIncomes(plain, autarky);
    for (const [i, home] of [80 / 108, 90 / 116, 50 / 58].entries())
      expect(found[i]).toBeCloseTo(home ** (1 / 5), 9);
  });

  it("loses without trade in many sectors what Costinot & Rodríguez-Clare 2014 say, θ sector by sector", async () => {
    const theta = {food: 3, oil: 8, cars: 5};
    const size = {food: 1, oil: 0.5, cars: 2};
    const sectors = Object.keys(theta) as (keyof typeof theta)[];
    const flow = ([i, j, value]: Row, s: keyof typeof theta) =>
      value * (i === j ? 1 : size[s]) + (i < j ? sectors.indexOf(s) : 0);
    const many = csv(
      "sector,exporter,importer,value",
      ([i, j, value, sector]) => [sector, i, j, value],
      sectors.flatMap((s) => rows.map((row): Row => [row[0], row[1], flow(row, s), s])),
    );
    const found = await answer(
      many,
      "model: {theta: {food: 3, oil: 8, others: 5}, deficits: closed}\nshocks:\n  - {flowFactor: 0, among: [A, B, C]}\n",
    );
    for (const {state, realIncome, firstOrderPercent} of found.states) {
      const bought = (s: keyof typeof theta, from?: string) =>
        rows
          .filter(([i, j]) => j === state && (from === undefined || i === from))
          .reduce((sum, row) => sum + flow(row, s), 0);
      const all = sectors.reduce((sum, s) => sum + bought(s), 0);
      const gains = sectors.reduce(
        (product, s) => product * (bought(s, state) / bought(s)) ** (bought(s) / all / theta[s]),
        1,
      );
      expect(realIncome).toBeCloseTo(gains, 8);
      // The paper's differential knows tariffs alone.
      expect(firstOrderPercent).toBeNull();
    }
  });

  it("closes deficits where that alone is the change", async () => {
    const closed = await answer(plain, "model: {deficits: closed}\nshocks: []\n");
    const exports = (state: string) => closed.states.find((one) => one.state === state)?.exports;
    // A buys 28 and sells 25, so it must sell more; C sells 10 and buys 8.
    expect(exports("A")).toBeGreaterThan(1);
    expect(exports("C")).toBeLessThan(1);
  });

  it("lays down tariffs of a column though they fall to 0", async () => {
    const tariffs = csv("exporter,importer,value,t0,t1", ([i, j, value]) => [
      ...[i, j, value],
      ...(i === j ? [0, 0] : [10, j === "A" ? 0 : 10]),
    ]);
    const {states} = await answer(
      tariffs,
      "base: {tariffColumn: t0}\nshocks:\n  - {tariffPercent: 1, column: t1}\n",
    );
    expect(states.map((one) => one.tariffRevenuePercentOfIncome[1] > 0)).toEqual([
      ...[false, true, true],
    ]);
  });
});

describe("bad input to demarche scenario", () => {
  const shock = "shocks:\n  - {effect: 0.3, between: [A, B]}\n";
  const many = csv("exporter,importer,value,sector", (row) => [...row, "food"]);
  const cases: readonly [what: string, matrix: string, scenario: string, told: string][] = [
    [
      "negative trade",
      plain.replace("A,B,20", "A,B,-20"),
      shock,
      "m.csv: line 3: value: A to B is -20: trade is 0 or more",
    ],
    [
      "missing domestic trade",
      plain.replace("B,B,90\n", ""),
      shock,
      "m.csv: B (line 3) has no domestic trade",
    ],
    [
      "a sector without producer",
      `${many}A,B,0,oil\n`,
      shock,
      "m.csv: nobody makes oil (line 11): every flow of it is 0",
    ],
    [
      "thousands separators",
      plain.replace("A,B,20", 'A,B,"1,020"'),
      shock,
      'm.csv: line 3: value: "1,020" is no number',
    ],
    [
      "a decimal comma",
      plain.replaceAll(",", ";").replace("20", "20,5"),
      shock,
      'line 3: value: "20,5" is no number',
    ],
    ["a blank value", plain.replace("A,B,20", "A,B,"), shock, 'line 3: value: "" is no number'],
    ["a pair given twice", `${plain}A,B,1\n`, shock, "line 11: A to B stands in line 3 already"],
    [
      "a tariff below −100 %",
      plain,
      "shocks:\n  - {tariffPoints: -120, importers: A}\n",
      "s.yaml: shocks[1].tariffPoints: a change of −100 % or less leaves nothing",
    ],
    [
      "a standing tariff below −100 %",
      csv("exporter,importer,value,t", (row) => [
        ...row,
        row[0] === "B" && row[1] === "A" ? -130 : 0,
      ]),
      `base: {tariffColumn: t}\n${shock}`,
      "m.csv: line 5: a tariff of -130 % leaves no price",
    ],
    [
      "an elasticity of zero",
      plain,
      `model: {theta: 0}\n${shock}`,
      "model.theta: an elasticity must be above 0",
    ],
    [
      "an unknown sector",
      many,
      "shocks:\n  - {name: tax, tariffPoints: 5, importers: A, sectors: fod}\n",
      'tax: the matrix holds no sector "fod"; did you mean food?',
    ],
    [
      "an unknown state",
      plain,
      "shocks:\n  - {tariffPoints: 5, importers: Q}\n",
      'shock 1: the matrix holds no state "Q"',
    ],
  ];

  it.each(cases)(
    "%s is one clear error that names the row",
    async (_, matrix, scenarioText, told) => {
      const {status, stdout, stderr} = await scenario(matrix, scenarioText, "--json");
      expect(status).toBe(2);
      expect(stdout).toBe("");
      expect(stderr).toContain(told);
    },
  );
});
