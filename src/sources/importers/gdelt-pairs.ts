import type {ImporterCard} from "./importer.ts";
import {tableImporter} from "./table-importer.ts";
import {RecordFault} from "./table-record.ts";

const card: ImporterCard = {
  id: "gdelt-pairs",
  version: 1,
  title: "Attention between pairs of states by month (GDELT, as summed by gdelt-graph-data)",
  reads: "gdelt_monthly_dyads_….csv: month (YYYY-MM), a, b, edge_sum, days_active, days_in_month",
  citation: "The GDELT Project. https://www.gdeltproject.org",
  licence: "GDELT: free for any use with citation",
  commercialUse: true,
  datasets: ["gdelt-pairs"],
  whole: false,
  scope: {},
};

export const gdeltPairs = tableImporter(card, {
  columns: ["month", "a", "b", "edge_sum", "days_active", "days_in_month"],
  reader: () => (record) => {
    const month = record.text("month");
    const year = /^([12]\d{3})-(?:0[1-9]|1[0-2])$/.exec(month)?.[1];
    if (year === undefined)
      throw new RecordFault("month", `${JSON.stringify(month)} is no month (YYYY-MM)`);
    const values = {
      month,
      a: record.state("a", "iso3", Number(year)),
      b: record.state("b", "iso3", Number(year)),
      value: record.number("edge_sum"),
      days_active: record.whole("days_active"),
      days_in_month: record.whole("days_in_month"),
    };
    return [{dataset: "gdelt-pairs", values}];
  },
});
