import {quantile, resampledSpearman, seedOf, standardDraws} from "../math/index.ts";
import type {FactBook, StateCode, Yardstick} from "../world/index.ts";
import {lastDayOf, yearOf} from "../world/index.ts";
import {inForce} from "./agreements-in-force.ts";
import {expectedEvents} from "./index-pair-events.ts";

/** The power pairs between which all states are placed. */
export const polePairs = [
  ["USA", "RUS"],
  ["USA", "CHN"],
] as const;
type Poles = (typeof polePairs)[number];

/** One of our axes: where a state stands between two powers in a year; null where too little was coded. */
export const axes = {
  "co-operative share": "share of co-operation in events with A less that with B (valence)",
  volume: "(events with A − events with B) / (events with both)",
  "volume against expectation": "the same of events over what the margins let expect",
} as const;
export type Axis = keyof typeof axes;

/** What others say of where states stand, oriented so that more is nearer A. */
export const yardsticks = {
  "UN ideal point": "Bailey, Strezhnev & Voeten 2017, series of July 2025",
  "agreement in UN votes": "with A less with B, of recorded votes on which both chose",
  influence:
    "less of B's Formal Bilateral Influence Capacity (FBIC); A's is not in the carried copy",
  "defence pact": "with A less with B (ATOP)",
  "trade agreement": "in force with A less with B (DESTA, HUGGO)",
} as const;
export type YardstickName = keyof typeof yardsticks;

/** Mean over years of the rank correlation over states. */
export interface Validity {
  readonly axis: Axis;
  readonly poles: Poles;
  readonly yardstick:
    | YardstickName
    | "itself a year before"
    | "material events counted double"
    | "mean of Goldstein's scale";
  readonly spearman: number;
  /** 90 %, bootstrap over states. */
  readonly low: number;
  readonly high: number;
  /** States in the mean year, and years. */
  readonly states: number;
  readonly years: number;
}

/** Fewer coded events than this with one of two powers say nothing of how friendly they were. */
const fewestEvents = 5;
const draws = 100;

/**
 * What our axes between two powers go along with, and what not: each against what others publish, over all states that
 * the book has; how much an axis keeps its order from year to year, and when material events count double.
 */
export function validity(book: FactBook, published: readonly Yardstick[]): Validity[] {
  const counts = indexCounts(book);
  return polePairs.flatMap((poles) => {
    const yards = yardsOf(book, published, poles);
    return (Object.keys(axes) as Axis[]).flatMap((axis): Validity[] => {
      const place = (state: StateCode, year: number, material = 1) =>
        placeOn(axis, counts, poles, state, year, material);
      const against = (
        yardstick: Validity["yardstick"],
        of: (state: StateCode, year: number) => number | null,
      ) => compare({axis, poles, yardstick}, counts, place, of);
      return [
        ...(Object.keys(yardsticks) as YardstickName[]).map((name) => against(name, yards[name])),
        against("itself a year before", (state, year) => place(state, year - 1)),
        against("material events counted double", (state, year) => place(state, year, 2)),
        against("mean of Goldstein's scale", (state, year) =>
          goldsteinBetween(counts, poles, state, year),
        ),
      ].flatMap((one) => one ?? []);
    });
  });
}

interface Cell {
  readonly verbalCooperation: number;
  readonly materialCooperation: number;
  readonly verbalConflict: number;
  readonly materialConflict: number;
}

interface Counts {
  readonly years: readonly number[];
  readonly states: readonly StateCode[];
  readonly world: ReadonlyMap<number, number>;
  directed(source: StateCode, target: StateCode, year: number): Cell | undefined;
  out(state: StateCode, year: number): number;
  into(state: StateCode, year: number): number;
}

const allOf = (cell: Cell | undefined, material = 1) =>
  cell === undefined
    ? 0
    : cell.verbalCooperation +
      cell.verbalConflict +
      material * (cell.materialCooperation + cell.materialConflict);

