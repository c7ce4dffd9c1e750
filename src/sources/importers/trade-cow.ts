import type {StateCode} from "../../world/index.ts";
import type {ImporterCard} from "./importer.ts";
import {type DatasetRow, tableImporter} from "./table-importer.ts";
import type {TableRecord} from "./table-record.ts";

const card: ImporterCard = {
  id: "trade-cow",
  version: 1,
  title: "Yearly trade between states (Correlates of War, Trade 4.0)",
  reads:
    "Dyadic_COW_4.0.csv: ccode1, ccode2, year, flow1, flow2 in current US$ million; or its reduction by ISO codes (year, a, b, imports_a_from_b_musd, imports_b_from_a_musd)",
  citation:
    "Barbieri, Katherine, and Omar M. G. Keshk. 2016. Correlates of War Project Trade Data Set, version 4.0. https://correlatesofwar.org",
  licence: "Correlates of War terms: free to use with citation; commercial use is not spoken of",
  commercialUse: false,
  datasets: ["trade-cow"],
  // COW's 365 is SUN to 1990, where the reduced file has RUS: one file must replace the other, or both would count.
  whole: true,
  scope: {},
};

interface Pair {
  readonly year: number;
  readonly a: StateCode;
  readonly b: StateCode;
}

/** Whether a flow is known: COW writes -9 where it is not, the reduced file nothing. */
const isKnown = (record: TableRecord, column: string) =>
  record.text(column) !== "" && record.number(column) >= 0;

/** Flows as the importer reports them. A flow that is not known is no row. */
function flowsOf(record: TableRecord, {year, a, b}: Pair, fromB: string, fromA: string) {
  const flow = (exporter: StateCode, importer: StateCode, column: string): DatasetRow[] => {
    if (!isKnown(record, column)) return [];
    const values = {exporter, importer, year, value_usd: Math.round(record.number(column) * 1e6)};
    return [{dataset: "trade-cow", values}];
  };
  return [...flow(b, a, fromB), ...flow(a, b, fromA)];
}

export const tradeCow = tableImporter(
  card,
  {
    columns: ["ccode1", "ccode2", "year", "flow1", "flow2"],
    reader: () => (record) => {
      // Most of COW's pairs have no known flow at all.
      if (!isKnown(record, "flow1") && !isKnown(record, "flow2")) return [];
      const year = record.year("year");
      const a = record.state("ccode1", "cow", year);
      const b = record.state("ccode2", "cow", year);
      return flowsOf(record, {year, a, b}, "flow1", "flow2");
    },
  },
  {
    columns: ["year", "a", "b", "imports_a_from_b_musd", "imports_b_from_a_musd"],
    reader: () => (record) => {
      const year = record.year("year");
      const party = (column: string) => {
        const state = record.state(column, "iso3", year);
        // The reduction writes YUG for COW 345 in all years.
        return state === "YUG" && year >= 2006
          ? record.resolve(column, "SRB", "iso3", year)
          : state;
      };
      const pair = {year, a: party("a"), b: party("b")};
      return flowsOf(record, pair, "imports_a_from_b_musd", "imports_b_from_a_musd");
    },
  },
);
