import {ForeignFile} from "./foreign-file.ts";
import type {ImporterCard} from "./importer.ts";
import {tableImporter} from "./table-importer.ts";
import {RecordFault} from "./table-record.ts";
import {unSeat} from "./un-seat.ts";
import {unTerms} from "./un-votes-undl.ts";

const card: ImporterCard = {
  id: "un-votes-matrix",
  version: 1,
  title: "Recorded votes of the UN, one line per resolution with a letter for each state",
  reads:
    'un_votes_matrix.csv: record_id, symbol, date and "votes:AFG AGO …", whose letters stand in the order of the header',
  citation:
    "United Nations, Dag Hammarskjöld Library: UN Digital Library, voting data. https://digitallibrary.un.org",
  ...unTerms,
  datasets: ["un-votes"],
  whole: false,
  scope: {},
};

const choices: ReadonlyMap<string, string> = new Map([
  ["Y", "yes"],
  ["N", "no"],
  ["A", "abstain"],
  ["X", "absent"],
]);
/** Not a member, or not listed. */
const nothing = ".";

export const unVotesMatrix = tableImporter(card, {
  columns: ["record_id", "symbol", "date"],
  reader: ({name, header}) => {
    const column = header.find((one) => one.startsWith("votes:"));
    if (column === undefined)
      throw new ForeignFile(
        `${name} has no column that begins with "votes:"`,
        "check that the file is a matrix of votes",
      );
    const codes = column.slice("votes:".length).trim().split(/\s+/);
    return (record) => {
      const recordId = record.whole("record_id");
      const symbol = record.required("symbol");
      const date = record.day("date");
      const letters = record.text(column);
      if (letters.length !== codes.length)
        throw new RecordFault("votes", `${letters.length} votes, where ${codes.length} are named`);
      return codes.flatMap((code, at) => {
        const letter = letters.charAt(at);
        if (letter === nothing) return [];
        const vote = choices.get(letter);
        if (vote === undefined)
          throw new RecordFault("votes", `${JSON.stringify(letter)} is no vote (${code})`);
        const state = record.resolve("votes", code, "iso3", date);
        return {
          dataset: "un-votes",
          values: {record_id: recordId, symbol, date, state: unSeat(state), vote},
        };
      });
    };
  },
});