function indexCounts({eventCounts, worldEventsByYear}: FactBook): Counts {
  const cells = new Map<string, Cell>();
  const [out, into] = [new Map<string, number>(), new Map<string, number>()];
  const states = new Set<StateCode>();
  for (const count of eventCounts) {
    const {source, target, year} = count;
    cells.set(`${source} ${target} ${year}`, count);
    out.set(`${source} ${year}`, (out.get(`${source} ${year}`) ?? 0) + allOf(count));
    into.set(`${target} ${year}`, (into.get(`${target} ${year}`) ?? 0) + allOf(count));
    states.add(source).add(target);
  }
  return {
    years: [...worldEventsByYear.keys()].sort((a, b) => a - b),
    states: [...states].sort(),
    world: worldEventsByYear,
    directed: (source, target, year) => cells.get(`${source} ${target} ${year}`),
    out: (state, year) => out.get(`${state} ${year}`) ?? 0,
    into: (state, year) => into.get(`${state} ${year}`) ?? 0,
  };
}

function placeOn(
  axis: Axis,
  counts: Counts,
  [a, b]: Poles,
  state: StateCode,
  year: number,
  material: number,
): number | null {
  if (state === a || state === b) return null;
  const [withA, withB] = [a, b].map((power) => {
    const both = [counts.directed(state, power, year), counts.directed(power, state, year)];
    const friendly = both.reduce(
      (sum, cell) =>
        sum +
        (cell === undefined ? 0 : cell.verbalCooperation + material * cell.materialCooperation),
      0,
    );
    const all = both.reduce((sum, cell) => sum + allOf(cell, material), 0);
    const coded = both.reduce((sum, cell) => sum + allOf(cell), 0);
    return {friendly, all, coded, expected: expectedWith(counts, state, power, year)};
  });
  if (withA === undefined || withB === undefined) return null;
  if (withA.coded < fewestEvents || withB.coded < fewestEvents) return null;
  if (axis === "co-operative share") return withA.friendly / withA.all - withB.friendly / withB.all;
  if (axis === "volume") return (withA.all - withB.all) / (withA.all + withB.all);
  if (withA.expected === null || withB.expected === null) return null;
  const [wA, wB] = [withA, withB].map(({all, expected}) => all / (expected as number));
  return ((wA as number) - (wB as number)) / ((wA as number) + (wB as number));
}

/**
 * Mean of Goldstein's scale by quad class: of 1,397 rows between two states of GDELT 2.0 as carried (`event-rows`), which
 * gives each CAMEO code Goldstein's value (Goldstein 1992). The carried counts have the classes alone.
 */
const goldstein: Readonly<Record<keyof Cell, number>> = {
  verbalCooperation: 2.7,
  materialCooperation: 7.5,
  verbalConflict: -3.3,
  materialConflict: -7.8,
};

/** Mean value on Goldstein's scale of what was coded with A, less that with B; null where too little was coded. */
function goldsteinBetween(
  counts: Counts,
  [a, b]: Poles,
  state: StateCode,
  year: number,
): number | null {
  if (state === a || state === b) return null;
  const [withA, withB] = [a, b].map((power) => {
    const both = [counts.directed(state, power, year), counts.directed(power, state, year)];
    const coded = both.reduce((sum, cell) => sum + allOf(cell), 0);
    const scaled = both.reduce(
      (sum, cell) =>
        (Object.keys(goldstein) as (keyof Cell)[]).reduce(
          (all, quad) => all + goldstein[quad] * (cell?.[quad] ?? 0),
          sum,
        ),
      0,
    );
    return coded < fewestEvents ? null : scaled / coded;
  });
  return withA == null || withB == null ? null : withA - withB;
}

/** Events of both directions that the margins let expect, all kinds together. */
function expectedWith(counts: Counts, a: StateCode, b: StateCode, year: number): number | null {
  const world = counts.world.get(year) ?? 0;
  const one = (source: StateCode, target: StateCode) => {
    const flat = (cooperation: number) => ({cooperation, conflict: 0});
    return expectedEvents(
      flat(allOf(counts.directed(source, target, year))),
      flat(counts.out(source, year)),
      flat(counts.into(target, year)),
      world,
    );
  };
  const [there, back] = [one(a, b), one(b, a)];
  const sum = there === null || back === null ? 0 : there.cooperation + back.cooperation;
  return sum > 0 ? sum : null;
}

type Of = (state: StateCode, year: number) => number | null;

