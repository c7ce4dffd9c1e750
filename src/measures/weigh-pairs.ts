import type {GridPosterior} from "../math/index.ts";
import type {FactBook} from "../world/index.ts";
import {countOf, engagementsOf, type Habit, habitOf, type Kind} from "./engagement-of.ts";
import {indexPairEvents, type PairEvents} from "./index-pair-events.ts";
import type {Pair} from "./partner.ts";

/** A pair's year: what was coded, and the engagement that it speaks for. */
export interface EngagementYear {
  readonly events: PairEvents;
  readonly cooperation: GridPosterior;
  readonly conflict: GridPosterior;
}

export interface Engagements {
  /** Years that the event counts cover, upwards. */
  readonly years: readonly number[];
  /** A pair's years in which both are followed; keyed by year. */
  of(pair: Pair): ReadonlyMap<number, EngagementYear>;
}

/** Engagement of all pairs of a watch, which share how their counts jump about and how their years hang together. */
export function weighPairs(book: FactBook, pairs: readonly Pair[]): Engagements {
  const {years, of} = indexPairEvents(
    book,
    pairs.map(({state}) => state),
  );
  const key = ({state, partner}: Pair) => `${state}|${partner.id}`;
  // In one order whatever the watch's, so that swapping powers gives the same sums to the last bit.
  const ordered = [...pairs].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const found = ordered.map((pair) => years.map((year) => of(pair, year)));
  const alone = found.filter((_, at) => ordered[at]?.partner.kind === "state");
  const weighed = (kind: Kind) => {
    const counts = (some: typeof found) =>
      some.map((events) => events.map((one) => countOf(one, kind)));
    const habit: Habit = habitOf(counts(alone.length > 0 ? alone : found));
    return counts(found).map((one) => engagementsOf(one, habit));
  };
  const [cooperation, conflict] = [weighed("cooperation"), weighed("conflict")];
  const byPair = new Map(
    ordered.map((pair, at) => [
      key(pair),
      new Map(
        (found[at] ?? []).flatMap((events, year): [number, EngagementYear][] => {
          const [coop, clash] = [cooperation[at]?.[year], conflict[at]?.[year]];
          return events === null || coop === undefined || clash === undefined
            ? []
            : [[events.year, {events, cooperation: coop, conflict: clash}]];
        }),
      ),
    ]),
  );
  return {years, of: (pair) => byPair.get(key(pair)) ?? new Map()};
}
