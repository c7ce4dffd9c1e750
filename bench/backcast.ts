import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {
  chooseGdp,
  outputToGdp,
  solveTradeEquilibrium,
  tradeElasticity,
} from "../src/models/index.ts";
import {day} from "../src/world/index.ts";
import type {BenchResult} from "./benches.ts";

/**
 * States whose food Russia bars: Government resolution 778 of 7 August 2014 (Australia, Canada, European Union, Norway,
 * USA), resolution 842 of 13 August 2015 (Albania, Iceland, Liechtenstein, Montenegro) and 1397 of 21 December 2015 (Ukraine).
 */
export const barred = new Set(
  `AUS CAN NOR USA AUT BEL BGR HRV CYP CZE DNK EST FIN FRA DEU GRC HUN IRL ITA LVA LTU LUX MLT NLD POL PRT ROU SVK SVN ESP SWE
   GBR ALB ISL LIE MNE UKR`.split(/\s+/),
);

/** Partners that sold Russia less than this in 2012 are left out: their shares jump by chance, US$. */
const smallestSale = 50e6;

export interface Partner {
  readonly state: string;
  readonly soldUsd2012: number;
  /** Changes of the share in Russia's imports, in logarithms. */
  readonly predicted: number;
  readonly banAlone: number;
  readonly happened: number;
}

/**
 * Russia's food embargo of 2014 solved from trade and GDP of 2012, held against imports of 2016 (the comparison of Kehoe
 * 2005). What is barred of each partner's sales is the share of food and live animals (SITC 0) in them in 2005, the newest
 * year by section before the embargo.
 */
export async function backcast(data: string): Promise<readonly Partner[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRows();
  const file = (name: string) => `'${join(data, `${name}.parquet`).replaceAll("'", "''")}'`;
  const trade = await rows(
    `select exporter, importer, year, sum(value_usd) from ${file("trade-matrix")} where year in (2012, 2016) and exporter <> importer group by all order by all`,
  );
  const gdpRows = await rows(
    `select state, usd, basis from ${file("gdp")} where year = 2012 order by 1`,
  );
  const spendingRows = await rows(
    `select state, constant2023_usd, share_of_gdp from ${file("military-spending")} where year = 2012 order by 1`,
  );
  const row = {row: 0, recordedOn: day("2021-12-31"), year: 2012};
  const gdp = chooseGdp(
    {
      gdp: gdpRows.map(([state, usd, basis]) => ({
        ...row,
        state: String(state),
        usd: Number(usd),
        basis: String(basis),
      })),
      militarySpending: spendingRows.map(([state, spent, part]) => ({
        ...row,
        state: String(state),
        constant2023Usd: spent === null ? null : Number(spent),
        shareOfGdp: part === null ? null : Number(part),
      })),
    },
    2012,
  );
  const food = new Map(
    (
      await rows(
        `select exporter, sum(value_usd) filter (sitc_section = 0), sum(value_usd) filter (sitc_section is null) from ${file("trade-sections")} where year = 2005 and importer = 'RUS' group by 1 order by 1`,
      )
    ).map(([state, part, all]) => [String(state), Number(part ?? 0) / Number(all)]),
  );
  connection.closeSync();
  instance.closeSync();

  const exported = new Map<string, number>();
  const happened = {2012: new Map<string, number>(), 2016: new Map<string, number>()};
  for (const [from, to, year, usd] of trade) {
    if (to === "RUS") happened[year as 2012 | 2016].set(String(from), Number(usd));
    if (year === 2012) exported.set(String(from), (exported.get(String(from)) ?? 0) + Number(usd));
  }
  const states = [...gdp.keys()]
    .sort()
    .filter(
      (state) => (exported.get(state) ?? 0) < outputToGdp.central * (gdp.get(state)?.usd ?? 0),
    );
  const n = states.length;
  const at = new Map(states.map((state, i) => [state, i]));
  const flows = new Float64Array(n * n);
  for (const [from, to, year, usd] of trade) {
    const [i, j] = [at.get(String(from)), at.get(String(to))];
    if (year === 2012 && i !== undefined && j !== undefined) flows[i * n + j] = Number(usd);
  }
  states.forEach((state, i) => {
    flows[i * n + i] =
      outputToGdp.central * (gdp.get(state)?.usd ?? 0) - (exported.get(state) ?? 0);
  });
  const russia = at.get("RUS") as number;
  const costFactors = new Float64Array(n * n).fill(1);
  const left = (state: string) => (barred.has(state) ? 1 - (food.get(state) ?? 0) : 1);
  states.forEach((state, i) => {
    costFactors[i * n + russia] = left(state);
  });
  const solved = solveTradeEquilibrium({
    flows,
    costFactors,
    elasticity: tradeElasticity.median,
  });
  const partners = states.filter(
    (state) =>
      (happened[2012].get(state) ?? 0) >= smallestSale && (happened[2016].get(state) ?? 0) > 0,
  );
  const share = (of: (state: string) => number) => {
    const all = partners.reduce((sum, state) => sum + of(state), 0);
    return (state: string) => Math.log(of(state) / all);
  };
  const before = share((state) => happened[2012].get(state) ?? 0);
  const after = share((state) => happened[2016].get(state) ?? 0);
  const predicted = share(
    (state) => solved.flows[(at.get(state) as number) * n + russia] as number,
  );
  const banAlone = share((state) => (happened[2012].get(state) ?? 0) * left(state));
  return partners.map((state) => ({
    state,
    soldUsd2012: happened[2012].get(state) ?? 0,
    predicted: predicted(state) - before(state),
    banAlone: banAlone(state) - before(state),
    happened: after(state) - before(state),
  }));
}

