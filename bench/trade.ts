import {existsSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import {parse} from "csv-parse/sync";
import {fitPpml, solveTradeEquilibrium} from "../src/models/index.ts";
import type {BenchResult} from "./benches.ts";
import {
  caliendoParroFolder,
  publishedNafta,
  readNafta,
  regions,
  solveNafta,
} from "./caliendo-parro.ts";
import {medianMs} from "./median-ms.ts";

type Row = Readonly<
  Record<
    | "exporter"
    | "importer"
    | "year"
    | "trade"
    | "eu_effect"
    | "eu_enlargement"
    | "other_fta"
    | "w_eu"
    | "X_eu"
    | "w_mult"
    | "X_mult",
    string
  >
>;

/** A square of flows with a shock to trade costs, and what was published for it. */
export interface TradeCase {
  readonly states: readonly string[];
  readonly flows: Float64Array;
  readonly costFactors: Float64Array;
  /** Published welfare by state and flows by cell, for additive and multiplicative deficits. */
  readonly published: Readonly<
    Record<"additive" | "multiplicative", {welfare: Float64Array; flows: Float64Array}>
  >;
}

const file = "ge-gravity-eu-enlargement.csv";

/** Reads the published table from a file, or from a folder that holds it, packed or not. */
export function readTradeRows(data: string): Row[] {
  const path = statSync(data).isDirectory()
    ? [join(data, file), join(data, `${file}.gz`)].find((one) => existsSync(one))
    : data;
  if (path === undefined) throw new Error(`${data} holds no ${file} or ${file}.gz`);
  const bytes = readFileSync(path);
  return parse(path.endsWith(".gz") ? gunzipSync(bytes) : bytes, {columns: true});
}

/** The year that has published results, as a square. */
export function readTradeCase(rows: readonly Row[]): TradeCase {
  const told = rows.filter((row) => Number(row.w_eu) > 0);
  const states = [...new Set(told.flatMap((row) => [row.exporter, row.importer]))].sort();
  const n = states.length;
  const square = () => new Float64Array(n * n);
  const flows = square();
  const costFactors = square().fill(1);
  const additive = {welfare: new Float64Array(n), flows: square()};
  const multiplicative = {welfare: new Float64Array(n), flows: square()};
  for (const row of told) {
    const i = states.indexOf(row.exporter);
    const k = i * n + states.indexOf(row.importer);
    flows[k] = Number(row.trade);
    costFactors[k] = Math.exp(Number(row.eu_effect));
    additive.welfare[i] = Number(row.w_eu);
    additive.flows[k] = Number(row.X_eu);
    multiplicative.welfare[i] = Number(row.w_mult);
    multiplicative.flows[k] = Number(row.X_mult);
  }
  return {states, flows, costFactors, published: {additive, multiplicative}};
}

/** The gravity estimate behind the shock: international flows of all years, three sets of fixed effects. */
export function fitGravity(rows: readonly Row[]) {
  const abroad = rows.filter((row) => row.exporter !== row.importer);
  const column = (name: keyof Row) => Float64Array.from(abroad, (row) => Number(row[name]));
  const levels = (...names: (keyof Row)[]) => {
    const seen = new Map<string, number>();
    return Int32Array.from(abroad, (row) => {
      const key = names.map((name) => row[name]).join(" ");
      const level = seen.get(key) ?? seen.size;
      seen.set(key, level);
      return level;
    });
  };
  const pair = levels("exporter", "importer");
  return fitPpml({
    flow: column("trade"),
    regressors: [column("eu_enlargement"), column("other_fta")],
    effects: [levels("exporter", "year"), levels("importer", "year"), pair],
    cluster: pair,
  });
}

const largest = (values: Iterable<number>) => {
  let found = 0;
  for (const value of values) found = Math.max(found, Math.abs(value));
  return found;
};

/** Printed figures of NAFTA that do not come back to their last digit, and what consumers can buy in the same equilibrium. */
function naftaFigures(data: string) {
  const folder = caliendoParroFolder(data);
  if (folder === null) return {figures: {}, floors: {}, peers: {}};
  const nafta = readNafta(folder);
  const {welfare} = solveNafta(nafta);
  const {termsOfTrade, volumeOfTrade, realWage} = welfare;
  const ours = {
    welfare: termsOfTrade.map((terms, i) => terms + (volumeOfTrade[i] as number)),
    termsOfTrade,
    volumeOfTrade,
    realWage: realWage.map((wage) => wage - 1),
  };
  const printed = Object.entries(publishedNafta).flatMap(([name, values]) =>
    ["CAN", "MEX", "USA"].map((code, at) => {
      const figure = 100 * (ours[name as keyof typeof ours][regions.indexOf(code)] as number);
      return Number(figure.toFixed(2)) === values[at];
    }),
  );
  const exact = (code: string) => 100 * ((welfare.utility[regions.indexOf(code)] as number) - 1);
  return {
    figures: {
      naftaWrongDigits: printed.filter((same) => !same).length,
      naftaExactPercentCanada: exact("CAN"),
      naftaExactPercentMexico: exact("MEX"),
      naftaExactPercentUsa: exact("USA"),
    },
    floors: {
      "naftaWrongDigits no-change": printed.length,
    },
    peers: {
      "naftaExactPercentMexico first-order": 1.31,
    },
  };
}

/**
 * The published equilibria of the European Union's enlargement and of NAFTA, held against ours. Errors of welfare are
 * absolute, of flows relative. The floor of an error is answering "no change"; the floor of the time is plain damping.
 */
export async function run({data}: {data: string}): Promise<BenchResult> {
  const rows = readTradeRows(data);
  const {flows, costFactors, published, states} = readTradeCase(rows);
  const solve = (deficits: "additive" | "multiplicative") =>
    solveTradeEquilibrium({flows, costFactors, elasticity: 4, deficits});
  const errors = (deficits: "additive" | "multiplicative") => {
    const solved = solve(deficits);
    const {welfare, flows: told} = published[deficits];
    const ours = deficits === "additive" ? solved.realExpenditure : solved.realIncome;
    return {
      welfare: largest(ours.map((value, i) => value - (welfare[i] as number))),
      flows: largest(
        solved.flows.map((value, k) =>
          (told[k] as number) > 0 ? value / (told[k] as number) - 1 : 0,
        ),
      ),
      noChange: largest(welfare.map((value) => value - 1)),
    };
  };
  const additive = errors("additive");
  const multiplicative = errors("multiplicative");
  const twoHundred = tile(flows, states.length, 200);
  const gravity = fitGravity(rows);
  const nafta = naftaFigures(data);
  return {
    bench: "trade",
    figures: {
      maxAbsErrorAdditive: additive.welfare,
      maxAbsErrorMultiplicative: multiplicative.welfare,
      maxRelativeErrorFlowsAdditive: additive.flows,
      maxRelativeErrorFlowsMultiplicative: multiplicative.flows,
      solveMs44: medianMs(() => solve("additive")),
      solveMs200: medianMs(() => solveTradeEquilibrium({...twoHundred, elasticity: 4}), 5),
      gravityEstimate: gravity.coefficients[0] ?? Number.NaN,
      gravityMs: medianMs(() => fitGravity(rows), 3),
      ...nafta.figures,
    },
    floors: {
      "maxAbsErrorAdditive no-change": additive.noChange,
      "maxAbsErrorMultiplicative no-change": multiplicative.noChange,
      "solveMs44 plain-damping": medianMs(() => solvePlainly(flows, costFactors, 4), 3),
      ...nafta.floors,
    },
    peers: {
      "solveMs44 gegravity-python": 600,
      "gravityEstimate published": 0.224249005,
      ...nafta.peers,
    },
    n: flows.length,
  };
}

/** A larger world made of copies of the states, in whose first ten states trade costs fall; only its time is of interest. */
export function tile(flows: Float64Array, n: number, size: number) {
  const tiled = new Float64Array(size * size);
  const costFactors = new Float64Array(size * size).fill(1);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const flow = flows[(i % n) * n + (j % n)] as number;
      tiled[i * size + j] = i % n === j % n && i !== j ? flow / size : flow;
      if (i !== j && i < 10 && j < 10) costFactors[i * size + j] = 1.1;
    }
  }
  return {flows: tiled, costFactors};
}

