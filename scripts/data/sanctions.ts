import type {Recipe} from "./recipe.ts";

/** Remarks run to thousands of characters; the beginning carries nationality, birth and links. */
const remarkLimit = 300;

export const ofacSdn: Recipe = {
  id: "ofac-sdn",
  card: {
    title: "US list of specially designated nationals, 2021-08-18 to 2024-05-03",
    source:
      "US Treasury, Office of Foreign Assets Control, daily snapshots in github.com/jackdwyer/specially-designated-nationals-list @bbf49297",
    citation:
      "US Department of the Treasury, Office of Foreign Assets Control, Specially Designated Nationals and Blocked Persons List.",
    licence: "Public domain (US government work)",
    commercialUse: true,
    coverage: {
      from: "2021-08-18",
      to: "2024-05-03",
      note: "308 daily snapshots merged. What stood on the first day was listed earlier; what stood on the last may have left since. Aliases and addresses are not in. Remarks are cut at 300 characters.",
    },
  },
  recordedOn: "first snapshot that holds the entry",
  columns: [
    {name: "ent_num", type: "INTEGER", description: "OFAC's number of the entry"},
    {name: "name", type: "VARCHAR", description: "Primary name"},
    {
      name: "type",
      type: "VARCHAR",
      description: "individual, vessel or aircraft; empty for an entity",
    },
    {name: "program", type: "VARCHAR", description: "Sanctions programme or programmes"},
    {name: "remarks", type: "VARCHAR", description: "OFAC's remarks, first 300 characters"},
    {name: "first_seen", type: "DATE", description: "First snapshot that holds the entry"},
    {name: "last_seen", type: "DATE", description: "Last snapshot that holds the entry"},
  ],
  orderBy: ["ent_num"],
  select: ({csv}) => `
    SELECT first_seen AS recorded_on, ent_num, name, nullif(type, '') AS type, program,
      nullif(left(remarks, ${remarkLimit}), '') AS remarks, first_seen, last_seen
    FROM ${csv("sanctions/ofac_sdn_2021-2024_history.csv.gz")}`,
};

const senders = ["USA", "GBR", "DEU", "FRA", "ITA", "CAN", "JPN", "EU"];
const kinds = ["trade", "arms", "military", "financial", "travel"];

export const sanctionsPanel: Recipe = {
  id: "sanctions-panel",
  card: {
    title: "Sanctions in force by the G7 states and the EU, by target and year, 1960-2021",
    source:
      "Global Sanctions Data Base panel in github.com/hantam171/sanction-project (history, blob 6fc4c2e9)",
    citation:
      "Felbermayr, Gabriel, Aleksandra Kirilakha, Constantinos Syropoulos, Erdal Yalcin and Yoto V. Yotov. 2020. The Global Sanctions Data Base.",
    licence:
      "The Data Base is free on request for research; the carrying repository states no licence",
    commercialUse: false,
    coverage: {
      from: "1960",
      to: "2021",
      note: "Ends before 2022. Senders are USA, GBR, DEU, FRA, ITA, CAN, JPN and EU; those seven states are not among the targets, and a year without a row is a year without a recorded sanction of these senders. recorded_on is the last day of 2023, the year in which the Data Base first reached past 2019.",
    },
  },
  recordedOn: "last day of 2023: the Data Base's release of that year first covers 2020 and 2021",
  columns: [
    {name: "sender", type: "VARCHAR", description: "Sender, ISO 3166-1 alpha-3, or EU"},
    {name: "target", type: "VARCHAR", description: "Target state, ISO 3166-1 alpha-3"},
    {name: "year", type: "INTEGER", description: "Calendar year", unit: "year"},
    {
      name: "kinds",
      type: "VARCHAR",
      description: "Of trade, arms, military, financial, travel; joined by ';'",
    },
  ],
  orderBy: ["sender", "target", "year"],
  select: ({csv}) => {
    const raw = csv("sanctions/gsdb_panel_g7_eu_1960-2021.csv.gz");
    return senders
      .map((sender) => {
        const each = kinds
          .map((kind) => `CASE WHEN "${sender}_${kind.toUpperCase()}" = '1' THEN '${kind}' END`)
          .join(", ");
        const any = kinds.map((kind) => `"${sender}_${kind.toUpperCase()}" = '1'`).join(" OR ");
        return `SELECT DATE '2023-12-31' AS recorded_on, '${sender}' AS sender, iso3st AS target, year,
          concat_ws(';', ${each}) AS kinds FROM ${raw} WHERE ${any}`;
      })
      .join(" UNION ALL ");
  },
};
