import type {ImporterCard} from "./importer.ts";
import {type DatasetRow, type ImportLayout, tableImporter} from "./table-importer.ts";
import {unSeat} from "./un-seat.ts";

/**
 * Voeten's roll calls have numbers of their own (`rcid`), the UN library's others: `record_id` is minus `rcid` here, so
 * that the two never meet. Votes on paragraphs, amendments and failed drafts are in. `symbol` stays as he writes it
 * ("R/57/22"), not the library's "A/RES/57/22", so that measures of the library's votes do not count a vote twice.
 */
const card: ImporterCard = {
  id: "un-votes-voeten",
  version: 1,
  title: "Roll calls of the UN General Assembly with paragraph and amendment votes (Voeten)",
  reads: "UNVotes.csv of Harvard Dataverse, doi:10.7910/DVN/LEJUQZ: rcid, ccode, vote, year, …",
  citation:
    "Voeten, Erik, Anton Strezhnev and Michael Bailey. 2009. United Nations General Assembly Voting Data. Harvard Dataverse, doi:10.7910/DVN/LEJUQZ.",
  licence: "CC0 1.0 (public domain)",
  commercialUse: true,
  datasets: ["un-votes", "un-resolutions"],
  whole: false,
  scope: {},
};

/** Voeten's codebook: 8 is absent; 9, not a member, is no vote. */
const choices = new Map([
  ["1", "yes"],
  ["2", "abstain"],
  ["3", "no"],
  ["8", "absent"],
  ["9", null],
]);

/** @param choice the column that holds the vote. */
const reader = (choice: string): ImportLayout["reader"] => {
  const meanings = new Map([...choices].map(([code, vote]) => [code, {vote}]));
  return ({header}) => {
    const tellsTitle = header.includes("descr");
    let rollCall: number | null = null;
    return (record) => {
      const recordId = -record.whole("rcid");
      const {vote} = record.choice(choice, meanings);
      if (vote === null) return [];
      const date = record.dayOrNull("date");
      const symbol = record.textOrNull("unres");
      const state = unSeat(record.state("ccode", "cow", date ?? record.year("year")));
      const rows: DatasetRow[] = [
        {dataset: "un-votes", values: {record_id: recordId, symbol, date, state, vote}},
      ];
      if (!tellsTitle || recordId === rollCall) return rows;
      rollCall = recordId;
      rows.push({
        dataset: "un-resolutions",
        values: {
          record_id: recordId,
          body: "A",
          symbol,
          date,
          title: record.textOrNull("descr") ?? record.textOrNull("short"),
          agenda: null,
          recorded_vote: true,
          yes: record.wholeOrNull("yes"),
          no: record.wholeOrNull("no"),
          abstain: record.wholeOrNull("abstain"),
          nonvoting: null,
        },
      });
      return rows;
    };
  };
};

export const unVotesVoeten = tableImporter(
  card,
  {columns: ["rcid", "ccode", "vote", "year"], missing: ["NA"], reader: reader("vote")},
  {columns: ["rcid", "ccode", "v", "year"], reader: reader("v")},
);
