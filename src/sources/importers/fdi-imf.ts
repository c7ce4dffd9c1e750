import type {ImporterCard} from "./importer.ts";
import {tableImporter} from "./table-importer.ts";

const card: ImporterCard = {
  id: "fdi-imf",
  version: 1,
  title: "Direct investment positions by counterpart (IMF)",
  reads:
    "imf_dip_fdi_….csv: economy, counterpart, year, direction (in or out), dv_type (O reported, SCC derived), value_musd (US$ million)",
  citation: "International Monetary Fund, Direct Investment Positions by Counterpart Economy.",
  licence: "IMF terms allow use with citation; commercial use is not assumed",
  commercialUse: false,
  datasets: ["fdi"],
  whole: false,
  scope: {},
};

const directions = new Map([
  ["in", "in"],
  ["out", "out"],
]);
/** O is what the economy reports; SCC mirrors what the counterpart reports. */
const derivations = new Map([
  ["O", false],
  ["SCC", true],
]);

export const fdiImf = tableImporter(card, {
  columns: ["economy", "counterpart", "year", "direction", "dv_type", "value_musd"],
  reader: () => (record) => {
    // A position that is not disclosed has no value, and a series without any has no year.
    if (record.text("value_musd") === "" || record.text("year") === "") return [];
    const year = record.year("year");
    const values = {
      economy: record.state("economy", "iso3", year),
      counterpart: record.state("counterpart", "iso3", year),
      year,
      direction: record.choice("direction", directions),
      derived: record.choice("dv_type", derivations),
      value_usd: Math.round(record.number("value_musd") * 1e6),
    };
    return [{dataset: "fdi", values}];
  },
});
