import {
  type EventCount,
  type FactBook,
  membersOf,
  type Reference,
  type StateCode,
  type Watch,
  yearOf,
} from "../../world/index.ts";
import type {QuestionMeasure} from "./question.ts";

/** Values of one measure from a state towards another, by year; a year without a value is not in. */
export interface YearlySeries {
  readonly source: StateCode;
  readonly target: StateCode;
  readonly measure: QuestionMeasure;
  readonly values: ReadonlyMap<number, number>;
}

/** All series that questions of a watch may be about, and the years that are told in full. */
export interface YearlyBook {
  readonly series: readonly YearlySeries[];
  readonly eventYears: readonly number[];
  readonly voteYears: readonly number[];
  /** Events reported of the whole world. */
  readonly worldByYear: ReadonlyMap<number, number>;
}

/** Votes of a year that two states must both have cast before their agreement is a figure. */
const fewestVotes = 10;
/** The assembly votes most in its last month: a year without a vote in it is not told in full. */
const lastMonth = 12;
const firstVoteYear = 1980;

const columns = {
  verbal_cooperation: "verbalCooperation",
  material_cooperation: "materialCooperation",
  verbal_conflict: "verbalConflict",
  material_conflict: "materialConflict",
} as const satisfies Partial<Record<QuestionMeasure, keyof EventCount>>;

/** Reads the yearly series between the watched states and the powers' members, in both directions. */
export function yearlyBook(book: FactBook, watch: Watch, reference: Reference): YearlyBook {
  const others = [
    ...new Set(
      [...watch.powers, ...watch.optionalPowers].flatMap((power) =>
        membersOf(reference, power, book.asOf),
      ),
    ),
  ].sort();
  const pairs = watch.states.flatMap((state) =>
    others
      .filter((other) => other !== state && !watch.states.includes(other))
      .map((other) => [state, other] as const),
  );
  const votes = voteYears(book);
  return {
    series: [...eventSeries(book, pairs), ...voteSeries(book, pairs, votes)],
    eventYears: [...book.worldEventsByYear.keys()].sort((a, b) => a - b),
    voteYears: votes,
    worldByYear: book.worldEventsByYear,
  };
}

type StatePair = readonly [StateCode, StateCode];

/** A year's count is 0 where both states are followed that year and no row speaks of the two. */
function eventSeries(book: FactBook, pairs: readonly StatePair[]): YearlySeries[] {
  const rows = new Map<string, EventCount>();
  const followed = new Set<string>();
  for (const row of book.eventCounts) {
    rows.set(`${row.year} ${row.source} ${row.target}`, row);
    followed.add(`${row.year} ${row.source}`).add(`${row.year} ${row.target}`);
  }
  const directed = pairs.flatMap(([a, b]): StatePair[] => [
    [a, b],
    [b, a],
  ]);
  return directed.flatMap(([source, target]) => {
    const years = [...book.worldEventsByYear.keys()]
      .filter((year) => followed.has(`${year} ${source}`) && followed.has(`${year} ${target}`))
      .map((year) => [year, rows.get(`${year} ${source} ${target}`)] as const);
    return Object.entries(columns).map(([measure, column]) => ({
      source,
      target,
      measure: measure as keyof typeof columns,
      values: new Map(years.map(([year, row]) => [year, row?.[column] ?? 0])),
    }));
  });
}

function voteYears(book: FactBook): number[] {
  const years = new Set<number>();
  for (const {date} of book.rollCalls)
    if (Number(date.slice(5, 7)) === lastMonth && yearOf(date) >= firstVoteYear)
      years.add(yearOf(date));
  return [...years].sort((a, b) => a - b);
}

/** Share of the resolutions on which both cast a vote (yes, no or abstain) on which they cast the same. */
function voteSeries(
  book: FactBook,
  pairs: readonly StatePair[],
  years: readonly number[],
): YearlySeries[] {
  const full = new Set(years);
  const calls = book.rollCalls
    .map(({date, votes}) => ({year: yearOf(date), votes}))
    .filter(({year}) => full.has(year));
  return pairs.map(([source, target]) => {
    const cast = new Map<number, {both: number; alike: number}>();
    for (const {year, votes} of calls) {
      const one = votes.get(source);
      const other = votes.get(target);
      if (one === undefined || other === undefined || one === "absent" || other === "absent")
        continue;
      const sum = cast.get(year) ?? {both: 0, alike: 0};
      sum.both++;
      if (one === other) sum.alike++;
      cast.set(year, sum);
    }
    return {
      source,
      target,
      measure: "votes_alike" as const,
      values: new Map(
        [...cast]
          .filter(([, {both}]) => both >= fewestVotes)
          .map(([year, {both, alike}]) => [year, alike / both]),
      ),
    };
  });
}
