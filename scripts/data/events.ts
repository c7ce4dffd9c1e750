import type {Recipe} from "./recipe.ts";

export const gdeltPairs: Recipe = {
  id: "gdelt-pairs",
  card: {
    title: "Attention between pairs of states by month, 2018-01 to 2024-02 (GDELT)",
    source: "GDELT events as daily matrices in github.com/gzemo/gdelt-graph-data @8b719115",
    citation: "The GDELT Project. https://www.gdeltproject.org",
    licence: "GDELT: free for any use with citation; the carrying repository is GPL-3",
    commercialUse: true,
    coverage: {
      from: "2018-01",
      to: "2024-02",
      note: "All pairs of the world. The value sums scale, coverage and tone over both directions; it grows with press coverage and is no count of events. 2,149 of 2,245 days are in; 2024-02 ends on the 23rd. recorded_on is the end of the last month.",
    },
  },
  recordedOn: "end of the last month in the file",
  columns: [
    {name: "month", type: "VARCHAR", description: "Month, YYYY-MM", unit: "month"},
    {name: "a", type: "VARCHAR", description: "One state, ISO 3166-1 alpha-3"},
    {name: "b", type: "VARCHAR", description: "The other state, ISO 3166-1 alpha-3"},
    {name: "value", type: "DOUBLE", description: "Sum of Goldstein scale, coverage and tone"},
    {name: "days_active", type: "INTEGER", description: "Days with any event", unit: "days"},
    {
      name: "days_in_month",
      type: "INTEGER",
      description: "Days of the month with data",
      unit: "days",
    },
  ],
  orderBy: ["month", "a", "b"],
  select: ({csv}) => `
    SELECT DATE '2024-02-29' AS recorded_on, month, a, b, edge_sum AS value, days_active, days_in_month
    FROM ${csv("events/gdelt_monthly_dyads_2018-2024_all.csv.gz")}`,
};

export const icewsPairs: Recipe = {
  id: "icews-pairs",
  card: {
    title: "Counts of reported events from state to state by year, 2002-2014 (ICEWS)",
    source: "ICEWS coded event data, in github.com/netify-dev/netify @d0dceb6a",
    citation:
      "Boschee, Elizabeth, et al. 2015. ICEWS Coded Event Data. Harvard Dataverse, doi:10.7910/DVN/28075.",
    licence:
      "ICEWS Dataverse terms (research use with citation); GPL-3 on the repository; commercial use not spoken of",
    commercialUse: false,
    coverage: {
      from: "2002",
      to: "2014",
      note: "152 states; BRN and TLS are not in. A pair and year without events is not a row. recorded_on is the last day of 2015, the year of the first public release.",
    },
  },
  recordedOn: "last day of 2015, the year of the first public release",
  columns: [
    {name: "year", type: "INTEGER", description: "Calendar year", unit: "year"},
    {name: "source", type: "VARCHAR", description: "Acting state, ISO 3166-1 alpha-3"},
    {name: "target", type: "VARCHAR", description: "State acted upon, ISO 3166-1 alpha-3"},
    ...["verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"].map(
      (name) => ({
        name,
        type: "INTEGER" as const,
        description: `Reported events of ${name.replace("_", " ")}`,
        unit: "events",
      }),
    ),
  ],
  orderBy: ["year", "source", "target"],
  select: ({csv}) => `
    SELECT DATE '2015-12-31' AS recorded_on, year, source, target, verb_coop AS verbal_cooperation,
      matl_coop AS material_cooperation, verb_conf AS verbal_conflict, matl_conf AS material_conflict
    FROM ${csv("events/icews_dyad_year_2002-2014.csv.gz")}`,
};

/** CAMEO country codes that name a region; Romania is ROM there. */
const regions = new Set([
  "AFR",
  "ASA",
  "BLK",
  "CAS",
  "CAU",
  "CFR",
  "CRB",
  "EAF",
  "EEU",
  "EUR",
  "LAM",
  "MDT",
  "MEA",
  "NAF",
  "NMR",
  "PGS",
  "SAF",
  "SAM",
  "SAS",
  "SCN",
  "SEA",
  "WAF",
  "WSB",
  "WST",
]);
function stateOfCameo(code: string | undefined): string | null {
  if (code === undefined || !/^[A-Z]{3}$/.test(code) || regions.has(code)) return null;
  return code === "ROM" ? "ROU" : code;
}

/** Positions in GDELT 2.0's 61 tab-separated columns (GDELT Event Database codebook 2.0). */
const positions = {
  GLOBALEVENTID: 0,
  SQLDATE: 1,
  Actor1Name: 6,
  Actor1CountryCode: 7,
  Actor2Name: 16,
  Actor2CountryCode: 17,
  EventCode: 26,
  GoldsteinScale: 30,
  NumSources: 32,
  NumArticles: 33,
  DATEADDED: 59,
  SOURCEURL: 60,
} as const;

