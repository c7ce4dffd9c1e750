import type {ImporterCard} from "./importer.ts";
import {tableImporter} from "./table-importer.ts";

const card: ImporterCard = {
  id: "igo-cow",
  version: 1,
  title: "Memberships of states in intergovernmental organisations by year (COW IGO 3.0)",
  reads: "state_year_formatv3.csv: ccode, year, state, then a column for each organisation",
  citation:
    "Pevehouse, Jon C. W., Timothy Nordstrom, Roseanne W. McManus and Anne Spencer Jamison. 2020. Tracking Organizations in the World: The Correlates of War IGO Version 3.0 datasets. Journal of Peace Research 57: 492-503.",
  licence: "Correlates of War: free with citation; commercial use not spoken of",
  commercialUse: false,
  datasets: ["igo-memberships"],
  whole: true,
  scope: {},
};

/** Codes of the cells; 0 is no member, -1 an organisation that was not there, -9 not known. */
const roles = new Map([
  ["1", "member"],
  ["2", "associate"],
  ["3", "observer"],
  ["0", "none"],
  ["-1", "none"],
  ["-9", "none"],
  ["", "none"],
]);

const ownColumns = ["ccode", "year", "state"];

export const igoCow = tableImporter(card, {
  columns: [...ownColumns, "UN"],
  reader: ({header}) => {
    const organisations = header.filter((column) => !ownColumns.includes(column) && column !== "");
    return (record) => {
      const year = record.year("year");
      const state = record.state("ccode", "cow", year);
      return organisations.flatMap((igo) => {
        const role = record.choice(igo, roles);
        const values = {igo, name: null, state, year, role};
        return role === "none" ? [] : [{dataset: "igo-memberships", values} as const];
      });
    };
  },
});
