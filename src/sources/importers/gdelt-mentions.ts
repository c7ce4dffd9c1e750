import {type BulkImporter, noDataset} from "./event-importer.ts";

/**
 * GDELT 2.0's mentions: each article that reports an event of `gdelt-events` once more. Columns as in the GDELT Event
 * Database Data Format Codebook V2.0 of 19 February 2015.
 */
export const gdeltMentions: BulkImporter = {
  id: "gdelt-mentions",
  version: 1,
  title: "GDELT mentions",
  reads: "YYYYMMDDHHMMSS.mentions.CSV.zip (GDELT 2.0); many at once",
  citation: "The GDELT Project, Event Database. https://www.gdeltproject.org",
  licence: "GDELT: free for any use with citation",
  commercialUse: true,
  ...noDataset,
  publisher: "gdelt",
  eventTable: "mentions",
  layouts: [
    {
      name: "GDELT 2.0 mentions",
      columns: [
        ...["GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType"],
        ...["MentionSourceName", "MentionIdentifier", "SentenceID"],
        ...["Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText"],
        ...["Confidence", "MentionDocLen", "MentionDocTone"],
        ...["MentionDocTranslationInfo", "Extras"],
      ],
    },
  ],
};