const gdeltColumns = Object.keys(positions) as readonly (keyof typeof positions)[];

const isoDay = (digits: string | undefined) =>
  digits === undefined ? null : `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;

export const eventRows: Recipe = {
  id: "event-rows",
  card: {
    title: "Raw event rows of GDELT 2.0, each with the address it was taken from",
    source:
      "One GDELT 2.0 file of 2019-01-21 22:00 (github.com/narayave/Insight-GDELT-Feed, blob fe55e3ba) and the sample of github.com/linwoodc3/gdeltPyR (blob 8126f886)",
    citation: "The GDELT Project, Event Database 2.0. https://www.gdeltproject.org",
    licence: "GDELT: free for any use with citation",
    commercialUse: true,
    coverage: {
      from: "2007-06-04",
      to: "2019-01-21",
      note: "A sample, not a series: rows added on 2017-05-01, 2017-06-01, 2017-07-01 and 2019-01-21. All raw rows are kept; source or target is empty where the actor has no country or only a region. between_states marks rows with two different states. recorded_on is the day on which GDELT added the row.",
    },
  },
  recordedOn: "day on which GDELT added the row",
  columns: [
    {name: "global_event_id", type: "VARCHAR", description: "GDELT's number of the event"},
    {name: "date", type: "DATE", description: "Day of the event, as GDELT reads it"},
    {name: "source", type: "VARCHAR", description: "State of the acting party, ISO 3166-1 alpha-3"},
    {name: "target", type: "VARCHAR", description: "State of the party acted upon"},
    {
      name: "between_states",
      type: "BOOLEAN",
      description: "Whether source and target are two states",
    },
    {name: "source_actor", type: "VARCHAR", description: "Acting party, as GDELT names it"},
    {name: "target_actor", type: "VARCHAR", description: "Party acted upon, as GDELT names it"},
    {name: "cameo", type: "VARCHAR", description: "CAMEO event code"},
    {
      name: "cameo_text",
      type: "VARCHAR",
      description: "Meaning of the code; the code itself if unlisted",
    },
    {
      name: "goldstein",
      type: "DOUBLE",
      description: "Goldstein scale in the row",
      unit: "-10 to 10",
    },
    {name: "articles", type: "INTEGER", description: "Articles that mention it", unit: "articles"},
    {
      name: "sources_count",
      type: "INTEGER",
      description: "Sources that mention it",
      unit: "sources",
    },
    {name: "url", type: "VARCHAR", description: "Address of the first article"},
  ],
  orderBy: ["recorded_on", "global_event_id"],
  prepare: async ({records, text, fill, note}) => {
    const meaning = new Map(
      records("events/cameo_goldstein.csv.gz", ["cameo", "description"]).map((raw) => [
        raw.cameo,
        raw.description,
      ]),
    );
    const named = records("events/gdelt2_events_gdeltPyR_sample.csv.gz", gdeltColumns);
    const positional = text("events/20190121220000.export.CSV.gz")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => {
        const cells = line.split("\t");
        return Object.fromEntries(
          gdeltColumns.map((name) => [name, cells[positions[name]] ?? ""]),
        ) as Record<(typeof gdeltColumns)[number], string>;
      });
    let unresolved = 0;
    let between = 0;
    const rows = [...named, ...positional].map((raw): (string | null)[] => {
      const source = stateOfCameo(raw.Actor1CountryCode);
      const target = stateOfCameo(raw.Actor2CountryCode);
      const isRegion = (code: string | undefined) => regions.has(code ?? "");
      if (isRegion(raw.Actor1CountryCode) || isRegion(raw.Actor2CountryCode)) unresolved += 1;
      const isBetween = source !== null && target !== null && source !== target;
      if (isBetween) between += 1;
      const cameo = raw.EventCode;
      return [
        isoDay(raw.DATEADDED),
        raw.GLOBALEVENTID,
        isoDay(raw.SQLDATE),
        source,
        target,
        String(isBetween),
        raw.Actor1Name || null,
        raw.Actor2Name || null,
        cameo,
        meaning.get(cameo) ?? cameo,
        raw.GoldsteinScale || null,
        raw.NumArticles || null,
        raw.NumSources || null,
        raw.SOURCEURL,
      ];
    });
    note(
      `${rows.length} rows, ${between} between two states, ${unresolved} with a region for a state`,
    );
    const columns = ["recorded_on", ...eventRows.columns.map((column) => column.name)];
    await fill("raw_events", columns, rows);
  },
  select: () => "SELECT * FROM raw_events",
};
