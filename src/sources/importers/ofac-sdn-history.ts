import type {ImporterCard} from "./importer.ts";
import {ofacTerms} from "./ofac-terms.ts";
import {tableImporter} from "./table-importer.ts";

const card: ImporterCard = {
  id: "ofac-sdn-history",
  version: 1,
  title: "US list of specially designated nationals, when each entry was seen",
  reads:
    "a merged history of daily snapshots: ent_num, name, type, program, …, remarks, first_seen, last_seen",
  ...ofacTerms,
  datasets: ["ofac-sdn"],
  whole: true,
  scope: {},
};

/** Remarks run to thousands of characters; the beginning carries nationality, birth and links. */
const remarkLimit = 300;

export const ofacSdnHistory = tableImporter(card, {
  columns: ["ent_num", "name", "type", "program", "remarks", "first_seen", "last_seen"],
  reader: () => (record) => {
    const values = {
      ent_num: record.whole("ent_num"),
      name: record.required("name"),
      type: record.textOrNull("type"),
      program: record.textOrNull("program"),
      remarks: record.text("remarks").slice(0, remarkLimit) || null,
      first_seen: record.day("first_seen"),
      last_seen: record.day("last_seen"),
    };
    return [{dataset: "ofac-sdn", values}];
  },
});
