import type {EventCount, FactBook, StateCode} from "../world/index.ts";
import {othersIn, type Pair} from "./partner.ts";

/** Co-operative and conflictual events, verbal and material taken together. */
export interface Typed {
  readonly cooperation: number;
  readonly conflict: number;
}

/** What ICEWS has between a state and a partner in a year, and what their dealings with all others let expect. */
export interface PairEvents {
  readonly year: number;
  /** The partner's states that ICEWS follows in the year. */
  readonly members: readonly StateCode[];
  readonly rows: readonly number[];
  /** Acts of the state towards the partner, and the other way. */
  readonly acts: Typed;
  readonly met: Typed;
  readonly observed: Typed;
  readonly expected: Typed;
  /** Events between any two states of the world. */
  readonly world: number;
  /** Observed over expected co-operation of each member, as a log ratio. */
  readonly byMember: readonly {readonly state: StateCode; readonly value: number}[];
}

interface Year {
  /** Rows by source and target, of watched states only. */
  readonly acts: Map<StateCode, Map<StateCode, EventCount>>;
  readonly out: Map<StateCode, Sum>;
  readonly in: Map<StateCode, Sum>;
}

type Sum = {-readonly [kind in keyof Typed]: number};

/** Looks up pairs of the book; `of` is null where ICEWS does not follow the two. */
export function indexPairEvents(
  book: FactBook,
  watched: readonly StateCode[],
): {
  readonly years: readonly number[];
  of(pair: Pair, year: number): PairEvents | null;
} {
  const watchedStates = new Set(watched);
  const byYear = new Map<number, Year>();
  for (const count of book.eventCounts) {
    let year = byYear.get(count.year);
    if (year === undefined) {
      year = {acts: new Map(), out: new Map(), in: new Map()};
      byYear.set(count.year, year);
    }
    if (watchedStates.has(count.source) || watchedStates.has(count.target)) {
      const acts = year.acts.get(count.source);
      if (acts === undefined) year.acts.set(count.source, new Map([[count.target, count]]));
      else acts.set(count.target, count);
    }
    addTo(year.out, count.source, count);
    addTo(year.in, count.target, count);
  }
  return {
    years: [...byYear.keys()].sort((a, b) => a - b),
    of: ({state, partner}, at) => {
      const year = byYear.get(at);
      const world = book.worldEventsByYear.get(at);
      if (year === undefined || world === undefined) return null;
      return between(year, at, world, state, othersIn(partner, state, at));
    },
  };
}

const nothing: Typed = {cooperation: 0, conflict: 0};

function typed(count: EventCount | undefined): Typed {
  if (count === undefined) return nothing;
  return {
    cooperation: count.verbalCooperation + count.materialCooperation,
    conflict: count.verbalConflict + count.materialConflict,
  };
}

function plus(a: Typed, b: Typed): Typed {
  return {cooperation: a.cooperation + b.cooperation, conflict: a.conflict + b.conflict};
}

function addTo(margins: Map<StateCode, Sum>, state: StateCode, count: EventCount): void {
  let sum = margins.get(state);
  if (sum === undefined) {
    sum = {...nothing};
    margins.set(state, sum);
  }
  sum.cooperation += count.verbalCooperation + count.materialCooperation;
  sum.conflict += count.verbalConflict + count.materialConflict;
}

const all = ({cooperation, conflict}: Typed) => cooperation + conflict;

function between(
  {acts: rowsBySource, out, in: into}: Year,
  year: number,
  world: number,
  state: StateCode,
  partners: readonly StateCode[],
): PairEvents | null {
  let [acts, met, expected] = [nothing, nothing, nothing];
  const rows: number[] = [];
  const members: StateCode[] = [];
  const byMember: {state: StateCode; value: number}[] = [];
  for (const member of partners) {
    const there = rowsBySource.get(state)?.get(member);
    const back = rowsBySource.get(member)?.get(state);
    const away = expectedEvents(typed(there), out.get(state), into.get(member), world);
    const home = expectedEvents(typed(back), out.get(member), into.get(state), world);
    if (away === null || home === null) continue;
    members.push(member);
    for (const count of [there, back]) if (count !== undefined) rows.push(count.row);
    acts = plus(acts, typed(there));
    met = plus(met, typed(back));
    const both = plus(away, home);
    expected = plus(expected, both);
    const seen = typed(there).cooperation + typed(back).cooperation;
    byMember.push({state: member, value: Math.log((seen + 0.5) / (both.cooperation + 0.5))});
  }
  if (members.length === 0 || !(all(expected) > 0)) return null;
  return {
    year,
    members,
    rows,
    acts,
    met,
    observed: plus(acts, met),
    expected,
    world,
    byMember,
  };
}

/**
 * Events expected from source to target if the two dealt with one another as they deal with all others: the margins
 * without the pair itself, and the world's volume as offset (quasi-independence, Goodman 1968). How many of them
 * would be conflict is the mean of the conflict shares in what the source does to others and in what the target
 * meets from others.
 */
export function expectedEvents(
  pair: Typed,
  out: Typed | undefined,
  into: Typed | undefined,
  world: number,
): Typed | null {
  if (out === undefined || into === undefined) return null;
  const elsewhere = all(out) - all(pair);
  const fromOthers = all(into) - all(pair);
  const rest = world - elsewhere - fromOthers - all(pair);
  if (!(elsewhere > 0 && fromOthers > 0 && rest > 0)) return null;
  const volume = (elsewhere * fromOthers) / rest;
  const conflict =
    ((out.conflict - pair.conflict) / elsewhere + (into.conflict - pair.conflict) / fromOthers) / 2;
  return {cooperation: volume * (1 - conflict), conflict: volume * conflict};
}
