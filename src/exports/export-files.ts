import {aboutOf} from "./about.ts";
import {type AnswerTableName, answerTableNames, answerTables} from "./answer-tables.ts";
import {cslJson} from "./csl-json.ts";
import type {ColumnNote, FlatTable} from "./flat-table.ts";
import {followTheMoney} from "./follow-the-money.ts";
import {geoJson} from "./geo-json.ts";
import {jsonLines, lineNames} from "./json-lines.ts";
import type {Matter} from "./matter.ts";
import {provJson} from "./prov-json.ts";
import {sdmxCsv} from "./sdmx-csv.ts";
import {toCsv} from "./to-csv.ts";
import {toParquet} from "./to-parquet.ts";

/** A file made of an answer. */
export interface ExportFile {
  /** What of the answer is in it, and in which format, by their words on the command line. */
  readonly what: AnswerTableName | "sources";
  readonly format: "csv" | "parquet" | "jsonl" | "ftm" | "geojson" | "prov" | "sdmx-csv" | "csl";
  readonly name: string;
  readonly mediaType: string;
  readonly title: string;
  readonly make: (matter: Matter) => Promise<MadeFile>;
}

export interface MadeFile {
  readonly content: string | Uint8Array;
  /** Its columns, where it is a table. */
  readonly columns: readonly ColumnNote[] | null;
}

export const mediaTypes = {
  csv: "text/csv; charset=utf-8; header=present",
  parquet: "application/vnd.apache.parquet",
  jsonl: "application/jsonl",
  warc: "application/warc",
} as const;

/** Every file that is made of an answer. Datasets and captures come from the store, a row and a record at a time. */
export const exportFiles: readonly ExportFile[] = [
  ...answerTableNames.flatMap((what) => tableFiles(what)),
  ...lineNames.map((what) => ({
    ...textFile((matter) => jsonLines(matter, what)),
    what,
    format: "jsonl" as const,
    name: `${what}.jsonl`,
    mediaType: mediaTypes.jsonl,
    title: `${what === "moves" ? answerTables["all-moves"].title : answerTables[what].title}, with the evidence in full`,
  })),
  {
    ...textFile(followTheMoney),
    what: "moves",
    format: "ftm",
    name: "moves.ftm.jsonl",
    mediaType: mediaTypes.jsonl,
    title: "Moves, parties, sanctions and what proves them, as FollowTheMoney entities",
  },
  {
    ...textFile(geoJson),
    what: "moves",
    format: "geojson",
    name: "moves.geojson",
    mediaType: "application/geo+json",
    title: "Moves as lines and points between capitals",
  },
  {
    ...textFile(provJson),
    what: "moves",
    format: "prov",
    name: "moves.prov.json",
    mediaType: "application/json",
    title: "Where every move comes from: captures, readings, codings, links, judgements",
  },
  {
    ...textFile(sdmxCsv),
    what: "series",
    format: "sdmx-csv",
    name: "series.sdmx.csv",
    mediaType: "application/vnd.sdmx.data+csv; version=2.0.0",
    title: answerTables.series.title,
  },
  {
    ...textFile(cslJson),
    what: "sources",
    format: "csl",
    name: "sources.csl.json",
    mediaType: "application/vnd.citationstyles.csl+json",
    title: "Every source cited, for Zotero, pandoc and others that format citations",
  },
];

function textFile(make: (matter: Matter) => string): Pick<ExportFile, "make"> {
  return {make: async (matter) => ({content: make(matter), columns: null})};
}

function tableFiles(what: AnswerTableName): readonly ExportFile[] {
  const {title, make} = answerTables[what];
  const made =
    (write: (table: FlatTable, matter: Matter) => string | Promise<Uint8Array>) =>
    async (matter: Matter) => {
      const table = make(matter);
      return {content: await write(table, matter), columns: table.columns};
    };
  return [
    {
      what,
      format: "csv",
      name: `${what}.csv`,
      mediaType: mediaTypes.csv,
      title,
      make: made((table) => toCsv(table)),
    },
    {
      what,
      format: "parquet",
      name: `${what}.parquet`,
      mediaType: mediaTypes.parquet,
      title,
      make: made((table, matter) => toParquet(table, aboutOf(matter))),
    },
  ];
}
