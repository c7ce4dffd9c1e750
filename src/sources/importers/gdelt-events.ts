import {type BulkImporter, noDataset} from "./event-importer.ts";

const actor = (n: 1 | 2) =>
  [
    "Code",
    "Name",
    "CountryCode",
    "KnownGroupCode",
    "EthnicCode",
    "Religion1Code",
    "Religion2Code",
    "Type1Code",
    "Type2Code",
    "Type3Code",
  ].map((part) => `Actor${n}${part}`);

const place = (of: string, parts: readonly string[]) => parts.map((part) => `${of}Geo_${part}`);

const columnsWith = (placeParts: readonly string[]) => [
  ...["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"],
  ...actor(1),
  ...actor(2),
  ...["IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"],
  ...["NumMentions", "NumSources", "NumArticles", "AvgTone"],
  ...["Actor1", "Actor2", "Action"].flatMap((of) => place(of, placeParts)),
  ...["DATEADDED", "SOURCEURL"],
];

/**
 * GDELT's events: the 15-minute files of version 2 (61 columns), the daily files of version 1 since April 2013 (58: no
 * second-level district), and the sample of gdeltPyR, which has a header. Columns as in the GDELT Event Database Data
 * Format Codebook, V2.0 of 19 February 2015 and V1.03 of 25 August 2013.
 */
export const gdeltEvents: BulkImporter = {
  id: "gdelt-events",
  version: 1,
  title: "GDELT events",
  reads:
    "YYYYMMDDHHMMSS.export.CSV.zip (GDELT 2.0) or YYYYMMDD.export.CSV.zip (GDELT 1.0); many at once",
  citation: "The GDELT Project, Event Database. https://www.gdeltproject.org",
  licence: "GDELT: free for any use with citation",
  commercialUse: true,
  ...noDataset,
  publisher: "gdelt",
  eventTable: "events",
  layouts: [
    {
      name: "GDELT 2.0",
      columns: columnsWith([
        ...["Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code"],
        ...["Lat", "Long", "FeatureID"],
      ]),
    },
    {
      name: "GDELT 1.0",
      columns: columnsWith([
        ...["Type", "FullName", "CountryCode", "ADM1Code"],
        ...["Lat", "Long", "FeatureID"],
      ]),
    },
  ],
};
