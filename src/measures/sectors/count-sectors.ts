import type {Sector} from "../../world/index.ts";
import {expectedEvents, type Typed} from "../index-pair-events.ts";
import {othersIn, type Pair} from "../partner.ts";
import type {MonthEvents, Tally} from "./month-events.ts";
import type {MonthlyCounts} from "./monthly-counts.ts";

/** What may be counted: all that happens, what is friendly, what is not. They are never mixed. */
export const dealings = ["engagement", "cooperation", "conflict"] as const;
export type Dealing = (typeof dealings)[number];

/** Counts of each dealing for the same series: pair by pair, sector by sector. */
export type SectorCounts = Readonly<Record<Dealing, MonthlyCounts>>;

/** Where the series of a pair and sector stands, in the order of the pairs and sectors that were counted. */
export function seriesAt(pair: number, sector: number, sectors: readonly Sector[]): number {
  return pair * sectors.length + sector;
}

/**
 * Counts of each pair, sector and month with what the margins of both in that sector and month, without the pair itself,
 * let expect (`expectedEvents`). `before` are counts of earlier months, which are taken over; `events` begins behind them.
 */
export function countSectors(
  events: MonthEvents,
  pairs: readonly Pair[],
  sectors: readonly Sector[],
  before: SectorCounts | null = null,
): SectorCounts {
  const firstMonth = before?.engagement.firstMonth ?? events.firstMonth;
  const skipped = events.firstMonth - firstMonth;
  const months = skipped + events.months;
  const groups = pairs.flatMap(() => sectors);
  const counts = Object.fromEntries(
    dealings.map((dealing) => {
      const [seen, expected] = [0, 0].map(() => new Float64Array(groups.length * months));
      for (const [into, from] of [
        [seen, before?.[dealing].seen],
        [expected, before?.[dealing].expected],
      ])
        if (from !== undefined) into?.set(from.subarray(0, skipped * groups.length));
      return [dealing, {firstMonth, months, groups, seen, expected}];
    }),
  ) as unknown as SectorCounts;
  for (const [at, pair] of pairs.entries())
    for (const [order, sector] of sectors.entries())
      fill(counts, events, pair, sector, {series: seriesAt(at, order, sectors), skipped});
  return counts;
}

const typed = (tally: Tally | undefined, at: number): Typed => ({
  cooperation: tally?.cooperation[at] ?? 0,
  conflict: tally?.conflict[at] ?? 0,
});

const all = ({cooperation, conflict}: Typed) => cooperation + conflict;

function fill(
  counts: SectorCounts,
  events: MonthEvents,
  {state, partner}: Pair,
  sector: Sector,
  {series, skipped}: {readonly series: number; readonly skipped: number},
): void {
  const world = events.of(sector, "", "");
  if (world === undefined) return;
  let members: readonly {readonly there: Directed; readonly back: Directed}[] = [];
  let year = Number.NaN;
  for (let month = 0; month < events.months; month++) {
    const its = Math.floor((events.firstMonth + month) / 12);
    if (its !== year) {
      year = its;
      members = othersIn(partner, state, year).map((member) => ({
        there: directed(events, sector, state, member),
        back: directed(events, sector, member, state),
      }));
    }
    const total = all(typed(world, month));
    for (const {there, back} of members) {
      const [away, home] = [expectedIn(there, month, total), expectedIn(back, month, total)];
      if (away === null || home === null) continue;
      const at = (skipped + month) * counts.engagement.groups.length + series;
      const [acts, met] = [typed(there.pair, month), typed(back.pair, month)];
      add(
        counts.cooperation,
        at,
        acts.cooperation + met.cooperation,
        away.cooperation + home.cooperation,
      );
      add(counts.conflict, at, acts.conflict + met.conflict, away.conflict + home.conflict);
      add(counts.engagement, at, all(acts) + all(met), all(away) + all(home));
    }
  }
}

function add({seen, expected}: MonthlyCounts, at: number, more: number, awaited: number): void {
  seen[at] = (seen[at] as number) + more;
  expected[at] = (expected[at] as number) + awaited;
}

/** What a source did to a target, with both margins. */
interface Directed {
  readonly pair: Tally | undefined;
  readonly out: Tally | undefined;
  readonly into: Tally | undefined;
}

function directed(events: MonthEvents, sector: Sector, source: string, target: string): Directed {
  return {
    pair: events.of(sector, source, target),
    out: events.of(sector, source, ""),
    into: events.of(sector, "", target),
  };
}

function expectedIn({pair, out, into}: Directed, month: number, world: number): Typed | null {
  if (out === undefined || into === undefined) return null;
  return expectedEvents(typed(pair, month), typed(out, month), typed(into, month), world);
}
