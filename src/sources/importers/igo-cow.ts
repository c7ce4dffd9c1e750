import {InputError} from "../input-error.ts";
import {igoStateColumns} from "./igo-state-columns.ts";
import type {ImporterCard} from "./importer.ts";
import {type ImportLayout, tableImporter} from "./table-importer.ts";
import {RecordFault} from "./table-record.ts";

const card: ImporterCard = {
  id: "igo-cow",
  version: 2,
  title: "Memberships of states in intergovernmental organisations by year (COW IGO 3.0)",
  reads:
    "state_year_formatv3.csv (ccode, year, state, then a column for each organisation), or igo_year_formatv3.csv (ioname, orgname, year, …, a column for each state)",
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

/** What the table by organisation says beside the states. */
const ofOrganisation = new Set(
  "ioname orgname longorgname year sdate deaddate dead integrated replaced ionum igocode version accuracyofpre1965membershipdates sourcesandnotes imputed political social economic".split(
    " ",
  ),
);

/** An organisation in a year, with a column for each state. */
const byOrganisation: ImportLayout = {
  columns: ["ioname", "orgname", "year", "usa", "uk"],
  reader: ({name: file, header}) => {
    const states = header.filter((column) => column !== "" && !ofOrganisation.has(column));
    const unknown = states.find((column) => !igoStateColumns.has(column));
    if (unknown !== undefined)
      throw new InputError(
        `${file} has a column ${JSON.stringify(unknown.slice(0, 80))} that is no state of COW's`,
        "take the column out, or import the table by state and year",
      );
    return function* (record) {
      const year = record.year("year");
      const igo = record.required("ioname");
      const name = record.textOrNull("orgname");
      let fault: RecordFault | null = null;
      for (const column of states) {
        try {
          const role = record.choice(column, roles);
          if (role === "none") continue;
          const state = record.resolve(column, igoStateColumns.get(column) ?? "", "cow", year);
          yield {dataset: "igo-memberships", values: {igo, name, state, year, role}};
        } catch (met) {
          if (!(met instanceof RecordFault)) throw met;
          fault ??= met;
        }
      }
      // One state that is unknown makes a reject, and the others stand.
      if (fault !== null) throw fault;
    };
  },
};

const byState: ImportLayout = {
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
};

export const igoCow = tableImporter(card, byState, byOrganisation);
