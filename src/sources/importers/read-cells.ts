import {type Day, isDay} from "../../world/index.ts";

const numberPattern = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

/** A number as publishers' files write it, with a point; null for anything else, thousands separators included. */
export function readNumber(text: string): number | null {
  if (!numberPattern.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

/** A whole number of at most 32 bits, as our tables keep it; "12.0" is one, "12.5" is none. */
export function readWhole(text: string): number | null {
  const value = readNumber(text);
  return value !== null && (value | 0) === value ? value : null;
}

/** "2019-01-21" or "20190121"; null where the calendar has no such day. */
export function readDay(text: string): Day | null {
  const written = /^\d{8}$/.test(text)
    ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
    : text;
  return isDay(written) ? written : null;
}