/** Pearson's correlation with weights. */
function correlation(a: readonly number[], b: readonly number[], weights: readonly number[]) {
  const all = weights.reduce((x, y) => x + y, 0);
  const mean = (of: readonly number[]) =>
    of.reduce((sum, one, i) => sum + one * (weights[i] as number), 0) / all;
  const product = (x: readonly number[], y: readonly number[]) => {
    const [mx, my] = [mean(x), mean(y)];
    return mean(x.map((one, i) => (one - mx) * ((y[i] as number) - my)));
  };
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
}

/** Hits are partners whose share moved the way that was predicted. The floor says that all partners gain as often as they lose. */
export async function run({data}: {data: string}): Promise<BenchResult> {
  const partners = await backcast(data);
  const of = (key: "predicted" | "banAlone" | "happened") => partners.map((one) => one[key]);
  const weights = partners.map(({soldUsd2012}) => soldUsd2012);
  const even = partners.map(() => 1);
  const hits = partners.filter(({predicted, happened}) => predicted * happened > 0);
  const sold = (some: readonly Partner[]) => some.reduce((sum, one) => sum + one.soldUsd2012, 0);
  const ups = partners.filter(({happened}) => happened > 0);
  return {
    bench: "backcast",
    figures: {
      correlation: correlation(of("predicted"), of("happened"), even),
      correlationByTrade: correlation(of("predicted"), of("happened"), weights),
      hitShare: hits.length / partners.length,
      hitShareByTrade: sold(hits) / sold(partners),
    },
    floors: {
      "correlation ban-alone": correlation(of("banAlone"), of("happened"), even),
      "correlationByTrade ban-alone": correlation(of("banAlone"), of("happened"), weights),
      "hitShare more-frequent-direction":
        Math.max(ups.length, partners.length - ups.length) / partners.length,
      "hitShareByTrade more-frequent-direction":
        Math.max(sold(ups), sold(partners) - sold(ups)) / sold(partners),
    },
    peers: {},
    n: partners.length,
  };
}

/** `docs/backcast.md`: every partner with what was predicted and what happened. A test holds the page against it. */
export function backcastPage(partners: readonly Partner[]): string {
  const percent = (log: number) => (100 * (Math.exp(log) - 1)).toFixed(0).replace("-", "−");
  const lines = [...partners]
    .sort((a, b) => b.soldUsd2012 - a.soldUsd2012)
    .map(({state, soldUsd2012, predicted, happened}) =>
      [
        state,
        barred.has(state) ? "yes" : "",
        (soldUsd2012 / 1e9).toFixed(1),
        percent(predicted),
        percent(happened),
        predicted * happened > 0 ? "hit" : "miss",
      ].join(" | "),
    );
  return `# A backcast: Russia's food embargo of 2014

Solved from trade and GDP of 2012 with the one-sector equilibrium (θ = 4), held against imports of 2016 (the comparison of
Kehoe 2005). Barred is food and live animals (SITC 0) of the states named in resolutions 778 (2014), 842 and 1397 (2015);
how much of a partner's sales that is, trade by section of 2005 says, the newest before the embargo that is carried. A hit
is a share of Russia's imports that moved the way that was predicted. Printed by \`bench/backcast.ts\`; figures beside their floors
stand in SCORECARD.md.

**What it shows.** The states that sold Russia most food lost most: Norway, Denmark, the USA. It does not show that the equilibrium adds
to the ban itself: the ban alone correlates with what happened as well. By value of trade the model is right less
often than whoever always names the commoner direction: Western sanctions, the rouble and oil moved machinery from Germany, Japan and Korea as much as the
ban moved food, and the model holds none of these. Sales of Turkey fell by another embargo (2015), those of Ukraine by war.

partner | barred | sold to Russia 2012, bn US$ | share predicted, % | share happened, % | |
--- | --- | ---: | ---: | ---: | --- |
${lines.join("\n")}
`;
}
