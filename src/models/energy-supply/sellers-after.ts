import {concentration} from "../../measures/index.ts";
import type {Bounded} from "../../world/index.ts";

/** A seller that stops delivering a share of what it sells, or sells more, in the unit of the trade. */
export type SupplyChange =
  | {readonly kind: "lost"; readonly share: number}
  | {readonly kind: "gained"; readonly quantity: number};

export interface SellersAfter {
  /** What changes hands, in the unit of the trade. */
  readonly quantity: number;
  readonly shareBefore: number;
  readonly shareAfter: number;
  /** Herfindahl-Hirschman index over sellers: 1 is one seller. An area of the publisher counts as one. */
  readonly concentrationBefore: number;
  /**
   * `value`: the others make way, or fill the place, in proportion. The other bound: the largest of them alone does. Null
   * where there is no other seller to fill it.
   */
  readonly concentrationAfter: Bounded | null;
}

/**
 * Shares and concentration of a buyer's sellers once some of them are lost or sell more, with the amount bought
 * unchanged. Worked out from the shares alone: what the others can deliver is not in it.
 *
 * @throws RangeError for a share outside 0 to 1, or more gained than the others sell.
 */
export function sellersAfter(
  bySeller: ReadonlyMap<string, number>,
  sellers: ReadonlySet<string>,
  change: SupplyChange,
): SellersAfter {
  const total = sum(bySeller.values());
  const theirs = new Map([...bySeller].filter(([seller]) => sellers.has(seller)));
  const others = new Map([...bySeller].filter(([seller]) => !sellers.has(seller)));
  const before = sum(theirs.values());
  const rest = sum(others.values());
  const moved = quantityOf(change, before, rest);
  const sign = change.kind === "lost" ? 1 : -1;
  const theirsAfter = scaledBy(theirs, sellers, -sign * moved);
  const hhi = (mix: ReadonlyMap<string, number>) =>
    concentration([...theirsAfter.values(), ...mix.values()]);
  const value = hhi(inProportion(others, sign * moved));
  const byOne = hhi(byTheLargest(others, sign * moved));
  const known = rest > 0 || moved === 0;
  return {
    quantity: moved,
    shareBefore: before / total,
    shareAfter: known ? (before - sign * moved) / total : before > moved ? 1 : 0,
    concentrationBefore: concentration(bySeller.values()),
    concentrationAfter: known
      ? {value, low: Math.min(value, byOne), high: Math.max(value, byOne)}
      : null,
  };
}

function quantityOf(change: SupplyChange, before: number, rest: number): number {
  if (change.kind === "lost") {
    if (!(change.share >= 0 && change.share <= 1))
      throw new RangeError(`a lost share of ${change.share} is outside 0 to 1`);
    return change.share * before;
  }
  if (!(change.quantity >= 0 && change.quantity <= rest))
    throw new RangeError(`a gain of ${change.quantity} is outside 0 to ${rest}, what others sell`);
  return change.quantity;
}

/** What is added to, or taken from, the sellers in question, in proportion; a new seller starts from nothing. */
function scaledBy(
  theirs: ReadonlyMap<string, number>,
  sellers: ReadonlySet<string>,
  added: number,
): ReadonlyMap<string, number> {
  if (theirs.size > 0) return inProportion(theirs, added);
  const [first] = sellers;
  return new Map(first === undefined || added <= 0 ? [] : [[first, added]]);
}

function inProportion(mix: ReadonlyMap<string, number>, added: number): Map<string, number> {
  const total = sum(mix.values());
  return new Map([...mix].map(([seller, value]) => [seller, value * (1 + added / total)]));
}

/** The largest fills the place; where it must make way and has too little, the next ones do. */
function byTheLargest(mix: ReadonlyMap<string, number>, added: number): Map<string, number> {
  const after = new Map([...mix].sort(([, a], [, b]) => b - a));
  let left = added;
  for (const [seller, value] of after) {
    const takes = Math.max(left, -value);
    after.set(seller, value + takes);
    left -= takes;
    if (left === 0) break;
  }
  return after;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
