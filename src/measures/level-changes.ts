import {type CountTrend, countTrend} from "../math/index.ts";
import type {Kind} from "./engagement-of.ts";
import type {PairEvents} from "./index-pair-events.ts";
import {type MovedLately, movedLately, worthOfPeriod} from "./moved-lately.ts";
import type {Pair} from "./partner.ts";
import type {Engagements, EngagementYear} from "./weigh-pairs.ts";

/** A change within so many last years is lately. */
export const recentYears = 3;

/** When the level of a pair's events changed, and how it drifted. */
export interface LevelChanges extends MovedLately {
  readonly years: readonly PairEvents[];
  /** Log rate against the world's volume, by year. */
  readonly trend: CountTrend | null;
}

/** Fewer years than this have no before and after. */
export const fewestYears = 5;

/** Changes of level of each pair in one kind of event; null where too few years are followed on end. */
export function levelChanges(
  engagements: Engagements,
  pairs: readonly Pair[],
  kind: Kind,
): (LevelChanges | null)[] {
  const stretches = pairs.map((pair) => {
    const years = lastStretch(engagements.of(pair));
    const counts = years.map(({observed}) => observed[kind]);
    const margins = years.map(({expected}) => expected[kind]);
    return {years, counts, margins};
  });
  const worth = worthOfPeriod(stretches);
  return stretches.map(({years, counts, margins}) => {
    if (years.length < fewestYears) return null;
    const world = years.map((year) => year.world);
    return {
      years,
      ...movedLately({counts, world, margins}, {recent: recentYears, worth}),
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
