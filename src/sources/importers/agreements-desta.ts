import {groupRecords, rejectOf} from "./grouped-records.ts";
import type {Imported, ImportedRow, Importer} from "./importer.ts";
import {RecordFault, type TableRecord} from "./table-record.ts";
import {compiledOn, treatyColumns, treatyParty, treatyYear} from "./treaty-dates.ts";

const columns = ["treatyID", "Title", "Signature", "Force", "destaID"];
const members = {columns: [...columns, "stateID"], groupBy: "treatyID", of: "agreement-members"};
const agreements = {columns, groupBy: "treatyID", of: "agreements"};

/**
 * DESTA's agreements, or their parties. It knows years only, and no ends. It lists a party again under each later text of
 * a treaty: the first entry counts. Of an agreement that stands there as talked about and as signed, the last entry counts.
 * Every other entry repeats the one that counts.
 */
export const agreementsDesta: Importer = {
  id: "agreements-desta",
  version: 1,
  title: "Trade agreements and their parties (DESTA, as compiled by manytrade)",
  reads:
    "manytrade's DESTA agreements (treatyID, Title, Signature, Force, …) or DESTA_MEM memberships (and stateID)",
  citation:
    "Dür, Andreas, Leonardo Baccini and Manfred Elsig. 2014. The Design of International Trade Agreements (DESTA); Hollway, James, et al., manytrade: Trade Agreements for 'many' packages.",
  licence: "CC BY 4.0",
  commercialUse: true,
  datasets: ["agreements", "agreement-members"],
  whole: false,
  scope: {source_dataset: "DESTA"},
  read: async function* (file, codes) {
    const {layout, groups, rejects} = await groupRecords(file, [members, agreements], codes);
    yield rejects;
    const read = layout.of === "agreements" ? readAgreement : readMembers;
    yield [...groups].flatMap(([id, records]) => read(id, records));
  },
};

type Values = ImportedRow["values"];

/** What each record gives: a value, or the reject that it becomes. */
function each(
  records: readonly TableRecord[],
  dataset: "agreements" | "agreement-members",
  valuesOf: (record: TableRecord) => Values,
): readonly Imported[] {
  return records.map((record): Imported => {
    try {
      return {kind: "row", dataset, line: record.line, values: valuesOf(record)};
    } catch (fault) {
      if (!(fault instanceof RecordFault)) throw fault;
      return rejectOf(record, fault);
    }
  });
}

function readAgreement(id: string, records: readonly TableRecord[]): readonly Imported[] {
  const found = each(records, "agreements", (record) => ({
    id,
    title: record.required("Title"),
    ...yearsOf(record),
    source_dataset: "DESTA",
  }));
  const last = found.findLast((one) => one.kind === "row");
  return found.map((one) =>
    one.kind === "row" && last !== undefined ? {...last, line: one.line} : one,
  );
}

function readMembers(id: string, records: readonly TableRecord[]): readonly Imported[] {
  const first = new Map<string, Values>();
  return each(records, "agreement-members", (record) => {
    const state = treatyParty(record, "stateID", compiledOn);
    const values = first.get(state) ?? {id, state, ...yearsOf(record), source_dataset: "DESTA"};
    first.set(state, values);
    return values;
  });
}

const yearsOf = (record: TableRecord) =>
  treatyColumns({
    signed: treatyYear(record, "Signature"),
    inForce: treatyYear(record, "Force"),
    ended: null,
  });
