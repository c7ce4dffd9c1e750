import type {ImporterCard} from "./importer.ts";
import {tableImporter} from "./table-importer.ts";
import {RecordFault, type TableRecord} from "./table-record.ts";

const card: ImporterCard = {
  id: "trade-comtrade",
  version: 1,
  title: "Yearly trade in goods by HS chapter and HS6 product, as states report it (UN Comtrade)",
  reads:
    "TradeData_….csv, a final data download of comtradeplus.un.org: refYear, reporterISO, flowCode, partnerISO, cmdCode, primaryValue, netWgt, …",
  citation: "United Nations, UN Comtrade Database. https://comtradeplus.un.org",
  licence: "UN Comtrade terms: free to use with citation; the data may not be sold on",
  commercialUse: false,
  datasets: ["trade-products"],
  whole: false,
  scope: {source_dataset: "comtrade"},
};

/** Who reports decides who exports. Re-exports and re-imports are in X and M already. */
const flows = new Map<string, "exporter" | "importer">([
  ["X", "exporter"],
  ["M", "importer"],
]);

/** Breakdowns of a flow, each with the codes that stand for its total: a row under any other code is a part of another row. */
const breakdowns: readonly (readonly [string, readonly string[]])[] = [
  ["partner2Code", ["0", ""]],
  ["motCode", ["0", ""]],
  ["customsCode", ["C00", ""]],
  ["mosCode", ["0", ""]],
];

function refuseOtherThanYearlyTotals(record: TableRecord): void {
  const refuse = (column: string, right: boolean, why: string) => {
    if (!right) throw new RecordFault(column, `${JSON.stringify(record.text(column))} ${why}`);
  };
  refuse("typeCode", record.text("typeCode") === "C", "is not goods (C)");
  refuse("freqCode", record.text("freqCode") === "A", "is not yearly (A)");
  for (const [column, totals] of breakdowns)
    refuse(column, totals.includes(record.text(column)), "is a part of another row");
}

/** Chapters and products of any edition of the Harmonized System (HS, H0 to H6). */
function productOf(record: TableRecord) {
  const product = record.text("cmdCode");
  const edition = record.text("classificationCode");
  if (!/^(HS|H\d)$/.test(edition))
    throw new RecordFault("classificationCode", `${JSON.stringify(edition)} is not the HS`);
  if (!/^(\d{2}|\d{6})$/.test(product))
    throw new RecordFault("cmdCode", `${JSON.stringify(product)} is no HS chapter or HS6 product`);
  return {classification: product.length === 2 ? "HS2" : "HS6", product};
}

export const tradeComtrade = tableImporter(card, {
  columns: [
    "typeCode",
    "freqCode",
    "refYear",
    "reporterISO",
    "flowCode",
    "partnerISO",
    "classificationCode",
    "cmdCode",
    "netWgt",
    "primaryValue",
  ],
  legacy: "windows-1252",
  reader: () => (record) => {
    refuseOtherThanYearlyTotals(record);
    const year = record.year("refYear");
    const reporter = record.choice("flowCode", flows);
    const reporting = record.state("reporterISO", "iso3", year);
    const partner = record.state("partnerISO", "iso3", year);
    const kilograms = record.numberOrNull("netWgt");
    const values = {
      exporter: reporter === "exporter" ? reporting : partner,
      importer: reporter === "exporter" ? partner : reporting,
      year,
      ...productOf(record),
      value_usd: record.number("primaryValue"),
      // Comtrade writes 0 where the weight is not known.
      quantity_tonnes: kilograms === null || kilograms === 0 ? null : kilograms / 1000,
      reporter,
      source_dataset: "comtrade",
    };
    return [{dataset: "trade-products", values}];
  },
});
