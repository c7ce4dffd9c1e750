import {
  autocorrelationTime,
  type ChangePoints,
  type CountTrend,
  changePoints,
  countTrend,
} from "../math/index.ts";
import type {Kind} from "./engagement-of.ts";
import type {PairEvents} from "./index-pair-events.ts";
import type {Pair} from "./partner.ts";
import type {EngagementYear, Engagements} from "./weigh-pairs.ts";

/** A change within so many last years is lately. */
export const recentYears = 3;

/** The least that is called a change: half as much again, or a third less. */
export const leastRatio = 1.5;

/** An announcement must be nearly certain (ICD 203's sixth band begins at 95 %; see `bench -- change` for what it misses). */
export const announcedFrom = 0.95;

/** When the level of a pair's events changed, against two things that they may ride on. */
export interface LevelChanges {
  readonly years: readonly PairEvents[];
  /** Against all events in the world: the press grows. */
  readonly byWorld: ChangePoints;
  /** Against what both sides do with all others: the press may look more at one of them, or a source may come or go. */
  readonly byMargins: ChangePoints;
  readonly trend: CountTrend | null;
}

/** Fewer years than this have no before and after. */
const fewest = 5;

/**
 * Changes of level of each pair and kind of event; null where too few years are followed on end. Years hang together, so
 * that ten of an excursion are no ten witnesses: how much one is worth is found from all pairs together.
 */
export function levelChanges(
  engagements: Engagements,
  pairs: readonly Pair[],
  kind: Kind,
): (LevelChanges | null)[] {
  const stretches = pairs.map((pair) => lastStretch(engagements.of(pair)));
  const worth = 1 / autocorrelationTime(stretches.map((years) => logRatios(years, kind)));
  return stretches.map((years) => {
    if (years.length < fewest) return null;
    const counts = years.map(({observed}) => observed[kind]);
    const world = years.map((year) => year.world);
    // Less than a hundredth of an event expected is no less likely seen than none.
    const margins = years.map(({expected}) => Math.max(0.01, expected[kind]));
    const options = {recent: recentYears, least: Math.log(leastRatio), worth};
    return {
      years,
      byWorld: changePoints({counts, exposure: world}, options),
      byMargins: changePoints({counts, exposure: margins}, options),
      trend: countTrend({counts, exposure: world}),
    };
  });
}

/** The last years that follow one another without a hole. */
function lastStretch(years: ReadonlyMap<number, EngagementYear>): PairEvents[] {
  const found = [...years.values()].map(({events}) => events).sort((a, b) => a.year - b.year);
  let from = found.length - 1;
  while (from > 0 && found[from - 1]?.year === (found[from]?.year ?? 0) - 1) from -= 1;
  return found.slice(Math.max(0, from));
}

/** Half an event is added to both, as elsewhere, so that a year of none has a logarithm. */
function logRatios(years: readonly PairEvents[], kind: Kind): number[] {
  return years.map(({observed, expected}) =>
    Math.log((observed[kind] + 0.5) / (expected[kind] + 0.5)),
  );
}
