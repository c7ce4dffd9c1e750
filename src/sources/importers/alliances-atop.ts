import {heldKinds} from "./held-kinds.ts";
import type {ImporterCard} from "./importer.ts";
import {type GatheringLayout, type ImportLayout, tableImporter} from "./table-importer.ts";
import {RecordFault, type TableRecord} from "./table-record.ts";

const card: ImporterCard = {
  id: "alliances-atop",
  version: 2,
  title: "Alliance obligations between pairs of states by year (ATOP 5.1)",
  reads:
    "atop5_1dy.csv (mem1, mem2, year, defense, …), its directed sister atop5_1ddyr.csv (stateA, stateB, …), or the table of peacesciencer (a, b, year, atop_defense, …)",
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

const kinds = Object.keys(obligations) as (keyof typeof obligations)[];

const flags = new Map([
  ["0", false],
  ["1", true],
]);
/** The directed table leaves cells empty where a pair has no alliance. */
const flagsOrNone = new Map([...flags, ["", false], ["NA", false]]);

function pairOf(
  record: TableRecord,
  [first, second]: readonly [string, string],
  scheme: "cow" | "iso3",
  year: number,
): readonly [string, string] {
  const [a = "", b = ""] = [
    record.state(first, scheme, year),
    record.state(second, scheme, year),
  ].sort();
  if (a === b) throw new RecordFault(second, `${a} cannot be allied with itself`);
  return [a, b];
}

const rowOf = ([a, b]: readonly [string, string], year: number, held: string) =>
  ({dataset: "alliances", values: {a, b, year, kinds: held, source_dataset: "ATOP"}}) as const;

function layout(
  first: string,
  second: string,
  prefix: string,
  scheme: "cow" | "iso3",
): ImportLayout {
  const column = (obligation: keyof typeof obligations) => `${prefix}${obligations[obligation]}`;
  const rows = (record: TableRecord) => {
    const year = record.year("year");
    const pair = pairOf(record, [first, second], scheme, year);
    const held = kinds.filter((kind) => record.choice(column(kind), flags));
    return held.length === 0 ? [] : [rowOf(pair, year, held.join(";"))];
  };
  return {columns: [first, second, "year", ...kinds.map(column)], reader: () => rows};
}

/** What each owes the other stands in two records; between the two holds what either owes. */
const directed: GatheringLayout = {
  columns: ["stateA", "stateB", "year", ...kinds.map((kind) => obligations[kind])],
  gather: ({name}) => {
    const {add, rows} = heldKinds(name, kinds, rowOf);
    return {
      take: (record) => {
        const year = record.year("year");
        const pair = pairOf(record, ["stateA", "stateB"], "cow", year);
        const held = kinds.filter((kind) => record.choice(obligations[kind], flagsOrNone));
        add(pair, year, record.line, held);
      },
      rows,
    };
  },
};

export const alliancesAtop = tableImporter(
  card,
  layout("mem1", "mem2", "", "cow"),
  directed,
  layout("a", "b", "atop_", "iso3"),
);
