import type {ImporterCard} from "./importer.ts";
import {tableImporter} from "./table-importer.ts";

const card: ImporterCard = {
  id: "military-spending-sipri",
  version: 1,
  title: "Military expenditure of states (SIPRI)",
  reads:
    "sipri_milex_….csv: country, year, const2023_musd (constant 2023 US$ million), share_gdp (a fraction)",
  citation:
    "Stockholm International Peace Research Institute, SIPRI Military Expenditure Database, 2025.",
  licence: "SIPRI terms: free for non-commercial use with citation",
  commercialUse: false,
  datasets: ["military-spending"],
  whole: true,
  scope: {},
};

export const militarySpendingSipri = tableImporter(card, {
  columns: ["country", "year", "const2023_musd", "share_gdp"],
  reader: () => (record) => {
    const year = record.year("year");
    const million = record.numberOrNull("const2023_musd");
    const values = {
      state: record.state("country", "name", year),
      year,
      constant2023_usd: million === null ? null : Math.round(million * 1e6),
      share_of_gdp: record.numberOrNull("share_gdp"),
    };
    return [{dataset: "military-spending", values}];
  },
});
