import {heldKinds} from "./held-kinds.ts";
import type {ImporterCard} from "./importer.ts";
import {type GatheringLayout, tableImporter} from "./table-importer.ts";
import {RecordFault, type TableRecord} from "./table-record.ts";

const card: ImporterCard = {
  id: "sanctions-gsdb",
  version: 2,
  title: "Sanctions in force by sender, target and year (Global Sanctions Data Base)",
  reads:
    "GSDB's cases (case_id, sanctioned_state, sanctioning_state, begin, end, trade, …), its dyadic table (sanctioning_state_iso3, sanctioned_state_iso3, year, trade, …), or a panel of targets with 0/1 columns by sender (iso3st, year, USA_TRADE, …)",
  citation:
    "Felbermayr, Gabriel, Aleksandra Kirilakha, Constantinos Syropoulos, Erdal Yalcin and Yoto V. Yotov. 2020. The Global Sanctions Data Base. European Economic Review 129.",
  licence: "The Data Base is free on request for research; commercial use not spoken of",
  commercialUse: false,
  datasets: ["sanctions-panel"],
  whole: false,
  scope: {},
};

const kinds = ["trade", "arms", "military", "financial", "travel"] as const;
const senders = ["USA", "GBR", "DEU", "FRA", "ITA", "CAN", "JPN", "EU"] as const;

const flags = new Map([
  ["0", false],
  ["1", true],
]);

/** A year without a sanction of these kinds is no row. */
const rowOf = (sender: string, target: string, year: number, held: readonly string[]) =>
  held.length === 0
    ? []
    : [
        {
          dataset: "sanctions-panel",
          values: {sender, target, year, kinds: held.join(";")},
        } as const,
      ];

/** The European Communities sanctioned as one before they were the Union. */
const unions = new Set(["EU", "EEC", "EC"]);
/** Years that a case may last; the longest of the data base, against North Korea, has some seventy. */
const longestCase = 150;

/**
 * A case: who sanctioned whom from one year to another, several on either side. Cases overlap, so what holds in a year is
 * gathered from all of them. A party that is no state (the United Nations, the Arab League) makes a reject, the others rows.
 */
const cases: GatheringLayout = {
  columns: ["case_id", "sanctioned_state", "sanctioning_state", "begin", "end", ...kinds],
  gather: ({name}) => {
    const {add, rows} = heldKinds(name, kinds, ([sender, target], year, held) => ({
      dataset: "sanctions-panel",
      values: {sender, target, year, kinds: held},
    }));
    return {
      take: (record) => {
        const [begin, end] = [record.year("begin"), record.year("end")];
        if (end < begin || end - begin > longestCase)
          throw new RecordFault("end", `a case from ${begin} to ${end}`);
        const held = kinds.filter((kind) => record.choice(kind, flags));
        if (held.length === 0) return;
        const senders = partiesIn(record, "sanctioning_state", begin, end);
        const targets = partiesIn(record, "sanctioned_state", begin, end);
        for (const sender of senders.known)
          for (const target of targets.known)
            for (let year = begin; year <= end; year++)
              if (sender !== target) add([sender, target], year, record.line, held);
        const [unknown] = [...senders.faults, ...targets.faults];
        if (unknown !== undefined) throw unknown;
      },
      rows,
    };
  },
};

/** Names are parted by commas, and some hold one: "Korea, South". The longest that names a state counts. */
function partiesIn(record: TableRecord, column: string, begin: number, end: number) {
  const parts = record
    .required(column)
    .split(",")
    .map((part) => part.trim());
  const known = new Set<string>();
  const faults: RecordFault[] = [];
  for (let at = 0; at < parts.length; ) {
    const found = [3, 2, 1].flatMap((length) => {
      const name = parts.slice(at, at + length).join(", ");
      const party = unions.has(name)
        ? "EU"
        : (record.find(name, "name", begin) ?? record.find(name, "name", end));
      return party === null ? [] : [{party, length}];
    })[0];
    if (found === undefined)
      faults.push(new RecordFault(column, `no state ${JSON.stringify(parts[at])} (name)`));
    else known.add(found.party);
    at += found?.length ?? 1;
  }
  return {known, faults};
}

export const sanctionsGsdb = tableImporter(
  card,
  cases,
  {
    columns: ["sanctioning_state_iso3", "sanctioned_state_iso3", "year", ...kinds],
    reader: () => (record) => {
      const year = record.year("year");
      return rowOf(
        record.state("sanctioning_state_iso3", "iso3", year),
        record.state("sanctioned_state_iso3", "iso3", year),
        year,
        kinds.filter((kind) => record.choice(kind, flags)),
      );
    },
  },
  {
    columns: [
      "iso3st",
      "year",
      ...senders.flatMap((sender) => kinds.map((kind) => `${sender}_${kind.toUpperCase()}`)),
    ],
    reader: () => (record) => {
      const year = record.year("year");
      const target = record.state("iso3st", "iso3", year);
      return senders.flatMap((sender) => {
        const held = kinds.filter((kind) =>
          record.choice(`${sender}_${kind.toUpperCase()}`, flags),
        );
        return rowOf(sender, target, year, held);
      });
    },
  },
);
