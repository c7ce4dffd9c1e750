import type {ImporterCard} from "./importer.ts";
import {tableImporter} from "./table-importer.ts";
import {RecordFault, type TableRecord} from "./table-record.ts";

const card: ImporterCard = {
  id: "energy-institute",
  version: 1,
  title: "Trade in gas, coal and oil between states and areas (Statistical Review of World Energy)",
  reads:
    "bp2021_trade_matrices_2020.csv: matrix, row, col, value, unit; the trade tables of the Review, cell by cell, for 2020",
  citation: "BP p.l.c., Statistical Review of World Energy 2021, 70th edition, July 2021.",
  licence: "BP terms: may be quoted with the source; commercial use is not spoken of",
  commercialUse: false,
  datasets: ["energy-2020"],
  whole: true,
  scope: {},
};

const year = 2020;

/** The Review's areas, which stand for the states that it does not name. */
const areas = new Set([
  "Africa",
  "Australasia",
  "CIS",
  "East & S. Africa",
  "Europe",
  "Middle East",
  "North Africa",
  "Other Africa",
  "Other Americas",
  "Other Asia Pacific",
  "Other CIS",
  "Other EU",
  "Other Europe",
  "Other Middle East",
  "Other Middle East & Africa",
  "Other S. & Cent. America",
  "Rest of Europe",
  "Rest of World",
  "S. & Cent. America",
  "West Africa",
]);

const totals = new Set(["Total", "Total imports", "Total exports"]);
/** Rows of the two gas tables that sum other rows; in the coal and oil tables the same names are areas of their own. */
const gasSubtotals = new Set([
  "North America",
  "S. & Cent. America",
  "Europe",
  "CIS",
  "Middle East",
  "Africa",
  "Middle East & Africa",
  "Asia Pacific",
]);

/** Each table of the file by the beginning of its name, with its unit. Oil is told apart below. */
const tables = [
  {start: "lng_", fuel: "lng", unit: "bcm"},
  {start: "pipeline_gas_", fuel: "pipeline-gas", unit: "bcm"},
  {start: "coal_", fuel: "coal", unit: "EJ"},
  {start: "oil_", fuel: "crude-oil", unit: "Mt"},
] as const;

/** A footnote's stars are no part of an area's name. */
const withoutStars = (name: string) => name.replace(/\*+$/, "");

function partyOf(record: TableRecord, column: "row" | "col"): string {
  const name = record.required(column);
  const area = withoutStars(name);
  return areas.has(area) ? area : record.state(column, "name", year);
}

/** Which tables have the exporter in their rows, the file's own column says: "row=exporter col=importer". */
function orientation(record: TableRecord): "row" | "col" {
  const matrix = record.text("matrix");
  if (matrix.includes("row=exporter")) return "row";
  if (matrix.includes("row=importer")) return "col";
  throw new RecordFault("matrix", `${JSON.stringify(matrix)} does not say which side exports`);
}

export const energyInstitute = tableImporter(card, {
  columns: ["matrix", "row", "col", "value", "unit"],
  reader: () => {
    let oil: "crude-oil" | "oil-products" = "crude-oil";
    let lastOilRow = "";
    return (record) => {
      const matrix = record.text("matrix");
      const row = record.text("row");
      const table = tables.find(({start}) => matrix.startsWith(start));
      if (table === undefined)
        throw new RecordFault("matrix", `${JSON.stringify(matrix)} is no table of the Review`);
      const isOil = table.fuel === "crude-oil";
      // The products block begins where the oil table starts again from its first row.
      if (isOil && lastOilRow === "Total imports" && row !== lastOilRow) oil = "oil-products";
      lastOilRow = isOil ? row : "";
      const isSum =
        totals.has(row) ||
        totals.has(record.text("col")) ||
        (table.unit === "bcm" && gasSubtotals.has(row));
      if (isSum) return [];
      if (record.text("unit") !== table.unit)
        throw new RecordFault(
          "unit",
          `${JSON.stringify(record.text("unit"))} is not ${table.unit}`,
        );
      const exporting = orientation(record);
      const values = {
        fuel: isOil ? oil : table.fuel,
        exporter: partyOf(record, exporting),
        importer: partyOf(record, exporting === "row" ? "col" : "row"),
        value: record.number("value"),
        unit: table.unit,
      };
      return [{dataset: "energy-2020", values}];
    };
  },
});
