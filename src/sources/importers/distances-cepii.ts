import {lastDayOf} from "../../world/index.ts";
import type {ImporterCard} from "./importer.ts";
import {tableImporter} from "./table-importer.ts";

const card: ImporterCard = {
  id: "distances-cepii",
  version: 1,
  title: "Distances and ties between all pairs of states (CEPII GeoDist)",
  reads: "dist_cepii.csv: iso_o, iso_d, contig, comlang_off, colony, …, dist, distcap, distw (km)",
  citation:
    "Mayer, Thierry, and Soledad Zignago. 2011. Notes on CEPII's distances measures: The GeoDist database. CEPII Working Paper 2011-25.",
  licence: "Etalab Open Licence 2.0: free use with citation",
  commercialUse: true,
  datasets: ["distances"],
  whole: true,
  scope: {},
};

/** The day as of which the file's codes are read: its latest edition is of 2011. */
const edition = lastDayOf(2010);

const truths = new Map([
  ["0", false],
  ["1", true],
]);

export const distancesCepii = tableImporter(card, {
  columns: ["iso_o", "iso_d", "contig", "comlang_off", "colony", "dist", "distcap", "distw"],
  // The weighted distance of some pairs.
  missing: ["."],
  reader: () => (record) => {
    const values = {
      a: record.state("iso_o", "iso3", edition),
      b: record.state("iso_d", "iso3", edition),
      contiguous: record.choice("contig", truths),
      common_language: record.choice("comlang_off", truths),
      colony: record.choice("colony", truths),
      distance_km: record.numberOrNull("dist"),
      capitals_km: record.numberOrNull("distcap"),
      weighted_km: record.numberOrNull("distw"),
    };
    return [{dataset: "distances", values}];
  },
});
