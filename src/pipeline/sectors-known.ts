import {
  dealings,
  indexMonths,
  type MonthEvents,
  type MovedMonths,
  monthsLookedAt,
  movedMonths,
  planSectors,
  type SectorPosture,
  type SectorRank,
  type SectorsTracked,
  sectorPostures,
  sectorRanks,
  sectorSeries,
  statesBehind,
  trackMoves,
  watchedPairs,
} from "../measures/index.ts";
import type {EventSpan, Ledger} from "../store/index.ts";
import type {Day, EventSectors, Move, Reference, Series, Watch} from "../world/index.ts";
import {type MovesQuestion, movesKnown} from "./moves-known.ts";
import {startTracking} from "./sector-threads/tracking-threads.ts";

export interface SectorsQuestion {
  readonly ledger: Pick<Ledger, "eventSpans" | "eventSectorMonths" | "eventsChangedFrom">;
  readonly reference: Reference;
  readonly watch: Watch;
  readonly asOf: Day;
  readonly eventSectors: EventSectors;
}

/** Sector-months of one publisher's event files: publishers count the same world and are not added up. */
export interface SectorsKnown extends SectorsTracked {
  readonly span: EventSpan;
  /** Rows behind the months that were worked out last. */
  readonly events: MonthEvents;
}

/**
 * Engagement, co-operation and conflict of a watch by sector and month, from the imported event files of each publisher, as
 * known on a day. What an earlier day gave for the same watch may be handed in: then only the years that later imports
 * touched are read, and only the months that they may have changed worked out.
 */
export async function sectorsKnown(
  question: SectorsQuestion,
  before: readonly SectorsKnown[] = [],
): Promise<readonly SectorsKnown[]> {
  const spans = await question.ledger.eventSpans(question.asOf);
  const found: SectorsKnown[] = [];
  for (const span of spans)
    found.push(
      await ofPublisher(
        question,
        span,
        before.find((one) => one.span.publisher === span.publisher) ?? null,
      ),
    );
  return found;
}

async function ofPublisher(
  question: SectorsQuestion,
  span: EventSpan,
  last: SectorsKnown | null,
): Promise<SectorsKnown> {
  const {ledger, reference, watch, asOf} = question;
  const changed = last === null ? 0 : await ledger.eventsChangedFrom(last.span, asOf);
  if (last !== null && changed === null) return last;
  const goesOn = last !== null && last.span.firstMonth === span.firstMonth ? last : null;
  const firstMonth = Math.max(span.firstMonth, goesOn === null ? 0 : 12 * (changed ?? 0));
  const pairs = watchedPairs(watch, reference).length;
  const threads = startTracking(
    pairs * watch.sectors.length * dealings.length * (span.lastMonth + 1 - firstMonth),
  );
  try {
    const events = await monthsOf(question, span, firstMonth);
    const {tasks, join} = planSectors(events, {watch, reference}, goesOn);
    return {...join(await threads.track(tasks)), span, events};
  } finally {
    await threads.close();
  }
}

/** The events of a publisher from a month on, read year by year. */
async function monthsOf(
  {ledger, reference, watch, asOf, eventSectors}: SectorsQuestion,
  span: EventSpan,
  firstMonth: number,
): Promise<MonthEvents> {
  const events = indexMonths({firstMonth, months: span.lastMonth + 1 - firstMonth});
  const [fromYear, toYear] = [firstMonth, span.lastMonth].map((month) =>
    Math.floor(month / 12),
  ) as [number, number];
  const partners = statesBehind(watchedPairs(watch, reference), {fromYear, toYear});
  for (let year = fromYear; year <= toYear; year++)
    events.add(
      await ledger.eventSectorMonths({
        asOf,
        publisher: span.publisher,
        fromYear: year,
        toYear: year,
        states: watch.states,
        partners,
        sectors: eventSectors,
      }),
    );
  return events;
}

/** The same from the moves that the ledger's articles and event rows tell of, as series. */
export async function sectorSeriesKnown(question: MovesQuestion): Promise<readonly Series[]> {
  const {reference, watch, asOf} = question;
  const {articles, moves} = await movesKnown(question);
  return sectorSeries({moves, articles, asOf}, watch, reference);
}

/** Sector-months of every kind: of the ledger's moves, where any is coded, and of each publisher's event files. */
async function allSectorsKnown(
  question: MovesQuestion & Pick<SectorsQuestion, "eventSectors">,
): Promise<readonly {readonly source: string; readonly tracked: SectorsTracked}[]> {
  const {moves} = await movesKnown(question);
  const ofMoves = trackMoves(moves, question.watch, question.reference);
  return [
    ...(ofMoves === null ? [] : [{source: "moves", tracked: ofMoves}]),
    ...(await sectorsKnown(question)).map((tracked) => ({
      source: tracked.span.publisher,
      tracked,
    })),
  ];
}

/** Places and ranks of a watch's states by sector, from one source of coded events. */
export interface SectorPosturesKnown {
  /** "moves", or the publisher of event files. */
  readonly source: string;
  readonly places: readonly SectorPosture[];
  readonly ranks: readonly SectorRank[];
}

/** Newest places and ranks by sector, of each source; those of a source whose months say too little are empty. */
export async function sectorPosturesKnown(
  question: Parameters<typeof allSectorsKnown>[0],
): Promise<readonly SectorPosturesKnown[]> {
  return (await allSectorsKnown(question)).map(({source, tracked}) => ({
    source,
    places: sectorPostures(tracked),
    ranks: sectorRanks(tracked),
  }));
}

/** What moved by the last month of one source of coded events. */
export interface MonthsMoved extends MovedMonths {
  /** "moves", or the publisher of event files. */
  readonly source: string;
}

/**
 * What moved by the last month of each source of coded events: the ledger's moves, where any is coded, and each publisher's
 * event files. Counts alone are needed for it, so that a large watch is told of without its engagement being worked out.
 *
 * @param moves those that stand on the day, as `movesKnown` or an answer has them.
 */
export async function monthsMovedKnown(
  question: SectorsQuestion,
  moves: readonly Move[],
): Promise<readonly MonthsMoved[]> {
  const {ledger, reference, watch, asOf} = question;
  const ofMoves = trackMoves(moves, watch, reference);
  const found: MonthsMoved[] =
    ofMoves === null ? [] : [{source: "moves", ...movedMonths(ofMoves, ofMoves.events)}];
  for (const span of await ledger.eventSpans(asOf)) {
    const {firstMonth, lastMonth, publisher} = span;
    const events = await monthsOf(
      question,
      span,
      Math.max(firstMonth, lastMonth + 1 - monthsLookedAt),
    );
    const {counted} = planSectors(events, {watch, reference});
    found.push({source: publisher, ...movedMonths(counted, events)});
  }
  return found;
}
