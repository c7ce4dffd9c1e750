import type {Day, StateCode} from "../../world/index.ts";
import type {ImporterCard} from "./importer.ts";
import {type DatasetRow, type ImportLayout, tableImporter} from "./table-importer.ts";
import {RecordFault, type TableRecord} from "./table-record.ts";
import {unSeat} from "./un-seat.ts";

export const unTerms = {
  licence: "UN copyright: non-commercial use with attribution (UN Digital Library terms)",
  commercialUse: false,
} as const;

const card: ImporterCard = {
  id: "un-votes-undl",
  version: 1,
  title: "Recorded votes of the UN General Assembly and Security Council, by the UN library",
  reads:
    "ga_voting.csv or sc_voting.csv of the UN Digital Library (records 4060887 and 4055387), one line per vote of a state",
  citation:
    "United Nations, Dag Hammarskjöld Library: UN Digital Library, voting data. https://digitallibrary.un.org",
  ...unTerms,
  datasets: ["un-votes", "un-resolutions"],
  whole: false,
  scope: {},
};

/** X, in older files NV, is a state that is listed and did not vote. */
const choices = new Map([
  ["Y", "yes"],
  ["N", "no"],
  ["A", "abstain"],
  ["X", "absent"],
  ["NV", "absent"],
]);

interface Vote {
  readonly recordId: number;
  readonly symbol: string;
  readonly date: Day;
}

function voteOf(record: TableRecord, {recordId, symbol, date}: Vote): DatasetRow {
  const values = {
    record_id: recordId,
    symbol,
    date,
    state: voter(record, date),
    vote: record.choice("ms_vote", choices),
  };
  return {dataset: "un-votes", values};
}

/** The library's code of a state or, where that is none of ISO's, its name on the day of the vote. */
function voter(record: TableRecord, date: Day): StateCode {
  const state = record.stateOrNull("ms_code", "iso3", date);
  return unSeat(state ?? record.state("ms_name", "name", date));
}

function reader(): (record: TableRecord) => readonly DatasetRow[] {
  let resolution: number | null = null;
  return (record) => {
    const recordId = record.whole("undl_id");
    const date = record.day("date");
    const symbol = record.required("resolution");
    const body = /^[AS]\//.exec(symbol)?.[0].charAt(0);
    if (body === undefined)
      throw new RecordFault("resolution", `${JSON.stringify(symbol)} is no A/ or S/ symbol`);
    // The Security Council's file lists its members also where they did not vote.
    const isRecorded = !/without/i.test(record.text("modality"));
    const rows = isRecorded ? [voteOf(record, {recordId, symbol, date})] : [];
    // The file repeats a resolution with each vote on it.
    if (recordId === resolution) return rows;
    const count = (column: string) => (isRecorded ? record.wholeOrNull(column) : null);
    rows.push({
      dataset: "un-resolutions",
      values: {
        record_id: recordId,
        body,
        symbol,
        date,
        title: record.textOrNull("title") ?? record.textOrNull("description"),
        agenda: record.textOrNull("agenda_title") ?? record.textOrNull("agenda"),
        recorded_vote: isRecorded,
        yes: count("total_yes"),
        no: count("total_no"),
        abstain: count("total_abstentions"),
        nonvoting: count("total_non_voting"),
      },
    });
    resolution = recordId;
    return rows;
  };
}

const columns = ["undl_id", "ms_code", "ms_name", "ms_vote", "date", "resolution", "total_yes"];
const assembly: ImportLayout = {columns: [...columns, "title"], reader};
const council: ImportLayout = {columns: [...columns, "description"], reader};

export const unVotesUndl = tableImporter(card, assembly, council);
