import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  accessionPaths,
  exposureOf,
  foundingClaims,
  hedgingSignals,
  indexMonths,
  listSectorMonths,
  measure,
  postures,
  rankPowers,
  rankStability,
  sectorPostures,
  sectorRanks,
  sectorSeries,
  trackSectors,
  validity,
  whatMoved,
} from "../../src/measures/index.ts";
import {
  type DatasetId,
  day,
  type EventCount,
  type FactBook,
  isGap,
  type Series,
  type TradeFlow,
  type VoteChoice,
  type Watch,
} from "../../src/world/index.ts";
import {smallBook} from "../ledger/small-book.ts";
import {asOf, founding, reference} from "./real-book.ts";

const datasets = new Set(reference.datasets.map(({id}) => id)) as ReadonlySet<DatasetId>;
const recordedOn = day("2020-01-01");

const nothing = smallBook({asOf, datasets});

/** Every figure is finite, within its interval, and every gap says why; whatever was known. */
function holds(book: FactBook, watch: Watch = founding): Series[] {
  const series = measure(book, watch, reference);
  expect(series.length).toBeGreaterThan(0);
  const figures = [
    ...series.flatMap(({id, points}) =>
      points.map(({period, figure}) => ({at: `${id} ${period}`, figure})),
    ),
    ...postures(book, watch, reference).flatMap(({state, period, engagementA, engagementB, tilt}) =>
      [engagementA, engagementB, tilt].map((figure) => ({
        at: `posture ${state} ${period}`,
        figure,
      })),
    ),
  ];
  for (const {at, figure} of figures) {
    if (isGap(figure)) {
      expect(figure.why, at).not.toBe("");
      expect(figure.what, at).not.toMatch(/NaN|undefined|Infinity/);
      continue;
    }
    expect(Number.isFinite(figure.value), at).toBe(true);
    expect(`${figure.coverage} ${figure.intervalNote}`, at).not.toMatch(/NaN|undefined|Infinity/);
    for (const {quote} of figure.evidence) expect(quote, at).not.toMatch(/NaN|undefined|Infinity/);
    if (figure.interval === null) continue;
    expect(figure.interval.low, at).toBeLessThanOrEqual(figure.value);
    expect(figure.interval.high, at).toBeGreaterThanOrEqual(figure.value);
  }
  const about = {states: watch.states, reference, asOf: book.asOf};
  const known = {series, moves: [], articles: [], asOf: book.asOf};
  expect(
    notFinite({
      ranks: rankPowers(series, watch.states, watch.powers),
      stability: rankStability(series, watch.states, watch.powers),
      hedging: hedgingSignals(known, watch, reference),
      claims: foundingClaims(series, about),
      paths: accessionPaths(reference, watch.states, book.asOf),
      exposure: exposureOf(series),
      sectors: sectorSeries(known, watch, reference),
      validity: validity(book, []),
    }),
  ).toEqual([]);
  for (const {chance, likeliest} of whatMoved(book, watch, reference)) {
    expect(chance >= 0 && chance <= 1).toBe(true);
    expect(likeliest.chance >= 0 && likeliest.chance <= 1).toBe(true);
  }
  return series;
}

/** Where in an output a number is none, or a sentence speaks of one that is none. */
function notFinite(value: unknown, at = ""): string[] {
  if (typeof value === "number") return Number.isFinite(value) ? [] : [at];
  if (typeof value === "string") return /NaN|undefined|Infinity/.test(value) ? [at] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => notFinite(one, `${at}/${key}`));
}

const event = (
  row: number,
  year: number,
  source: string,
  target: string,
  n: number,
): EventCount => ({
  row,
  recordedOn,
  year,
  source,
  target,
  verbalCooperation: n,
  materialCooperation: 0,
  verbalConflict: Math.floor(n / 3),
  materialConflict: 0,
});

/** Years of events among a few states, each pair both ways. */
function eventsOf(years: readonly number[], count: (at: number) => number) {
  const states = ["IDN", "MYS", "RUS", "USA", "CHN", "JPN"];
  let at = 0;
  const eventCounts = years.flatMap((year) =>
    states.flatMap((source) =>
      states.flatMap((target) =>
        source === target ? [] : [event(at++, year, source, target, count(at))],
      ),
    ),
  );
  return {eventCounts, worldEventsByYear: new Map(years.map((year) => [year, 100_000]))};
}

const flow = (row: number, of: Partial<TradeFlow>): TradeFlow => ({
  row,
  recordedOn,
  dataset: "trade-cow",
  year: 2012,
  exporter: "IDN",
  importer: "USA",
  sitcSection: null,
  valueUsd: 1e6,
  ...of,
});

const vote = (recordId: number, votes: Record<string, VoteChoice>, date = "2012-05-01") => ({
  row: recordId,
  recordedOn,
  recordId,
  symbol: `A/RES/${recordId}`,
  date: day(date),
  title: "On nothing",
  votes: new Map(Object.entries(votes)),
});

