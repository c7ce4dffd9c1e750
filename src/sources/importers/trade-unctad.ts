import type {ImporterCard} from "./importer.ts";
import {tableImporter} from "./table-importer.ts";

const card: ImporterCard = {
  id: "trade-unctad",
  version: 1,
  title: "Trade between states by SITC section (UNCTADstat merchandise trade matrix)",
  reads:
    "unctad_sitc_….csv: year, sitc1 (0-9, T for the total), exporter, importer, value_kusd (thousand US$)",
  citation: "UNCTAD, UNCTADstat: Merchandise trade matrix. https://unctadstat.unctad.org",
  licence: "UNCTADstat terms were not with the data, so commercial use is not assumed",
  commercialUse: false,
  datasets: ["trade-sections"],
  whole: false,
  scope: {},
};

/** SITC Rev. 3 one-digit sections; the total has none. */
const sections = new Map<string, {readonly section: number | null}>([
  ["T", {section: null}],
  ...Array.from({length: 10}, (_, section) => [String(section), {section}] as const),
]);

export const tradeUnctad = tableImporter(card, {
  columns: ["year", "sitc1", "exporter", "importer", "value_kusd"],
  reader: () => (record) => {
    const year = record.year("year");
    const values = {
      exporter: record.state("exporter", "iso3", year),
      importer: record.state("importer", "iso3", year),
      year,
      sitc_section: record.choice("sitc1", sections).section,
      value_usd: Math.round(record.number("value_kusd") * 1000),
    };
    return [{dataset: "trade-sections", values}];
  },
});
