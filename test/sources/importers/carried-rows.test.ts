import {existsSync} from "node:fs";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import type {DatasetId} from "../../../src/world/index.ts";
import {countOnlyIn, fillTable, openTables} from "./imported-table.ts";

const shared = "../shared/data";

/** A publisher's file from which a carried dataset was made, and what of either the other does not have. */
interface Case {
  readonly importer: string;
  readonly file: string;
  readonly dataset: DatasetId;
  /** Rows of the import that the carried dataset leaves out on purpose. */
  readonly beyond?: string;
  /** The carried rows (SQL that stands behind FROM), where the recipe did otherwise on purpose. */
  readonly carriedAs?: string;
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
  {
    importer: "sanctions-gsdb",
    file: "sanctions/gsdb_panel_g7_eu_1960-2021.csv.gz",
    dataset: "sanctions-panel",
    // "CHI", the World Bank's code of the Channel Islands, in each of 62 years.
    rejects: 62,
  },
  {
    importer: "ofac-sdn-history",
    file: "sanctions/ofac_sdn_2021-2024_history.csv.gz",
    dataset: "ofac-sdn",
    rejects: 0,
  },
  {
    importer: "leaders-archigos",
    file: "memberships/archigos_leaders.csv.gz",
    dataset: "leaders",
    // The recipe reads the numbers without dates; an import knows the Soviet Union and the states that came and went,
    // and has South Vietnam and Zanzibar too.
    beyond: "state IN ('RVN', 'EAZ')",
    carriedAs: `(SELECT * REPLACE (CASE
        WHEN state = 'RUS' AND to_date >= '1922-12-30' AND to_date < '1991-12-26' THEN 'SUN'
        WHEN state = 'YUG' AND coalesce(to_date, '9999-12-31') >= '2003-02-04' THEN 'SCG'
        WHEN state = 'VNM' AND to_date < '1976-07-02' THEN 'VDR'
        ELSE state END AS state)
      FROM 'data/leaders.parquet' WHERE source_dataset = 'Archigos')`,
    rejects: 35,
  },
];

const connection = await openTables();
afterAll(() => connection.closeSync());

async function differences({importer, file, dataset, beyond = "false", carriedAs}: Case) {
  const rejects = await fillTable(connection, "imported", dataset, importer, join(shared, file));
  const imported = `(SELECT * FROM imported WHERE NOT (${beyond}))`;
  const carried = carriedAs ?? `'data/${dataset}.parquet'`;
  return {
    rejects,
    onlyImported: await countOnlyIn(connection, dataset, imported, carried),
    onlyCarried: await countOnlyIn(connection, dataset, carried, imported),
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
