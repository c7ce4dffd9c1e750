import type {GridPosterior} from "../math/index.ts";
import type {FactBook} from "../world/index.ts";
import {countsOf, dispersionOf, engagementOf, type Kind} from "./engagement-of.ts";
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

/** Engagement of all pairs of a watch, which share how much their counts jump about. */
export function weighPairs(book: FactBook, pairs: readonly Pair[]): Engagements {
  const {years, of} = indexPairEvents(
    book,
    pairs.map(({state}) => state),
  );
  const key = ({state, partner}: Pair) => `${state}|${partner.id}`;
  // In one order whatever the watch's, so that swapping powers gives the same sums to the last bit.
  const ordered = [...pairs].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const found = ordered.map((pair) => years.flatMap((year) => of(pair, year) ?? []));
  const alone = found.filter((_, at) => ordered[at]?.partner.kind === "state");
  const shared = (kind: Kind) =>
    dispersionOf((alone.length > 0 ? alone : found).map((one) => countsOf(one, kind)));
  const [cooperation, conflict] = [shared("cooperation"), shared("conflict")];
  const byPair = new Map(
    ordered.map((pair, at) => [
      key(pair),
      new Map(
        (found[at] ?? []).map((events): [number, EngagementYear] => [
          events.year,
          {
            events,
            cooperation: engagementOf(
              {seen: events.observed.cooperation, expected: events.expected.cooperation},
              cooperation,
            ),
            conflict: engagementOf(
              {seen: events.observed.conflict, expected: events.expected.conflict},
              conflict,
            ),
          },
        ]),
      ),
    ]),
  );
  return {years, of: (pair) => byPair.get(key(pair)) ?? new Map()};
}
