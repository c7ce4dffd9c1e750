import {yearOf} from "../../world/index.ts";
import type {ImporterCard} from "./importer.ts";
import {tableImporter} from "./table-importer.ts";

const card: ImporterCard = {
  id: "energy-crea",
  version: 1,
  title: "Fossil fuels bought from Russia by month (CREA, from UN Comtrade and Eurostat)",
  reads:
    "crea_fossil_imports_from_russia_monthly.csv: country, date, commodity, unit (tonne or eur), value",
  citation:
    "Centre for Research on Energy and Clean Air (CREA), Russia fossil tracker; UN Comtrade; Eurostat Comext.",
  licence: "MIT on the repository; UN Comtrade's own terms bar selling on the data",
  commercialUse: false,
  datasets: ["energy-russia"],
  whole: false,
  scope: {},
};

const units = new Map([
  ["tonne", "tonne"],
  ["eur", "eur"],
]);

export const energyCrea = tableImporter(card, {
  columns: ["country", "date", "commodity", "unit", "value"],
  reader: () => (record) => {
    const date = record.day("date");
    const value = record.numberOrNull("value");
    if (value === null) return [];
    const values = {
      importer: record.state("country", "name", yearOf(date)),
      month: date.slice(0, 7),
      commodity: record.required("commodity"),
      unit: record.choice("unit", units),
      value: Math.round(value * 10) / 10,
    };
    return [{dataset: "energy-russia", values}];
  },
});