describe("every measure, whatever it is given", () => {
  it("is gaps alone where nothing is known, with and without the datasets", () => {
    // An agreement, a sanction or a body in common that was searched for and not found is a recorded none.
    for (const book of [nothing, {...nothing, datasets: new Set<DatasetId>()}])
      for (const {id, points} of holds(book))
        for (const {figure} of points)
          if (!/^(agreements-in-force|sanctions-by|shared-bodies)\//.test(id))
            expect(isGap(figure), id).toBe(true);
    expect(validity(nothing, [])).toEqual([]);
  });

  it("takes a state that no longer is", () => {
    holds({...nothing, ...eventsOf([2010, 2011], () => 9)}, {...founding, states: ["SUN"]});
  });

  it("takes one vote, and one on which no one chose", () => {
    const one = holds({...nothing, rollCalls: [vote(1, {IDN: "yes", RUS: "no", USA: "yes"})]});
    const agreed = one.find(({id}) => id === "un-agreement/IDN/RUS")?.points[0]?.figure;
    expect(agreed).toMatchObject({value: 0, interval: {low: 0}});
    const none = holds({...nothing, rollCalls: [vote(1, {IDN: "absent", RUS: "absent"})]});
    expect(isGap(none.find(({id}) => id === "un-agreement/IDN/RUS")?.points[0]?.figure)).toBe(true);
  });

  it("takes counts that are all zero, of many years and of one", () => {
    holds({...nothing, ...eventsOf([2002, 2003, 2004, 2005, 2006, 2007], () => 0)});
    holds({...nothing, ...eventsOf([2014], () => 12)});
  });

  it("takes years without data, and conflict of one pair where there is none elsewhere", () => {
    holds({...nothing, ...eventsOf([2002, 2003, 2009, 2014], () => 5)});
    const peaceful = eventsOf([2010, 2011], () => 2);
    const book = {
      ...nothing,
      ...peaceful,
      eventCounts: peaceful.eventCounts.map((one) =>
        one.source === "IDN" && one.target === "RUS" ? {...one, materialConflict: 40} : one,
      ),
    };
    const conflict = holds(book).find(({id}) => id === "icews-conflict/IDN/RUS");
    expect(conflict?.points.every(({figure}) => isGap(figure))).toBe(true);
  });

  it("takes event files of one month, of nothing, and in which a month stands twice", () => {
    const firstMonth = 2020 * 12;
    const row = {
      month: firstMonth,
      sector: "trade",
      source: "IDN",
      target: "RUS",
      cooperation: 0,
      conflict: 3,
    } as const;
    for (const rows of [[], [row], [row, row], [row, {...row, source: "", target: ""} as const]])
      for (const months of [0, 1, 14]) {
        const events = indexMonths({firstMonth, months});
        events.add(rows);
        const tracked = trackSectors(events, {watch: founding, reference});
        expect(
          notFinite({
            months: listSectorMonths(tracked, "conflict"),
            places: sectorPostures(tracked),
            ranks: sectorRanks(tracked),
          }),
        ).toEqual([]);
      }
  });

  it("takes flows of nothing, and a year that stands twice", () => {
    holds({...nothing, trade: [flow(1, {valueUsd: 0}), flow(2, {importer: "RUS", valueUsd: 0})]});
    holds({
      ...nothing,
      trade: [
        flow(1, {}),
        flow(2, {}),
        flow(3, {dataset: "trade-matrix"}),
        flow(4, {dataset: "trade-matrix"}),
      ],
      ...eventsOf([2010, 2010, 2011], () => 4),
      rollCalls: [vote(1, {IDN: "yes", USA: "no"}), vote(1, {IDN: "yes", USA: "no"})],
    });
  });

  it("stays finite for any counts, votes and flows", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({min: 0, max: 5000}), {minLength: 1, maxLength: 9}),
        fc.array(fc.constantFrom<VoteChoice>("yes", "no", "abstain", "absent"), {
          minLength: 3,
          maxLength: 9,
        }),
        fc.array(fc.double({min: 0, max: 1e12, noNaN: true}), {minLength: 1, maxLength: 6}),
        (counts, choices, usd) => {
          const years = counts.map((_, at) => 2002 + at);
          holds({
            ...nothing,
            ...eventsOf(years, (at) => counts[at % counts.length] ?? 0),
            rollCalls: choices.map((choice, at) =>
              vote(at, {IDN: choice, RUS: choices[(at + 1) % choices.length] ?? "yes", USA: "no"}),
            ),
            trade: usd.map((valueUsd, at) =>
              flow(at, {valueUsd, dataset: at % 2 === 0 ? "trade-cow" : "trade-matrix"}),
            ),
          });
        },
      ),
      {numRuns: 4, endOnFailure: true},
    );
  });
});