function yardsOf(
  book: FactBook,
  published: readonly Yardstick[],
  [a, b]: Poles,
): Readonly<Record<YardstickName, Of>> {
  const byKey = new Map(published.map((one) => [`${one.state} ${one.year}`, one]));
  const of =
    (read: (one: Yardstick) => number | null): Of =>
    (state, year) => {
      const found = byKey.get(`${state} ${year}`);
      return found === undefined ? null : read(found);
    };
  const agreement = agreementRates(book, [a, b]);
  const agreed = tradeAgreements(book);
  return {
    "UN ideal point": of(({idealPoint}) => idealPoint),
    "agreement in UN votes": (state, year) => {
      const [withA, withB] = [a, b].map((power) => agreement(state, power, year));
      return withA == null || withB == null ? null : withA - withB;
    },
    influence: of(({influence}) => {
      const held = influence[b];
      return held === null ? null : -held;
    }),
    "defence pact": of(({pact}) => Number(pact[a]) - Number(pact[b])),
    "trade agreement": (state, year) =>
      Number(agreed(state, a, year)) - Number(agreed(state, b, year)),
  };
}

/** Who had a trade agreement with a power in force at the end of a year; each power and year is gone through once. */
function tradeAgreements({agreements}: FactBook) {
  const found = new Map<string, ReadonlySet<StateCode>>();
  const partnersOf = (power: StateCode, year: number): ReadonlySet<StateCode> => {
    const on = lastDayOf(year);
    return new Set(
      agreements.filter((one) => inForce(one, power, [power], on)).flatMap(({members}) => members),
    );
  };
  return (state: StateCode, power: StateCode, year: number) => {
    const key = `${power} ${year}`;
    const partners = found.get(key) ?? partnersOf(power, year);
    found.set(key, partners);
    return partners.has(state);
  };
}

function agreementRates({rollCalls}: FactBook, powers: Poles) {
  const tallies = new Map<string, {both: number; same: number}>();
  for (const {date, votes} of rollCalls)
    for (const power of powers) {
      const theirs = votes.get(power);
      if (theirs === undefined || theirs === "absent") continue;
      for (const [state, own] of votes) {
        if (own === "absent") continue;
        const key = `${state} ${power} ${yearOf(date)}`;
        const tally = tallies.get(key) ?? {both: 0, same: 0};
        tally.both += 1;
        if (own === theirs) tally.same += 1;
        tallies.set(key, tally);
      }
    }
  return (state: StateCode, power: StateCode, year: number) => {
    const tally = tallies.get(`${state} ${power} ${year}`);
    return tally === undefined ? null : tally.same / tally.both;
  };
}

/** Fewer states than this make no order to speak of. */
const fewestStates = 10;

function compare(
  head: Pick<Validity, "axis" | "poles" | "yardstick">,
  {years, states}: Counts,
  place: Of,
  yard: Of,
): Validity | null {
  const byYear = years.map((year) =>
    states.flatMap((state, at) => {
      const [ours, theirs] = [place(state, year), yard(state, year)];
      return ours === null || theirs === null ? [] : [{at, ours, theirs}];
    }),
  );
  const usable = byYear.filter(({length}) => length >= fewestStates);
  if (usable.length === 0) return null;
  const ofYear = usable.map((rows) => ({
    places: rows.map(({at}) => at),
    correlation: resampledSpearman(
      rows.map(({ours}) => ours),
      rows.map(({theirs}) => theirs),
    ),
  }));
  /** Mean correlation with each state counted as often as it was drawn. */
  const mean = (times: ArrayLike<number>) => {
    const found = ofYear
      .map(({places, correlation}) => correlation(places.map((at) => times[at] ?? 0)))
      .filter((r) => !Number.isNaN(r));
    return found.length === 0 ? null : found.reduce((sum, r) => sum + r, 0) / found.length;
  };
  const value = mean(states.map(() => 1));
  if (value === null) return null;
  const random = standardDraws(seedOf(head.axis, ...head.poles, head.yardstick));
  const resampled = Array.from({length: draws}, () => {
    const times = new Uint16Array(states.length);
    for (let drawn = 0; drawn < states.length; drawn++) {
      const at = Math.floor(random.uniform() * states.length);
      times[at] = (times[at] ?? 0) + 1;
    }
    return mean(times);
  })
    .flatMap((one) => one ?? [])
    .sort((a, b) => a - b);
  return {
    ...head,
    spearman: value,
    low: Math.min(value, quantile(resampled, 0.05)),
    high: Math.max(value, quantile(resampled, 0.95)),
    states: Math.round(usable.reduce((sum, {length}) => sum + length, 0) / usable.length),
    years: usable.length,
  };
}
