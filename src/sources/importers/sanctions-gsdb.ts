import type {ImporterCard} from "./importer.ts";
import {tableImporter} from "./table-importer.ts";

const card: ImporterCard = {
  id: "sanctions-gsdb",
  version: 1,
  title: "Sanctions in force by sender, target and year (Global Sanctions Data Base)",
  reads:
    "GSDB's dyadic table (sanctioning_state_iso3, sanctioned_state_iso3, year, trade, …), or a panel of targets with 0/1 columns by sender (iso3st, year, USA_TRADE, …)",
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

export const sanctionsGsdb = tableImporter(
  card,
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
