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

/** One cell from the newest figure among some series, where that figure speaks; no cell where none does. */
export function newestCell(
  {book}: Scene,
  series: readonly Series[],
  about: readonly PartyId[],
  speaks: (value: number) => boolean,
  tell: (told: Told) => string,
): Cell[] {
  const newest = newestAmong(series);
  if (newest === null || !speaks(newest.figure.value)) return [];
  const {figure, period} = newest;
  const told: Told = {
    value: tellValue(figure.value, figure.unit),
    when: `in ${period}${tellError(figure, book.asOf)}`,
  };
  return [figureCell(tell(told), about, figure)];
}
