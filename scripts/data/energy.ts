import type {Recipe} from "./recipe.ts";
import {stateByName} from "./states.ts";

export const energyRussia: Recipe = {
  id: "energy-russia",
  card: {
    title: "Fossil fuels bought from Russia by month, 2016-01 to 2022-11",
    source:
      "UN Comtrade and Eurostat, as gathered by github.com/energyandcleanair/fossil_shipment_tracker_r @0ac91f7e (history, blob 950ca0e0)",
    citation:
      "Centre for Research on Energy and Clean Air (CREA), Russia fossil tracker; UN Comtrade; Eurostat Comext.",
    licence: "MIT on the repository; UN Comtrade's own terms bar selling on the data",
    commercialUse: false,
    coverage: {
      from: "2016-01",
      to: "2022-11",
      note: "The seller is Russia only. Most of ASEAN ends in 2020 or 2021: a month that is not there is not a zero. recorded_on is the second month's end after the last period, as the file's own day is not known.",
    },
  },
  recordedOn: "2023-01-31, when Eurostat had published the last month in the file",
  columns: [
    {name: "importer", type: "VARCHAR", description: "Buyer, ISO 3166-1 alpha-3, or EU"},
    {name: "month", type: "VARCHAR", description: "Month, YYYY-MM", unit: "month"},
    {name: "commodity", type: "VARCHAR", description: "Fuel, in the publisher's words"},
    {name: "unit", type: "VARCHAR", description: "tonne or eur"},
    {name: "value", type: "DOUBLE", description: "Amount in the row's unit"},
  ],
  orderBy: ["importer", "month", "commodity", "unit"],
  prepare: async ({records, fill, note}) => {
    const rows: (string | null)[][] = [];
    const lost = new Set<string>();
    for (const raw of records("energy/crea_fossil_imports_from_russia_monthly.csv.gz", [
      "country",
      "date",
      "commodity",
      "unit",
      "value",
    ])) {
      const importer = stateByName.get(raw.country);
      if (importer === undefined) lost.add(raw.country);
      else rows.push([importer, raw.date.slice(0, 7), raw.commodity, raw.unit, raw.value || null]);
    }
    if (lost.size > 0) note(`left out, no state of that name: ${[...lost].join(", ")}`);
    await fill("fuel", ["importer", "month", "commodity", "unit", "value"], rows);
  },
  select: () =>
    `SELECT DATE '2023-01-31' AS recorded_on, * REPLACE (round(CAST(value AS DOUBLE), 1) AS value) FROM fuel WHERE value IS NOT NULL`,
};

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

export const energy2020: Recipe = {
  id: "energy-2020",
  card: {
    title: "Trade in gas, coal and oil between states and areas, 2020",
    source:
      "BP Statistical Review of World Energy 2021, as carried by github.com/energyandcleanair/fossil_shipment_tracker_r @0ac91f7e",
    citation: "BP p.l.c., Statistical Review of World Energy 2021, 70th edition, July 2021.",
    licence: "BP terms: may be quoted with the source; commercial use is not spoken of",
    commercialUse: false,
    coverage: {
      from: "2020",
      to: "2020",
      note: "One year. Small states stand inside BP's areas ('Other Asia Pacific'), whose names are kept. Totals and sums of areas are left out.",
    },
  },
  recordedOn: "2021-07-08, the day on which the Review of 2021 was published",
  columns: [
    {
      name: "fuel",
      type: "VARCHAR",
      description: "lng, pipeline-gas, coal, crude-oil or oil-products",
    },
    {
      name: "exporter",
      type: "VARCHAR",
      description: "ISO 3166-1 alpha-3, or BP's name of the area",
    },
    {
      name: "importer",
      type: "VARCHAR",
      description: "ISO 3166-1 alpha-3, or BP's name of the area",
    },
    {name: "value", type: "DOUBLE", description: "Amount in the row's unit"},
    {
      name: "unit",
      type: "VARCHAR",
      description: "bcm (billion cubic metres), EJ (exajoules) or Mt (million tonnes)",
    },
  ],
  orderBy: ["fuel", "exporter", "importer"],
  prepare: async ({records, fill}) => {
    const rows: string[][] = [];
    let oil = "crude-oil";
    let lastRow = "";
    for (const raw of records("energy/bp2021_trade_matrices_2020.csv.gz", [
      "matrix",
      "row",
      "col",
      "value",
      "unit",
    ])) {
      const matrix = raw.matrix;
      const row = raw.row;
      const column = raw.col;
      const isGas = matrix.startsWith("lng") || matrix.startsWith("pipeline_gas");
      // The products block begins where the oil table starts again from its first row.
      if (matrix.startsWith("oil") && lastRow === "Total imports" && row !== lastRow)
        oil = "oil-products";
      lastRow = matrix.startsWith("oil") ? row : "";
      if (totals.has(row) || totals.has(column) || (isGas && gasSubtotals.has(row))) continue;
      const fuel = matrix.startsWith("lng")
        ? "lng"
        : matrix.startsWith("pipeline_gas")
          ? "pipeline-gas"
          : matrix.startsWith("coal")
            ? "coal"
            : oil;
      const areas = [row, column].map((area) => stateByName.get(area) ?? area.replace(/\*+$/, ""));
      const [exporter, importer] = matrix.includes("row=exporter") ? areas : areas.reverse();
      rows.push([fuel, exporter ?? "", importer ?? "", raw.value, raw.unit]);
    }
    await fill("flows", ["fuel", "exporter", "importer", "value", "unit"], rows);
  },
  select: () => "SELECT DATE '2021-07-08' AS recorded_on, * FROM flows",
};
