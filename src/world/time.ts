/** A calendar day, "YYYY-MM-DD". Days compare as strings. */
export type Day = string & {readonly __brand: "day"};

const dayPattern = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Whether the text names a day that exists: "2023-02-29" does not. */
export function isDay(text: string): text is Day {
  if (!dayPattern.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/** Reads a day that our own data promise to be one. @throws Error when it is not: that is a bug of ours. */
export function day(text: string): Day {
  if (!isDay(text)) throw new Error(`"${text}" is not a day (YYYY-MM-DD)`);
  return text;
}

/** A closed span of days; `to: null` means still running. */
export interface Span {
  readonly from: Day;
  readonly to: Day | null;
}

/** The latest of some days. */
export function latestDay(days: readonly [Day, ...Day[]]): Day {
  return [...days].sort().at(-1) ?? days[0];
}

/** Days since 1970-01-01: the difference of two is how far apart they lie. */
export function dayNumber(of: Day): number {
  return Date.parse(`${of}T00:00:00Z`) / 86_400_000;
}

/** The day in UTC of a moment in milliseconds since 1970. */
export function dayAt(ms: number): Day {
  return day(new Date(ms).toISOString().slice(0, 10));
}

/** The day so many days later. @throws Error when that is beyond the calendar: a bug of ours. */
export function daysLater(on: Day, days: number): Day {
  return dayAt((dayNumber(on) + days) * 86_400_000);
}

export function yearOf(of: Day): number {
  return Number(of.slice(0, 4));
}

export function firstDayOf(year: number): Day {
  return day(`${String(year).padStart(4, "0")}-01-01`);
}

export function lastDayOf(year: number): Day {
  return day(`${String(year).padStart(4, "0")}-12-31`);
}
