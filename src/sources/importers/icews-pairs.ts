import type {ImporterCard} from "./importer.ts";
import {tableImporter} from "./table-importer.ts";

const card: ImporterCard = {
  id: "icews-pairs",
  version: 1,
  title: "Counts of reported events from state to state by year (ICEWS, as counted by netify)",
  reads: "icews_dyad_year_….csv: year, source, target, verb_coop, matl_coop, verb_conf, matl_conf",
  citation:
    "Boschee, Elizabeth, et al. 2015. ICEWS Coded Event Data. Harvard Dataverse, doi:10.7910/DVN/28075.",
  licence: "ICEWS Dataverse terms (research use with citation); commercial use is not spoken of",
  commercialUse: false,
  datasets: ["icews-pairs"],
  whole: false,
  scope: {},
};

export const icewsPairs = tableImporter(card, {
  columns: ["year", "source", "target", "verb_coop", "matl_coop", "verb_conf", "matl_conf"],
  reader: () => (record) => {
    const year = record.year("year");
    const values = {
      year,
      source: record.state("source", "iso3", year),
      target: record.state("target", "iso3", year),
      verbal_cooperation: record.whole("verb_coop"),
      material_cooperation: record.whole("matl_coop"),
      verbal_conflict: record.whole("verb_conf"),
      material_conflict: record.whole("matl_conf"),
    };
    return [{dataset: "icews-pairs", values}];
  },
});
