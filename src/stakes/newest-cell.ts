import type {Cell, PartyId, Series} from "../world/index.ts";
import {figureCell} from "./figure-cell.ts";
import {newestAmong, type Scene} from "./scene.ts";
import {tellError, tellValue} from "./tell-figure.ts";

/** A figure in words, for the sentence around it. */
export interface Told {
  /** "0.4 %", "US$ 15 billion". */
  readonly value: string;
  /** "in 2015 (11 years old)": the period, then error and age. */
  readonly when: string;
}

/**
 * One cell from the newest figure that settles whether the rule speaks: its whole interval must lie on one side of the
 * rule's bound. A newer figure too wide to settle it gives way to an older one of another series, or to silence.
 *
 * @param speaks whether a value passes the rule's bound.
 */
export function newestCell(
  {book}: Scene,
  series: readonly Series[],
  about: readonly PartyId[],
  speaks: (value: number) => boolean,
  tell: (told: Told) => string,
): Cell[] {
  const newest = newestAmong(series, ({value, interval}) =>
    interval === null
      ? true
      : speaks(interval.low) === speaks(value) && speaks(interval.high) === speaks(value),
  );
  if (newest === null || !speaks(newest.figure.value)) return [];
  const {figure, period} = newest;
  const told: Told = {
    value: tellValue(figure.value, figure.unit),
    when: `in ${period}${tellError(figure, book.asOf)}`,
  };
  return [figureCell(tell(told), about, figure)];
}
