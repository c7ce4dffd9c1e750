import type {Roundup} from "./copy.ts";
import {sharedBy} from "./shingles.ts";
import type {NearPair, Sketch} from "./sketch.ts";

/** Share below which two texts have nothing in common. */
const nothing = 0.1;
/** A text that holds another is longer by as much. */
const longer = 4 / 3;
/** Texts under one roof that are looked at. */
const mostHeld = 16;

/** Articles that hold several others which share nothing: a digest of the day, or two stories run together. */
export function findRoundups(
  sketches: readonly Sketch[],
  pairs: readonly NearPair[],
): ReadonlyMap<number, Roundup> {
  const length = (at: number) => (sketches[at] as Sketch).shingles.length;
  const idOf = (at: number) => (sketches[at] as Sketch).article.id;
  const held = new Map<number, number[]>();
  for (const {earlier, later} of pairs) {
    const [part, whole] = length(earlier) <= length(later) ? [earlier, later] : [later, earlier];
    if (length(whole) < longer * length(part)) continue;
    const parts = held.get(whole);
    if (parts === undefined) held.set(whole, [part]);
    else if (parts.length < mostHeld) parts.push(part);
  }
  const apart = (one: number, other: number) => {
    const [a, b] = [(sketches[one] as Sketch).shingles, (sketches[other] as Sketch).shingles];
    return one !== other && sharedBy(a, b) < nothing * Math.min(a.length, b.length);
  };
  return new Map(
    [...held].flatMap(([whole, parts]): [number, Roundup][] => {
      const holds = parts.filter((one) => parts.some((other) => apart(one, other)));
      if (holds.length === 0) return [];
      return [[whole, {article: idOf(whole), holds: holds.map(idOf).sort()}]];
    }),
  );
}
