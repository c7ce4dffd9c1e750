import {groupRecords, rejectOf} from "./grouped-records.ts";
import type {Imported, ImportedRow, Importer} from "./importer.ts";
import {RecordFault, type TableRecord} from "./table-record.ts";
import {
  compiledOn,
  earliestDate,
  type TreatyDate,
  treatyColumns,
  treatyDate,
  treatyParty,
} from "./treaty-dates.ts";

const columns = [
  "treatyID",
  "stateID",
  "Title",
  "Signature",
  "Force",
  "End",
  "StateSignature",
  "StateForce",
  "StateEnd",
];

/**
 * HUGGO's parties to trade agreements, each with its own days where they are known. The agreement itself has the earliest
 * of the days that its parties' rows give for it.
 */
export const agreementsHuggo: Importer = {
  id: "agreements-huggo",
  version: 1,
  title: "Trade agreements and their parties (HUGGO, as compiled by manytrade)",
  reads: "manytrade's HUGGO_MEM memberships: treatyID, stateID, Title, Signature, …, StateEnd",
  citation: "Hollway, James, et al., manytrade: Trade Agreements for 'many' packages.",
  licence: "CC BY 4.0",
  commercialUse: true,
  datasets: ["agreements", "agreement-members"],
  whole: true,
  scope: {source_dataset: "HUGGO"},
  read: async function* (file, codes) {
    const layout = {columns, groupBy: "treatyID"};
    const {groups, rejects} = await groupRecords(file, [layout], codes);
    yield rejects;
    yield [...groups].flatMap(([id, records]) => readTreaty(id, records));
  },
};

interface Party {
  readonly row: ImportedRow;
  readonly title: string;
  readonly signed: TreatyDate | null;
  readonly inForce: TreatyDate | null;
  readonly ended: TreatyDate | null;
}

function readTreaty(id: string, records: readonly TableRecord[]): readonly Imported[] {
  const parties = new Map<string, Party>();
  const found: Imported[] = [];
  for (const record of records) {
    try {
      const state = treatyParty(record, "stateID", compiledOn);
      // A party that stands there twice has the days of its first row.
      const party = parties.get(state) ?? partyOf(id, state, record);
      parties.set(state, party);
      found.push({...party.row, line: record.line});
    } catch (fault) {
      if (!(fault instanceof RecordFault)) throw fault;
      found.push(rejectOf(record, fault));
    }
  }
  const [first, ...others] = parties.values();
  if (first === undefined) return found;
  const all = [first, ...others];
  const values = {
    id,
    title: first.title,
    ...treatyColumns({
      signed: earliestDate(all.map((party) => party.signed)),
      inForce: earliestDate(all.map((party) => party.inForce)),
      ended: earliestDate(all.map((party) => party.ended)),
    }),
    source_dataset: "HUGGO",
  };
  return [{kind: "row", dataset: "agreements", line: first.row.line, values}, ...found];
}

function partyOf(id: string, state: string, record: TableRecord): Party {
  const [signed, inForce, ended] = [
    treatyDate(record, "Signature"),
    treatyDate(record, "Force"),
    treatyDate(record, "End"),
  ];
  const values = {
    id,
    state,
    ...treatyColumns({
      signed: treatyDate(record, "StateSignature") ?? signed,
      inForce: treatyDate(record, "StateForce") ?? inForce,
      ended: treatyDate(record, "StateEnd") ?? ended,
    }),
    source_dataset: "HUGGO",
  };
  const row = {kind: "row", dataset: "agreement-members", line: record.line, values} as const;
  return {row, title: record.required("Title"), signed, inForce, ended};
}
