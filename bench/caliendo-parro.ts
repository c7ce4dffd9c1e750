import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import {
  buildSectorEconomy,
  type SectorEconomy,
  sectorWelfare,
  settleSectorEconomy,
  solveSectorEquilibrium,
} from "../src/models/index.ts";

/** Regions of Caliendo & Parro 2015 in the order of their files. */
export const regions =
  "ARG AUS AUT BRA CAN CHL CHN DNK FIN FRA DEU GRC HUN IND IDN IRL ITA JPN KOR MEX NLD NZL NOR PRT ZAF ESP SWE TUR GBR USA ROW".split(
    " ",
  );

/** Goods that are traded; the other twenty sectors are services. */
export const goods = 20;

export interface NaftaCase {
  readonly data: {
    readonly flows: Float64Array;
    readonly tariffs: Float64Array;
    readonly tariffs2005: Float64Array;
    readonly inputs: Float64Array;
  };
  readonly economy: SectorEconomy;
  readonly elasticities: Float64Array;
  /** Tariffs of 1993, with those between Canada, Mexico and the USA as of 2005. */
  readonly nafta: Float64Array;
}

/** Where the replication files lie, or null. */
export function caliendoParroFolder(data: string): string | null {
  const folder = join(data, "caliendo-parro-2015");
  return existsSync(join(folder, "xbilat1993.txt.gz")) ? folder : null;
}

/** Reads the files of the NAFTA counterfactual as `gold/trade/README.md` tells them. */
export function readNafta(folder: string): NaftaCase {
  const read = (name: string) =>
    gunzipSync(readFileSync(join(folder, `${name}.txt.gz`)))
      .toString("utf8")
      .trim()
      .split(/\r?\n/)
      .map((line) => Float64Array.from(line.trim().split(/\s+/), Number));
  const n = regions.length;
  const sectors = 40;
  const [bilateral, tariffRows, tariffRows2005] = [
    read("xbilat1993"),
    read("tariffs1993"),
    read("tariffs2005"),
  ];
  const [valueAdded, output, inputRows, dispersion] = [
    read("B"),
    read("GO"),
    read("IO"),
    read("T"),
  ];
  const at = (rows: readonly Float64Array[], r: number, c: number) => rows[r]?.[c] ?? Number.NaN;
  const flows = new Float64Array(sectors * n * n);
  const tariffs = new Float64Array(sectors * n * n);
  const tariffs2005 = new Float64Array(sectors * n * n);
  for (let s = 0; s < sectors; s++) {
    for (let i = 0; i < n; i++) {
      let exported = 0;
      for (let j = 0; j < n && s < goods; j++) {
        const k = (s * n + i) * n + j;
        if (i === j) continue;
        flows[k] = 1000 * at(bilateral, s * n + j, i);
        tariffs[k] = at(tariffRows, s * n + j, i) / 100;
        tariffs2005[k] = at(tariffRows2005, s * n + j, i) / 100;
        exported += flows[k] as number;
      }
      flows[(s * n + i) * n + i] = Math.max(0, at(output, s, i) - exported);
    }
  }
  const inputs = new Float64Array(n * sectors * sectors);
  for (let i = 0; i < n; i++) {
    for (let s = 0; s < sectors; s++) {
      for (let k = 0; k < sectors; k++) {
        inputs[(i * sectors + s) * sectors + k] =
          at(inputRows, i * sectors + k, s) * (1 - at(valueAdded, s, i));
      }
    }
  }
  const inNafta = new Set(["CAN", "MEX", "USA"].map((code) => regions.indexOf(code)));
  const nafta = tariffs.map((rate, k) =>
    inNafta.has(k % n) && inNafta.has(Math.floor(k / n) % n) ? (tariffs2005[k] as number) : rate,
  );
  return {
    data: {flows, tariffs, tariffs2005, inputs},
    economy: buildSectorEconomy({states: n, sectors, flows, tariffs, inputs}),
    elasticities: Float64Array.from({length: sectors}, (_, s) =>
      s < goods ? at(dispersion, s, 0) : 8.22,
    ),
    nafta,
  };
}

/** Both solves of the paper: the base of 1993 with deficits closed, then the tariffs of NAFTA from there. */
export function solveNafta({economy, elasticities, nafta}: Omit<NaftaCase, "data">) {
  const base = solveSectorEquilibrium(economy, {
    elasticities,
    deficits: new Float64Array(economy.states),
  });
  const settled = settleSectorEconomy(economy, base);
  const solved = solveSectorEquilibrium(settled, {
    elasticities,
    tariffs: nafta,
    deficits: new Float64Array(economy.states),
  });
  return {base, settled, solved, welfare: sectorWelfare(settled, solved)};
}

/** Printed by Caliendo & Parro 2015, tables 2 and 4 (percent): Canada, Mexico, USA. */
export const publishedNafta = {
  welfare: [-0.06, 1.31, 0.08],
  termsOfTrade: [-0.11, -0.41, 0.04],
  volumeOfTrade: [0.04, 1.72, 0.04],
  realWage: [0.32, 1.72, 0.11],
} as const;

/** Writes the case as a user of `demarche scenario` would bring it: a matrix, an input table and a scenario. */
export function writeNaftaFiles({data, elasticities}: NaftaCase, folder: string) {
  const n = regions.length;
  const sectors = elasticities.length;
  const nameOf = (s: number) => `s${String(s + 1).padStart(2, "0")}`;
  const flows = ["exporter,importer,sector,value,tariff1993,tariff2005"];
  for (const [k, value] of data.flows.entries()) {
    const [s, i, j] = [Math.floor(k / n / n), Math.floor(k / n) % n, k % n];
    if (value === 0 && i !== j) continue;
    const duties = [data.tariffs, data.tariffs2005].map((rates) => 100 * (rates[k] as number));
    flows.push([regions[i], regions[j], nameOf(s), value, ...duties].join(","));
  }
  const inputs = ["state,sector,input,share"];
  for (const [at, share] of data.inputs.entries()) {
    const [i, s, k] = [
      Math.floor(at / sectors / sectors),
      Math.floor(at / sectors) % sectors,
      at % sectors,
    ];
    if (share !== 0) inputs.push([regions[i], nameOf(s), nameOf(k), share].join(","));
  }
  const theta = [...elasticities].map((value, s) => `${nameOf(s)}: ${value}`).join(", ");
  const shock = [
    `model: {theta: {${theta}}, deficits: closed}`,
    "base: {tariffColumn: tariff1993, closeDeficits: true}",
    "shocks:",
    "  - {tariffPercent: 1, column: tariff2005, among: [CAN, MEX, USA]}",
  ];
  const write = (name: string, lines: readonly string[]) => {
    writeFileSync(join(folder, name), `${lines.join("\n")}\n`);
    return join(folder, name);
  };
  return {
    matrix: write("nafta.csv", flows),
    inputs: write("nafta-inputs.csv", inputs),
    shock: write("nafta.yaml", shock),
  };
}
