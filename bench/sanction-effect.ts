import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import {fitPpml} from "../src/models/index.ts";

const trade = "trade/penppml_bilateral_1964-2016.csv.gz";
const sanctions = "sanctions/gsdb_panel_g7_eu_1960-2021.csv.gz";
/** Senders whose sanctions the panel tells of by itself; those of the European Union as a body are left out. */
const senders = ["USA", "GBR", "DEU", "FRA", "ITA", "CAN", "JPN"];

/** Whether the data from which the effect is estimated lie in a folder. */
export function hasSanctionData(folder: string): boolean {
  return existsSync(join(folder, trade)) && existsSync(join(folder, sanctions));
}

/**
 * Effect of a trade sanction of one of the G7 on the log of trade between sender and target, both ways: PPML with exporter-
 * year, importer-year and pair effects, agreements held, errors clustered on pairs. Every fourth year 1964-2012 and 2016
 * (penppml's bilateral trade), zeros for pairs that traded in another year while both reported; sanctions of the Global
 * Sanctions Data Base, partial and complete together, as the panel does not tell them apart.
 */
export function sanctionEffect(folder: string) {
  const sanctioned = new Set<string>();
  const panel = rowsOf(join(folder, sanctions));
  for (const row of panel) {
    for (const sender of senders)
      if (row.get(`${sender}_TRADE`) === "1")
        sanctioned.add(`${sender} ${row.get("iso3st")} ${row.get("year")}`);
  }
  const flows = new Map<string, {readonly flow: number; readonly agreement: number}>();
  const pairs = new Map<string, readonly [string, string]>();
  const sells = new Set<string>();
  const buys = new Set<string>();
  const years = new Set<string>();
  for (const row of rowsOf(join(folder, trade))) {
    const [exporter = "", importer = "", year = ""] = ["exporter", "importer", "year"].map(
      (name) => row.get(name) ?? "",
    );
    if (exporter === importer) continue;
    flows.set(`${exporter} ${importer} ${year}`, {
      flow: Number(row.get("export_usd")) / 1e6,
      agreement: (row.get("agreement") ?? "") === "" ? 0 : 1,
    });
    pairs.set(`${exporter} ${importer}`, [exporter, importer]);
    sells.add(`${exporter} ${year}`);
    buys.add(`${importer} ${year}`);
    years.add(year);
  }
  const flow: number[] = [];
  const regressors: [number[], number[]] = [[], []];
  const levels = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const effects: number[][] = [[], [], []];
  const clusters = new Map<string, number>();
  const cluster: number[] = [];
  const numberOf = (known: Map<string, number>, key: string) => {
    const found = known.get(key) ?? known.size;
    known.set(key, found);
    return found;
  };
  for (const [pair, [exporter, importer]] of pairs) {
    for (const year of years) {
      if (!sells.has(`${exporter} ${year}`) || !buys.has(`${importer} ${year}`)) continue;
      const known = flows.get(`${pair} ${year}`);
      flow.push(known?.flow ?? 0);
      const between = [`${exporter} ${importer} ${year}`, `${importer} ${exporter} ${year}`];
      regressors[0].push(between.some((key) => sanctioned.has(key)) ? 1 : 0);
      regressors[1].push(
        known?.agreement ?? flows.get(`${importer} ${exporter} ${year}`)?.agreement ?? 0,
      );
      for (const [at, key] of [`${exporter} ${year}`, `${importer} ${year}`, pair].entries())
        effects[at]?.push(numberOf(levels[at] as Map<string, number>, key));
      cluster.push(numberOf(clusters, [exporter, importer].sort().join(" ")));
    }
  }
  const fit = fitPpml({
    flow: Float64Array.from(flow),
    regressors: regressors.map((one) => Float64Array.from(one)),
    effects: effects.map((one) => Int32Array.from(one)),
    cluster: Int32Array.from(cluster),
  });
  const [sanctionedRows = []] = regressors;
  return {
    estimate: fit.coefficients[0] as number,
    standardError: fit.standardErrors[0] as number,
    agreement: fit.coefficients[1] as number,
    observations: fit.observations,
    sanctioned: sanctionedRows.reduce((sum, one) => sum + one, 0),
  };
}

function* rowsOf(path: string): Generator<ReadonlyMap<string, string>> {
  const lines = gunzipSync(readFileSync(path)).toString("utf8").split(/\r?\n/);
  const header = (lines[0] ?? "").split(",");
  for (const line of lines.slice(1)) {
    if (line === "") continue;
    // Names of agreements may hold a comma; what is read stands before them, or is empty or not.
    const cells = line.split(",");
    yield new Map(header.map((name, at) => [name, (cells[at] ?? "").replaceAll('"', "")]));
  }
}
