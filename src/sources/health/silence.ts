import {type Day, dayNumber} from "../../world/index.ts";

/** Pauses that make up a source's rhythm: the newest ones. */
const pausesKnown = 90;
/** Below so many pauses nobody knows its rhythm. */
const fewestPauses = 10;
/** A silence is told when it is longer than so many times the longest pause that was seen. */
export const timesLongest = 3;

export interface Silence {
  /** The last day of which it had something. */
  readonly since: Day;
  /** Whole days without anything, up to the last day on which it was looked at. */
  readonly days: number;
  /** The longest time, in days, between two days of which it had something, before. */
  readonly longestPause: number;
}

/**
 * A source that went quiet for far longer than its own rhythm: longer than three times the longest of its last 90
 * pauses, of which at least ten must be known. It supposes nothing of how items come, so weekends, holidays and busy
 * spells are part of the rhythm once they have been seen. On simulated sources of ten kinds looked at daily it told of
 * a silence that was none in at most 5 % of the years of any kind (`test/sources/health/silence.test.ts`); one that falls
 * silent for good is told of after four days where it had something each day, ten where it rested at weekends.
 *
 * @param days of which it had something, in any order.
 * @param until the last day on which it was looked at.
 * @returns null where it is not quiet, or its rhythm not known.
 */
export function silenceOf(days: readonly Day[], until: Day): Silence | null {
  const known = [...new Set(days)]
    .filter((day) => day <= until)
    .sort()
    .slice(-pausesKnown - 1);
  const since = known.at(-1);
  if (since === undefined || known.length - 1 < fewestPauses) return null;
  const numbers = known.map(dayNumber);
  const pauses = numbers.slice(1).map((number, i) => number - (numbers[i] ?? number));
  const longestPause = Math.max(...pauses);
  const silent = dayNumber(until) - dayNumber(since);
  return silent > timesLongest * longestPause ? {since, days: silent, longestPause} : null;
}
