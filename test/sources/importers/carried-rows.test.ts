import {existsSync} from "node:fs";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {afterAll, describe, expect, it} from "vitest";
import {loadImporter} from "../../../src/sources/index.ts";
import {type DatasetId, datasetTables} from "../../../src/world/index.ts";
import {importFile} from "./import-real-file.ts";

const shared = "../shared/data";

/** A publisher's file from which a carried dataset was made, and what of either the other does not have. */
interface Case {
  readonly importer: string;
  readonly file: string;
  readonly dataset: DatasetId;
  /** Rows of the import that the carried dataset leaves out on purpose. */
  readonly beyond?: string;
  readonly rejects: number;
}

const cases: readonly Case[] = [
  {
    importer: "un-votes-matrix",
    file: "unga/un_votes_matrix.csv.gz",
    dataset: "un-votes",
    beyond: "symbol LIKE 'S/%'",
    rejects: 0,
  },
  {
    importer: "trade-cow",
    file: "trade/cow_trade_dyads_1990-2014.csv.gz",
    dataset: "trade-cow",
    rejects: 0,
  },
  {
    importer: "trade-unctad",
    file: "trade/unctad_sitc_1995_2005_2015.csv.gz",
    dataset: "trade-sections",
    rejects: 0,
  },
  {
    importer: "arms-sipri-register",
    file: "arms/sipri_deals_1950-2025.csv.gz",
    dataset: "arms-orders",
    rejects: 0,
  },
  {
    importer: "military-spending-sipri",
    file: "arms/sipri_milex_1949-2024.csv.gz",
    dataset: "military-spending",
    rejects: 0,
  },
  {
    importer: "energy-crea",
    file: "energy/crea_fossil_imports_from_russia_monthly.csv.gz",
    dataset: "energy-russia",
    rejects: 0,
  },
  {
    importer: "energy-institute",
    file: "energy/bp2021_trade_matrices_2020.csv.gz",
    dataset: "energy-2020",
    rejects: 0,
  },
  {
    importer: "fdi-imf",
    file: "trade/imf_dip_fdi_5powers_2014-2025.csv.gz",
    dataset: "fdi",
    // Groups of economies and "not specified", and the file's second and third header.
    rejects: 2435,
  },
  {
    importer: "gdelt-pairs",
    file: "events/gdelt_monthly_dyads_2018-2024_all.csv.gz",
    dataset: "gdelt-pairs",
    rejects: 0,
  },
  {
    importer: "icews-pairs",
    file: "events/icews_dyad_year_2002-2014.csv.gz",
    dataset: "icews-pairs",
    rejects: 0,
  },
];

const sqlTypes = {
  integer: "INTEGER",
  double: "DOUBLE",
  text: "VARCHAR",
  day: "DATE",
  truth: "BOOLEAN",
} as const;

const instance = await DuckDBInstance.create(":memory:", {threads: "1"});
const connection = await instance.connect();
afterAll(() => connection.closeSync());

async function differences({importer, file, dataset, beyond = "false"}: Case) {
  const columns = Object.entries(datasetTables[dataset].columns);
  const names = columns.map(([name]) => `"${name}"`).join(", ");
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE raw (${columns.map(([name]) => `"${name}" VARCHAR`).join(", ")})`,
  );
  const appender = await connection.createAppender("raw");
  let rejects = 0;
  for await (const one of importFile(await loadImporter(importer), join(shared, file))) {
    if (one.kind === "reject") {
      rejects += 1;
      continue;
    }
    for (const [name] of columns) {
      const value = one.values[name] ?? null;
      if (value === null) appender.appendNull();
      else appender.appendVarchar(String(value));
    }
    appender.endRow();
  }
  appender.closeSync();
  const typed = columns.map(([name, type]) => `CAST("${name}" AS ${sqlTypes[type]}) AS "${name}"`);
  const imported = `(SELECT ${typed.join(", ")} FROM raw WHERE NOT (${beyond}))`;
  const carried = `(SELECT ${names} FROM 'data/${dataset}.parquet')`;
  const count = async (from: string, less: string) => {
    const answer = await connection.runAndReadAll(
      `SELECT CAST(count(*) AS INTEGER) FROM (SELECT ${names} FROM ${from} EXCEPT ALL SELECT ${names} FROM ${less})`,
    );
    return answer.getRows()[0]?.[0];
  };
  return {
    rejects,
    onlyImported: await count(imported, carried),
    onlyCarried: await count(carried, imported),
  };
}

describe.skipIf(!existsSync(shared))(
  "an import of the file from which a dataset was made gives the dataset's rows (needs ../shared)",
  () => {
    it.each(cases)("$importer: $dataset", async (one) => {
      expect(await differences(one)).toEqual({
        rejects: one.rejects,
        onlyImported: 0,
        onlyCarried: 0,
      });
    });
  },
);