/** The textbook iteration with additive deficits: wages move by 1 / (1 + θ) of excess demand until it is below 1e-9. */
function solvePlainly(flows: Float64Array, costFactors: Float64Array, theta: number): Float64Array {
  const n = Math.sqrt(flows.length);
  const at = (m: Float64Array, i: number, j: number) => m[i * n + j] as number;
  const indices = [...Array(n).keys()];
  const output = indices.map((i) => indices.reduce((sum, j) => sum + at(flows, i, j), 0));
  const spending = indices.map((j) => indices.reduce((sum, i) => sum + at(flows, i, j), 0));
  const world = output.reduce((a, b) => a + b, 0);
  let wages = Float64Array.from(indices, () => 1);
  for (let turn = 0; turn < 100_000; turn++) {
    const prices = indices.map((j) =>
      indices.reduce(
        (sum, i) =>
          sum +
          (at(flows, i, j) / (spending[j] as number)) *
            at(costFactors, i, j) *
            (wages[i] as number) ** -theta,
        0,
      ),
    );
    let worst = 0;
    const next = indices.map((i) => {
      const power = (wages[i] as number) ** -theta;
      const sold = indices.reduce((sum, j) => {
        const spent =
          (wages[j] as number) * (output[j] as number) +
          (spending[j] as number) -
          (output[j] as number);
        const share = (at(flows, i, j) / (spending[j] as number)) * at(costFactors, i, j);
        return sum + (share * power * spent) / (prices[j] as number);
      }, 0);
      const ratio = sold / ((wages[i] as number) * (output[i] as number));
      worst = Math.max(worst, Math.abs(ratio - 1));
      return (wages[i] as number) * ratio ** (1 / (1 + theta));
    });
    if (worst < 1e-9) return wages;
    const value = next.reduce((sum, w, i) => sum + w * (output[i] as number), 0);
    wages = Float64Array.from(next, (w) => (w * world) / value);
  }
  throw new Error("plain damping did not settle");
}
