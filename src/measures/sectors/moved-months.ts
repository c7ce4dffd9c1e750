import type {PartyId, StateCode} from "../../world/index.ts";
import {
  announcedFrom,
  lastLook,
  movedLately,
  type RidingCounts,
  worthOfPeriod,
} from "../moved-lately.ts";
import type {Pair} from "../partner.ts";
import {seriesAt} from "./count-sectors.ts";
import type {MonthEvents} from "./month-events.ts";
import {monthText} from "./sector-month.ts";
import type {SectorsCounted} from "./track-sectors.ts";

/** Whether what passes between a state and a partner changed by the last month that is covered, and how sure that is. */
export interface MovedMonth {
  readonly state: StateCode;
  readonly partner: PartyId;
  readonly kind: "cooperation" | "conflict";
  /** The last month: "2024-11". Whatever is told was known by its end. */
  readonly month: string;
  readonly direction: "rise" | "fall";
  /** Chance that within the last year the level rose by half, or fell by a third, at least: as `Moved` has it. */
  readonly chance: number;
  /** Whether it is sure enough to be told as news. */
  readonly announced: boolean;
  /** Told in this month, and not yet in the one before. */
  readonly isNew: boolean;
  /** The likeliest month of a change in all that is looked at, and its chance by the world's volume alone. */
  readonly likeliest: {readonly month: string; readonly chance: number};
  /** Events of the last thirteen months, of all sectors of the watch together, oldest first. */
  readonly counts: readonly {readonly month: string; readonly events: number}[];
}

/** What was looked at, and what of it moved. */
export interface MovedMonths {
  /** How many series are followed: pairs and kinds of which anything was coded. */
  readonly series: number;
  /** Those looked at, the surest first. */
  readonly moved: readonly MovedMonth[];
}

/** Each look takes some fifty milliseconds; of more series those are looked at whose last year differs most from before. */
const mostLookedAt = 60;
/** A change within so many last months is lately: as the simulated watches of `bench -- change` have it. */
const recent = 12;
/** Longer ago than six years says little of what is usual now, and the simulated watches were of six. */
export const monthsLookedAt = 72;
/** Two years: one to know what is usual, and one in which it may have changed. */
const fewest = 24;
const kinds = ["cooperation", "conflict"] as const;

/**
 * What moved by the last month of coded events, the surest first: `movedLately` on the months of each pair, all sectors
 * of the watch together, against the world's volume and against what both do with all others. Pairs of which nothing was
 * coded are left out; so are all where fewer than two years are covered. Of many series the sixty are looked at whose last
 * year differs most from before.
 */
export function movedMonths(
  counted: SectorsCounted,
  events: Pick<MonthEvents, "firstMonth" | "months" | "of">,
): MovedMonths {
  const months = Math.min(monthsLookedAt, events.months);
  if (months < fewest) return {series: 0, moved: []};
  const from = events.firstMonth + events.months - months;
  const series = kinds.flatMap((kind) => {
    const world = worldOf(counted, events, kind, {from, months});
    return counted.pairs
      .map((pair, at) => ({pair, kind, riding: ridingCounts(counted, kind, at, {from, world})}))
      .filter(({riding: {counts}}) => counts.some((count) => count > 0));
  });
  const worth = worthOfPeriod(series.map(({riding}) => riding));
  const moved = series
    .map((one) => ({one, step: stepOf(one.riding)}))
    .sort((a, b) => b.step - a.step)
    .slice(0, mostLookedAt)
    .map(({one}) => movedMonth(one, {from, worth}))
    .sort((a, b) => b.chance - a.chance);
  return {series: series.length, moved};
}

/** How far the last year's level lies from that before it, against what was to be expected: a look from afar. */
function stepOf({counts, margins}: RidingCounts): number {
  const level = (first: number, end?: number) => {
    const sum = (values: readonly number[]) =>
      values.slice(first, end).reduce((all, one) => all + one, 0);
    return Math.log((sum(counts) + 0.5) / (sum(margins) + 0.5));
  };
  return Math.abs(level(-recent) - level(0, -recent));
}

interface Ridden {
  readonly pair: Pair;
  readonly kind: MovedMonth["kind"];
  readonly riding: RidingCounts;
}

function movedMonth(
  {pair, kind, riding}: Ridden,
  {from, worth}: {readonly from: number; readonly worth: number},
): MovedMonth {
  const lately = movedLately(riding, {recent, worth});
  const {likeliest, ...look} = lastLook(lately);
  const {counts} = riding;
  const last = counts.length - 1;
  const before = Math.max(lately.risen[last - 1] ?? 0, lately.fallen[last - 1] ?? 0);
  return {
    state: pair.state,
    partner: pair.partner.id,
    kind,
    month: monthText(from + last),
    ...look,
    isNew: look.announced && before < announcedFrom,
    likeliest: {month: monthText(from + likeliest.at), chance: likeliest.chance},
    counts: counts
      .map((count, at) => ({month: monthText(from + at), events: count}))
      .slice(-recent - 1),
  };
}

/** Events of a kind between any two states, by month, of all sectors of the watch. */
function worldOf(
  {sectors}: SectorsCounted,
  events: Pick<MonthEvents, "firstMonth" | "of">,
  kind: MovedMonth["kind"],
  {from, months}: {readonly from: number; readonly months: number},
): number[] {
  const tallies = sectors.map((sector) => events.of(sector, "", "")?.[kind]);
  return Array.from({length: months}, (_, at) =>
    Math.max(
      leastWorld,
      tallies.reduce((sum, tally) => sum + (tally?.[from - events.firstMonth + at] ?? 0), 0),
    ),
  );
}

/** A month of which no file tells has no events, and a count of none in it says nothing. */
const leastWorld = 0.01;

/** What was counted of a pair, and what its margins let expect, all sectors together. */
function ridingCounts(
  {counts, sectors}: SectorsCounted,
  kind: MovedMonth["kind"],
  pair: number,
  {from, world}: {readonly from: number; readonly world: readonly number[]},
): RidingCounts {
  const {seen, expected, groups, firstMonth} = counts[kind];
  const sum = (values: Float64Array, at: number) =>
    sectors.reduce(
      (all, _, order) =>
        all +
        (values[(from - firstMonth + at) * groups.length + seriesAt(pair, order, sectors)] ?? 0),
      0,
    );
  return {
    counts: world.map((_, at) => sum(seen, at)),
    world,
    margins: world.map((_, at) => sum(expected, at)),
  };
}
