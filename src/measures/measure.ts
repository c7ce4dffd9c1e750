import type {FactBook, Reference, Series, Watch} from "../world/index.ts";
import {gatherKnown, type Known} from "./known.ts";
import {tradeShare} from "./trade-share.ts";

/** Every measure, in the order in which their series are listed. */
const measures: readonly ((known: Known) => Series[])[] = [tradeShare];

/**
 * Where each watched state stands towards each partner, in figures with interval, coverage, vintage and evidence.
 * What cannot be measured is a series with a gap.
 */
export function measure(book: FactBook, watch: Watch, reference: Reference): Series[] {
  const known = gatherKnown(book, watch, reference);
  return measures.flatMap((one) => one(known));
}
