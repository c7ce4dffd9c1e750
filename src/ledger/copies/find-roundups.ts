import type {Roundup} from "./copy.ts";
import {joinedPlaces} from "./joined-places.ts";
import {sharedBy} from "./shingles.ts";
import type {NearPair, Sketch} from "./sketch.ts";

/** Share below which two texts have nothing in common. */
const nothing = 0.1;
/** Texts under one roof that are looked at. */
const mostHeld = 16;

/**
 * Articles that hold several others which share nothing, and which nothing else joins: a digest of the day, or two
 * stories run together.
 */
export function findRoundups(
  sketches: readonly Sketch[],
  pairs: readonly NearPair[],
): ReadonlyMap<number, Roundup> {
  const held = new Map<number, number[]>();
  const hold = (whole: number, part: number) => {
    const parts = held.get(whole);
    if (parts === undefined) held.set(whole, [part]);
    else if (parts.length < mostHeld) parts.push(part);
  };
  for (const {earlier, later} of pairs) {
    hold(earlier, later);
    hold(later, earlier);
  }
  const apart = (one: number, other: number) => {
    const [a, b] = [(sketches[one] as Sketch).shingles, (sketches[other] as Sketch).shingles];
    return one !== other && sharedBy(a, b) < nothing * Math.min(a.length, b.length);
  };
  const maybe = [...held].filter(([, parts]) =>
    parts.some((one) => parts.some((other) => apart(one, other))),
  );
  const bridges = new Set(maybe.map(([whole]) => whole));
  const without = pairs.filter(({earlier, later}) => !bridges.has(earlier) && !bridges.has(later));
  const groupOf = joinedPlaces(
    sketches.length,
    without.map(({earlier, later}) => [earlier, later] as const),
  );
  const idOf = (at: number) => (sketches[at] as Sketch).article.id;
  return new Map(
    maybe.flatMap(([whole, parts]): [number, Roundup][] => {
      const holds = parts.filter((one) =>
        parts.some((other) => groupOf(one) !== groupOf(other) && apart(one, other)),
      );
      return holds.length === 0
        ? []
        : [[whole, {article: idOf(whole), holds: holds.map(idOf).sort()}]];
    }),
  );
}
