import type {ImporterCard} from "./importer.ts";
import {type ImportLayout, tableImporter} from "./table-importer.ts";
import {RecordFault, type TableRecord} from "./table-record.ts";

const card: ImporterCard = {
  id: "alliances-atop",
  version: 1,
  title: "Alliance obligations between pairs of states by year (ATOP 5.1)",
  reads:
    "atop5_1dy.csv (mem1, mem2, year, defense, …), or the table of peacesciencer (a, b, year, atop_defense, …)",
  citation:
    "Leeds, Brett Ashley, Jeffrey M. Ritter, Sara McLaughlin Mitchell and Andrew G. Long. 2002. Alliance Treaty Obligations and Provisions, 1815-1944. International Interactions 28: 237-260.",
  licence: "ATOP: free with citation; commercial use not spoken of",
  commercialUse: false,
  datasets: ["alliances"],
  whole: false,
  scope: {source_dataset: "ATOP"},
};

/** Our words, and ATOP's column for each. "Nonaggression" holds between all who signed a general pact, such as ASEAN's treaty. */
const obligations = {
  defence: "defense",
  offence: "offense",
  neutrality: "neutral",
  nonaggression: "nonagg",
  consultation: "consul",
} as const;

const flags = new Map([
  ["0", false],
  ["1", true],
]);

function layout(
  first: string,
  second: string,
  prefix: string,
  scheme: "cow" | "iso3",
): ImportLayout {
  const column = (obligation: keyof typeof obligations) => `${prefix}${obligations[obligation]}`;
  const kinds = Object.keys(obligations) as (keyof typeof obligations)[];
  const rows = (record: TableRecord) => {
    const year = record.year("year");
    const [a, b] = [record.state(first, scheme, year), record.state(second, scheme, year)].sort();
    if (a === b) throw new RecordFault(second, `${a} cannot be allied with itself`);
    const held = kinds.filter((kind) => record.choice(column(kind), flags));
    if (held.length === 0) return [];
    const values = {a: a ?? "", b: b ?? "", year, kinds: held.join(";"), source_dataset: "ATOP"};
    return [{dataset: "alliances", values} as const];
  };
  return {columns: [first, second, "year", ...kinds.map(column)], reader: () => rows};
}

export const alliancesAtop = tableImporter(
  card,
  layout("mem1", "mem2", "", "cow"),
  layout("a", "b", "atop_", "iso3"),
);
