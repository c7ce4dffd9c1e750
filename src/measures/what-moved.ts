import type {
  FactBook,
  Gap,
  Measured,
  PartyId,
  Reference,
  StateCode,
  Watch,
} from "../world/index.ts";
import {gatherKnown, mainPairsOf} from "./gather-known.ts";
import {isTold, trendFigure} from "./icews-change.ts";
import {recentYears} from "./level-changes.ts";
import {lastLook} from "./moved-lately.ts";

/** Whether what passes between a state and a partner changed lately, and how sure that is. */
export interface Moved {
  readonly state: StateCode;
  readonly partner: PartyId;
  readonly kind: "cooperation" | "conflict";
  /** The years that are lately: "2012-2014". */
  readonly lately: string;
  readonly direction: "rise" | "fall";
  /** Chance that the level rose by half, or fell by a third, at least, seen against the world's volume and against the margins. */
  readonly chance: number;
  /** Whether it is sure enough to be told as news. */
  readonly announced: boolean;
  /** The likeliest year of a change in the whole series, and its chance by the world's volume alone. */
  readonly likeliest: {readonly year: number; readonly chance: number};
  /** Per cent a year over all years that are followed, against the world's volume. */
  readonly trend: Measured | Gap;
  /** Whether the trend can be told from none. */
  readonly trendTold: boolean;
  /** Counts of the years that are lately, oldest first. */
  readonly counts: readonly {readonly year: number; readonly events: number}[];
}

/** What moved in the last years that the event counts cover, the surest first. Pairs with too few years are left out. */
export function whatMoved(book: FactBook, watch: Watch, reference: Reference): Moved[] {
  const known = gatherKnown(book, watch, reference);
  const pairs = mainPairsOf(known);
  return (["cooperation", "conflict"] as const)
    .flatMap((kind) =>
      known.changes(kind).flatMap((changes, at): Moved[] => {
        const pair = pairs[at];
        if (changes === null || pair === undefined) return [];
        const {years} = changes;
        const end = years.length - 1;
        const {likeliest, ...look} = lastLook(changes);
        const counts = years
          .slice(-recentYears - 1)
          .map(({year, observed}) => ({year, events: observed[kind]}));
        return [
          {
            state: pair.state,
            partner: pair.partner.id,
            kind,
            lately: `${years[Math.max(0, end - recentYears + 1)]?.year}-${years[end]?.year}`,
            ...look,
            likeliest: {year: years[likeliest.at]?.year ?? 0, chance: likeliest.chance},
            trend: trendFigure(known, kind, pair, changes),
            trendTold: changes.trend !== null && isTold(changes.trend),
            counts,
          },
        ];
      }),
    )
    .sort((a, b) => b.chance - a.chance);
}
