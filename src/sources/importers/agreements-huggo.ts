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

const columns = ["treatyID", "Title", "Signature", "Force", "End"];
const members = {
  columns: [...columns, "stateID", "StateSignature", "StateForce", "StateEnd"],
  groupBy: "treatyID",
  of: "agreement-members",
};
const agreements = {columns, groupBy: "treatyID", of: "agreements"};

/**
 * HUGGO's agreements, or their parties, each with its own days where they are known. The agreement itself has the earliest
 * of the days that its rows give for it.
 */
export const agreementsHuggo: Importer = {
  id: "agreements-huggo",
  version: 2,
  title: "Trade agreements and their parties (HUGGO, as compiled by manytrade)",
  reads:
    "manytrade's HUGGO agreements (treatyID, Title, Signature, Force, End), or HUGGO_MEM memberships (and stateID, StateSignature, …)",
  citation: "Hollway, James, et al., manytrade: Trade Agreements for 'many' packages.",
  licence: "CC BY 4.0",
  commercialUse: true,
  datasets: ["agreements", "agreement-members"],
  // Each of the two files has agreements that the other lacks.
  whole: false,
  scope: {source_dataset: "HUGGO"},
  read: async function* (file, codes) {
    const {layout, groups, rejects} = await groupRecords(file, [members, agreements], codes);
    yield rejects;
    const read = layout.of === "agreements" ? readAgreement : readMembers;
    yield [...groups].flatMap(([id, records]) => read(id, records));
  },
};

/** Days that a row gives for the agreement as a whole. */
interface Treaty {
  readonly title: string;
  readonly line: number;
  readonly signed: TreatyDate | null;
  readonly inForce: TreatyDate | null;
  readonly ended: TreatyDate | null;
}

function readMembers(id: string, records: readonly TableRecord[]): readonly Imported[] {
  const treaties: Treaty[] = [];
  const parties = new Map<string, ImportedRow["values"]>();
  const found: Imported[] = [];
  for (const record of records) {
    try {
      const treaty = treatyOf(record);
      treaties.push(treaty);
      const state = treatyParty(record, "stateID", compiledOn);
      // A party that stands there twice has the days of its first row.
      const values = parties.get(state) ?? partyOf(id, state, record, treaty);
      parties.set(state, values);
      found.push({kind: "row", dataset: "agreement-members", line: record.line, values});
    } catch (fault) {
      if (!(fault instanceof RecordFault)) throw fault;
      found.push(rejectOf(record, fault));
    }
  }
  return [...agreementOf(id, treaties), ...found];
}

function readAgreement(id: string, records: readonly TableRecord[]): readonly Imported[] {
  const treaties: Treaty[] = [];
  const rejects: Imported[] = [];
  for (const record of records) {
    try {
      treaties.push(treatyOf(record));
    } catch (fault) {
      if (!(fault instanceof RecordFault)) throw fault;
      rejects.push(rejectOf(record, fault));
    }
  }
  return [...agreementOf(id, treaties), ...rejects];
}

/** The agreement of which some rows speak; none where no row could be read. */
function agreementOf(id: string, treaties: readonly Treaty[]): readonly ImportedRow[] {
  const [first] = treaties;
  if (first === undefined) return [];
  const values = {
    id,
    title: first.title,
    ...treatyColumns({
      signed: earliestDate(treaties.map((treaty) => treaty.signed)),
      inForce: earliestDate(treaties.map((treaty) => treaty.inForce)),
      ended: earliestDate(treaties.map((treaty) => treaty.ended)),
    }),
    source_dataset: "HUGGO",
  };
  return [{kind: "row", dataset: "agreements", line: first.line, values}];
}

const treatyOf = (record: TableRecord): Treaty => ({
  title: record.required("Title"),
  line: record.line,
  signed: treatyDate(record, "Signature"),
  inForce: treatyDate(record, "Force"),
  ended: treatyDate(record, "End"),
});

const partyOf = (id: string, state: string, record: TableRecord, treaty: Treaty) => ({
  id,
  state,
  ...treatyColumns({
    signed: treatyDate(record, "StateSignature") ?? treaty.signed,
    inForce: treatyDate(record, "StateForce") ?? treaty.inForce,
    ended: treatyDate(record, "StateEnd") ?? treaty.ended,
  }),
  source_dataset: "HUGGO",
});
