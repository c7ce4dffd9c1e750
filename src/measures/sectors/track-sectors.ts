import {
  sectors as allSectors,
  type PartyId,
  type Reference,
  type Sector,
  type StateCode,
  type Watch,
} from "../../world/index.ts";
import {watchedPairs} from "../gather-known.ts";
import type {Pair} from "../partner.ts";
import {countSectors, type Dealing, dealings, type SectorCounts} from "./count-sectors.ts";
import type {MonthEvents} from "./month-events.ts";
import {planTracking, type Tracked} from "./plan-tracking.ts";
import {type GroupTask, type GroupTracked, trackGroup} from "./track-group.ts";

/** Coded events of each pair of a watch, by sector and month, with what was to be expected. */
export interface SectorsCounted {
  /** In one order whatever the watch's, so that swapping powers gives the same sums to the last bit. */
  readonly pairs: readonly Pair[];
  readonly sectors: readonly Sector[];
  readonly counts: SectorCounts;
}

/** Engagement, co-operation and conflict of each pair of a watch, by sector and month. */
export interface SectorsTracked extends SectorsCounted {
  /** In the order of the watch. */
  readonly powers: readonly PartyId[];
  readonly tracked: Readonly<Record<Dealing, Tracked>>;
}

/** What is to be worked out of a watch's sector-months, and how it is put together. */
export interface SectorsPlan {
  readonly counted: SectorsCounted;
  /** One for each dealing and sector; each may be worked out by another thread. */
  readonly tasks: readonly GroupTask[];
  /** @param found what `trackGroup` gave for each task, in their order. */
  join(found: readonly GroupTracked[]): SectorsTracked;
}

/**
 * Works out the sector-months of a watch; with what was worked out before, only the months that may have changed: `events`
 * then begins with the first whose counts did. The figures are the same as without.
 */
export function trackSectors(
  events: MonthEvents,
  question: {readonly watch: Watch; readonly reference: Reference},
  before: SectorsTracked | null = null,
): SectorsTracked {
  const {tasks, join} = planSectors(events, question, before);
  return join(tasks.map(trackGroup));
}

/** The same in parts. */
export function planSectors(
  events: MonthEvents,
  {watch, reference}: {readonly watch: Watch; readonly reference: Reference},
  before: SectorsTracked | null = null,
): SectorsPlan {
  const pairs = before?.pairs ?? inOneOrder(watchedPairs(watch, reference));
  const sectors = sectorsOf(watch);
  const counts = countSectors(events, pairs, sectors, before?.counts ?? null);
  const plans = dealings.map((dealing) => ({
    dealing,
    plan: planTracking(counts[dealing], before?.tracked[dealing] ?? null),
  }));
  return {
    counted: {pairs, sectors, counts},
    tasks: plans.flatMap(({plan}) => plan.tasks),
    join: (found) => {
      let done = 0;
      const tracked = Object.fromEntries(
        plans.map(({dealing, plan}) => {
          const own = found.slice(done, done + plan.tasks.length);
          done += own.length;
          return [dealing, plan.join(own)];
        }),
      ) as unknown as Record<Dealing, Tracked>;
      return {pairs, powers: watch.powers, sectors, counts, tracked};
    },
  };
}

function inOneOrder(pairs: readonly Pair[]): Pair[] {
  const key = ({state, partner}: Pair) => `${state} ${partner.id}`;
  return [...pairs].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** The sectors of a watch, in one order whatever the watch's. */
export function sectorsOf(watch: Watch): readonly Sector[] {
  return allSectors.filter((sector) => watch.sectors.includes(sector));
}

/** Every state that a watch's partners were made of in some years. */
export function statesBehind(
  pairs: readonly Pair[],
  {fromYear, toYear}: {readonly fromYear: number; readonly toYear: number},
): StateCode[] {
  const found = new Set<StateCode>();
  for (const {partner} of pairs)
    for (let year = fromYear; year <= toYear; year++)
      for (const member of partner.membersIn(year)) found.add(member);
  return [...found].sort();
}
