import {type Day, isDay} from "../world/index.ts";
import {InputError} from "./input-error.ts";

/** Reads a day that a user wrote. @throws InputError when the calendar has no such day. */
export function parseDay(text: string): Day {
  const trimmed = text.trim();
  if (isDay(trimmed)) return trimmed;
  const wellFormed = /^\d{4}-\d{2}-\d{2}$/.test(trimmed);
  throw new InputError(
    wellFormed ? `"${trimmed}" is a day that does not exist` : `"${trimmed}" is no day`,
    "write a day as YYYY-MM-DD, e.g. 2025-06-30",
  );
}
