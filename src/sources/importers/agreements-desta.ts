import type {ImporterCard} from "./importer.ts";
import {tableImporter} from "./table-importer.ts";
import {compiledOn, treatyColumns, treatyParty, treatyYear} from "./treaty-dates.ts";

const card: ImporterCard = {
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
};

const columns = ["treatyID", "Title", "Signature", "Force", "destaID"];

/**
 * DESTA knows years only, and no ends. It lists a party again under each later text of a treaty; the first entry counts,
 * and a later one repeats it.
 */
export const agreementsDesta = tableImporter(
  card,
  {
    columns: [...columns, "stateID"],
    reader: () => {
      const first = new Map<string, Readonly<Record<string, string | null>>>();
      return (record) => {
        const id = record.required("treatyID");
        const state = treatyParty(record, "stateID", compiledOn);
        const key = `${id} ${state}`;
        const values = first.get(key) ?? {
          id,
          state,
          ...treatyColumns({
            signed: treatyYear(record, "Signature"),
            inForce: treatyYear(record, "Force"),
            ended: null,
          }),
          source_dataset: "DESTA",
        };
        first.set(key, values);
        return [{dataset: "agreement-members", values}];
      };
    },
  },
  {
    columns,
    reader: () => (record) => {
      const values = {
        id: record.required("treatyID"),
        title: record.required("Title"),
        ...treatyColumns({
          signed: treatyYear(record, "Signature"),
          inForce: treatyYear(record, "Force"),
          ended: null,
        }),
        source_dataset: "DESTA",
      };
      return [{dataset: "agreements", values}];
    },
  },
);
