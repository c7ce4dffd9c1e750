import type {ImporterCard} from "./importer.ts";
import {type DatasetRow, tableImporter} from "./table-importer.ts";
import type {TableRecord} from "./table-record.ts";
import {unSeat} from "./un-seat.ts";

const card: ImporterCard = {
  id: "ideal-points",
  version: 1,
  title: "Ideal points of states from their votes in the UN General Assembly",
  reads:
    "IdealpointsJuly2025.csv (three series by year) or IdealpointestimatesAll_….csv (by session) of Bailey, Strezhnev and Voeten",
  citation:
    "Bailey, Michael A., Anton Strezhnev and Erik Voeten. 2017. Estimating Dynamic State Preferences from United Nations Voting Data. Journal of Conflict Resolution 61(2): 430-456.",
  licence: "CC0 1.0 (public domain)",
  commercialUse: true,
  datasets: ["ideal-points"],
  whole: false,
  scope: {},
};

/** Columns of a series: its point, the 5 % and 95 % quantiles where given, and the number of votes. */
interface Series {
  readonly series: "final-passage" | "all" | "legacy";
  readonly point: string;
  readonly low: string;
  readonly high: string;
  readonly votes: string;
}

const allSeries: readonly Series[] = [
  {
    series: "final-passage",
    point: "idealpointfp",
    low: "q5fp",
    high: "q95fp",
    votes: "nvotesfp",
  },
  {series: "all", point: "idealpointall", low: "q5all", high: "q95all", votes: "nvotesall"},
  {series: "legacy", point: "idealpointlegacy", low: "", high: "", votes: "nvotesLegacy"},
];
/** The files by session are the editions before July 2025, which that file calls its legacy series. */
const bySession: Series = {
  series: "legacy",
  point: "IdealPoint",
  low: "Q5%",
  high: "Q95%",
  votes: "NVotes",
};

function rowsOf(record: TableRecord, year: number, series: readonly Series[]): DatasetRow[] {
  const state = unSeat(record.state("ccode", "cow", year));
  return series.flatMap((one) => {
    const point = record.numberOrNull(one.point);
    if (point === null) return [];
    const values = {
      state,
      year,
      series: one.series,
      point,
      low: record.numberOrNull(one.low),
      high: record.numberOrNull(one.high),
      votes: record.wholeOrNull(one.votes),
    };
    return {dataset: "ideal-points", values};
  });
}

export const idealPoints = tableImporter(
  card,
  {
    columns: ["ccode", "year", ...allSeries.map(({point}) => point)],
    missing: ["NA"],
    reader: () => (record) => rowsOf(record, record.year("year"), allSeries),
  },
  {
    columns: ["ccode", "session", bySession.point],
    missing: ["NA"],
    legacy: "windows-1252",
    // The first session met in 1946.
    reader: () => (record) => rowsOf(record, record.whole("session") + 1945, [bySession]),
  },
);
