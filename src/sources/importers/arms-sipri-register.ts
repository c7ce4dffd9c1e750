import {InputError} from "../input-error.ts";
import type {ImporterCard} from "./importer.ts";
import {tableImporter} from "./table-importer.ts";
import {RecordFault, type TableRecord} from "./table-record.ts";

const card: ImporterCard = {
  id: "arms-sipri-register",
  version: 1,
  title: "Orders of major arms (SIPRI trade register)",
  reads:
    "trade-register.csv of armstransfers.sipri.org for all suppliers, recipients and years, or its form by ISO codes (recipient, supplier, year_order, …)",
  citation: "Stockholm International Peace Research Institute, SIPRI Arms Transfers Database.",
  licence: "SIPRI terms: free for non-commercial use with citation",
  commercialUse: false,
  datasets: ["arms-orders"],
  // A later register redates and drops deals, so it stands for all that went before.
  whole: true,
  scope: {},
};

/** Columns by what they say: SIPRI's names, then those of the form by ISO codes. A doubt stands as "?" in the next column. */
const sipri = {
  recipient: "Recipient",
  supplier: "Supplier",
  orderYear: "Year of order",
  orderYearDoubt: "Year of order ?",
  ordered: "Number ordered",
  orderedDoubt: "Number ordered ?",
  designation: "Weapon designation",
  description: "Weapon description",
  delivered: "Number delivered",
  deliveryYears: "Year(s) of delivery",
  status: "status",
  comments: "Comments",
  tivOrdered: "SIPRI TIV for total order",
  tivDelivered: "SIPRI TIV of delivered weapons",
} as const;
type Columns = Readonly<Record<keyof typeof sipri, string>>;
const byIsoCode: Columns = {
  recipient: "recipient",
  supplier: "supplier",
  orderYear: "year_order",
  orderYearDoubt: "year_order_uncertain",
  ordered: "n_ordered",
  orderedDoubt: "n_ordered_uncertain",
  designation: "designation",
  description: "description",
  delivered: "n_delivered",
  deliveryYears: "years_delivery",
  status: "status",
  comments: "comments",
  tivOrdered: "tiv_order",
  tivDelivered: "tiv_delivered",
};

/** SIPRI marks rebels with "*", organisations with "**"; these few that are no state bear no mark. */
const unmarked = new Set([
  "Biafra",
  "Katanga",
  "Northern Cyprus",
  "unknown recipient(s)",
  "unknown supplier(s)",
]);

/** An order without a year is read as of the first year of the register. */
const firstYear = 1950;

/**
 * A state's code, or SIPRI's own name of a party that is none. The Soviet Union stands as RUS, as in the carried
 * arms-orders, so that a later register finds the rows that it supersedes.
 */
function party(record: TableRecord, column: string, year: number | null): string {
  const name = record.required(column);
  if (name.endsWith("*") || unmarked.has(name)) return name;
  const state = record.state(column, "name", year ?? firstYear);
  return state === "SUN" ? "RUS" : state;
}

/**
 * As above. The form by ISO codes has a code of its own for the United Nations, left one state's name as it stood, and
 * wrote South Vietnam (armed by France and the USA, "South Vietnam" in SIPRI's own form) with North Vietnam's code.
 */
function partyByCode(record: TableRecord, column: string, year: number | null): string {
  const code = record.required(column);
  if (code === "UNO" || code === "Yemen Arab Republic (North Yemen)") return code;
  if (code === "VDR") return "RVN";
  if (/^[A-Z]{3}$/.test(code)) return record.state(column, "iso3", year ?? firstYear);
  return party(record, column, year);
}

const yearsPattern = /^\d{4}(?:;\d{4})*$/;

function deliveryYears(record: TableRecord, column: string): string {
  const years = record.text(column).replace(/\s+/g, "");
  if (years === "" || yearsPattern.test(years)) return years;
  throw new RecordFault(column, `${JSON.stringify(record.text(column))} are no years`);
}

const isDoubtful = (record: TableRecord, column: string) => record.text(column) === "?";

function orderOf(
  record: TableRecord,
  columns: Columns,
  partyOf: (record: TableRecord, column: string, year: number | null) => string,
) {
  const year = record.text(columns.orderYear) === "" ? null : record.year(columns.orderYear);
  record.required(columns.designation);
  const values = {
    recipient: partyOf(record, columns.recipient, year),
    supplier: partyOf(record, columns.supplier, year),
    order_year: year,
    order_year_uncertain: isDoubtful(record, columns.orderYearDoubt),
    ordered: record.wholeOrNull(columns.ordered),
    ordered_uncertain: isDoubtful(record, columns.orderedDoubt),
    delivered: record.wholeOrNull(columns.delivered),
    // As SIPRI writes them, blanks included: they tell one deal from another.
    designation: record.cell(columns.designation),
    description: record.cell(columns.description),
    delivery_years: deliveryYears(record, columns.deliveryYears),
    status: record.text(columns.status),
    comments: record.cell(columns.comments),
    tiv_ordered: record.numberOrNull(columns.tivOrdered),
    tiv_delivered: record.numberOrNull(columns.tivDelivered),
  };
  return [{dataset: "arms-orders" as const, values}];
}

export const armsSipriRegister = tableImporter(
  card,
  {
    columns: Object.values(sipri),
    legacy: "windows-1252",
    // SIPRI's notes on the download: eleven lines in 2026.
    preambleLines: 20,
    reader: ({name, preamble}) => {
      if (!preamble.some((line) => /All countries\s+to\s+All countries/.test(line)))
        throw new InputError(
          `${name} is not the whole register: its first line does not say "from All countries to All countries"`,
          "download the register for all suppliers, all recipients and all years",
        );
      return (record) => orderOf(record, sipri, party);
    },
  },
  {
    columns: Object.values(byIsoCode),
    reader: () => (record) => orderOf(record, byIsoCode, partyByCode),
  },
);
