import type {Cell, Measured, PartyId, Series} from "../world/index.ts";
import {figureCell} from "./figure-cell.ts";
import {type Newest, newestAmong, type Scene} from "./scene.ts";
import {tellError, tellValue} from "./tell-figure.ts";

/** A figure in words, for the sentence around it. */
export interface Told {
  /** "0.4 %", "US$ 15 billion". */
  readonly value: string;
  /** "in 2015 (11 years old)": the period, then error and age. */
  readonly when: string;
}

/** Figures up to this many years apart tell of the same time: our choice. An older one does not speak against a newer. */
const sameTimeYears = 2;

/**
 * One cell from the newest figure that settles whether the rule speaks: its whole interval must lie on one side of the
 * rule's bound. A newer figure too wide to settle it gives way to an older one of another series, or to silence. Another
 * series of the same time that settles it the other way is told behind, with its evidence: what speaks against stands beside.
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
  const settles = ({value, interval}: Measured) =>
    interval === null ||
    (speaks(interval.low) === speaks(value) && speaks(interval.high) === speaks(value));
  const newest = newestAmong(series, settles);
  if (newest === null || !speaks(newest.figure.value)) return [];
  const {figure, period} = newest;
  const against = newestAmong(
    series.filter((one) => one !== newest.series),
    (other) => settles(other) && !speaks(other.value) && isOfSameTime(other, figure),
  );
  const told: Told = {
    value: tellValue(figure.value, figure.unit),
    when: `in ${period}${tellError(figure, book.asOf)}`,
  };
  return [
    figureCell(
      `${tell(told)}${against === null ? "" : tellAgainst(against)}`,
      about,
      figure,
      against?.figure.evidence,
    ),
  ];
}

function isOfSameTime(one: Measured, other: Measured): boolean {
  const [a, b] = [one, other].map(({vintage}) => Number(vintage.match(/\d{4}/g)?.at(-1)));
  return Math.abs((a ?? Number.NaN) - (b ?? Number.NaN)) <= sameTimeYears;
}

/** "; but 3.1 % by trade-cow": the period stands in its evidence. */
function tellAgainst({figure}: Newest): string {
  const rows = figure.evidence.find((one) => one.kind === "rows");
  const source = rows?.kind === "rows" ? rows.dataset : figure.method.id;
  return `; but ${tellValue(figure.value, figure.unit)} by ${source}`;
}
