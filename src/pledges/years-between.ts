import {type Day, type DayPrecision, dayNumber, yearOf} from "../world/index.ts";

/** Mean length of a year of the Gregorian calendar, days. */
export const daysOfYear = 365.2425;

/** A date, and how far it is known. */
export interface Dated {
  readonly on: Day;
  readonly precision: DayPrecision;
}

/** Years from one date to another: whole ones where either is known by its year alone, else as many as its days make. */
export function yearsBetween(from: Dated, to: Dated): number {
  if ([from.precision, to.precision].some((one) => one === "year" || one === "unknown"))
    return yearOf(to.on) - yearOf(from.on);
  return (dayNumber(to.on) - dayNumber(from.on)) / daysOfYear;
}
