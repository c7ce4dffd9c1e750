import {type Day, isDay} from "../../world/index.ts";
import {RecordFault, type TableRecord} from "./table-record.ts";

/** A day of a treaty, and how exactly it is known: the first day of its month or year where no more is. */
export interface TreatyDate {
  readonly day: Day;
  readonly precision: "day" | "month" | "year";
}

/**
 * "1998-04-15", "1998-04", "1998": 99 stands for a month or a day that is not known, and the year 9999 for a treaty that
 * has not ended. Null for an empty cell or "NA".
 *
 * @throws RecordFault when the cell holds anything else.
 */
export function treatyDate(record: TableRecord, column: string): TreatyDate | null {
  const text = record.text(column);
  if (text === "" || text === "NA") return null;
  const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text);
  const [year, month, dayOfMonth] = (found ?? [])
    .slice(1)
    .map((part) => (part === "99" ? undefined : part));
  if (year === "9999") return null;
  const day = `${year}-${month ?? "01"}-${dayOfMonth ?? "01"}`;
  if (!isDay(day))
    throw new RecordFault(column, `${JSON.stringify(text.slice(0, 80))} is no date of a treaty`);
  const precision = dayOfMonth !== undefined ? "day" : month !== undefined ? "month" : "year";
  return {day, precision};
}

/** DESTA keeps years; its agreements file writes them as 1 January. */
export function treatyYear(record: TableRecord, column: string): TreatyDate | null {
  const date = treatyDate(record, column);
  return date === null ? null : {day: `${date.day.slice(0, 4)}-01-01` as Day, precision: "year"};
}

export function earliestDate(dates: readonly (TreatyDate | null)[]): TreatyDate | null {
  return dates.reduce<TreatyDate | null>(
    (first, date) => (date !== null && (first === null || date.day < first.day) ? date : first),
    null,
  );
}

/** The columns that agreements and their parties have in common. */
export function treatyColumns(dates: {
  readonly signed: TreatyDate | null;
  readonly inForce: TreatyDate | null;
  readonly ended: TreatyDate | null;
}) {
  return {
    signed: dates.signed?.day ?? null,
    signed_precision: dates.signed?.precision ?? null,
    in_force: dates.inForce?.day ?? null,
    in_force_precision: dates.inForce?.precision ?? null,
    ended: dates.ended?.day ?? null,
    ended_precision: dates.ended?.precision ?? null,
  };
}

/** HUGGO's codes that are not ISO's; the European Communities and EFTA sign as parties. */
const partyCodes: Readonly<Record<string, string>> = {
  ALG: "DZA",
  BUL: "BGR",
  FIJ: "FJI",
  KOS: "XKX",
  EC: "EU",
  EU: "EU",
  EFTA: "EFTA",
};

/** The party of an agreement: a state, EU or EFTA. @throws RecordFault when the code names none. */
export function treatyParty(record: TableRecord, column: string, on: Day): string {
  const code = record.required(column);
  const known = Object.hasOwn(partyCodes, code) ? partyCodes[code] : undefined;
  return known ?? record.state(column, "iso3", on);
}

/** Codes of the compilation are those of its newest agreement's year, whatever the day of a treaty. */
export const compiledOn = "2023-12-31" as Day;
