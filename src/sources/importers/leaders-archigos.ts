import type {ImporterCard} from "./importer.ts";
import {tableImporter} from "./table-importer.ts";
import {RecordFault} from "./table-record.ts";

const card: ImporterCard = {
  id: "leaders-archigos",
  version: 1,
  title: "Effective leaders of states to 2015 (Archigos 4.1)",
  reads: "Archigos as in peacesciencer: obsid, gwcode, leader, startdate, enddate, exit, …",
  citation:
    "Goemans, Henk E., Kristian Skrede Gleditsch and Giacomo Chiozza. 2009. Introducing Archigos: A Dataset of Political Leaders. Journal of Peace Research 46: 269-283.",
  licence: "Archigos: free with citation; commercial use not spoken of",
  commercialUse: false,
  datasets: ["leaders"],
  whole: true,
  scope: {source_dataset: "Archigos"},
};

/**
 * A leader belongs to the state that the number named on the last day: Saleh, who led North Yemen from 1978 and all of
 * Yemen until 2012, is Yemen's. Who was in office when the data end has no last day.
 */
export const leadersArchigos = tableImporter(card, {
  columns: ["gwcode", "leader", "startdate", "enddate", "exit"],
  legacy: "windows-1252",
  reader: () => (record) => {
    const [from, to] = [record.day("startdate"), record.day("enddate")];
    if (to < from) throw new RecordFault("enddate", `ends (${to}) before it begins (${from})`);
    const values = {
      state: record.state("gwcode", "gw", to),
      person: record.required("leader"),
      office: "effective leader",
      from_date: from,
      to_date: record.text("exit") === "Still in Office" ? null : to,
      from_basis: "stated",
      source_dataset: "Archigos",
    };
    return [{dataset: "leaders", values}];
  },
});
