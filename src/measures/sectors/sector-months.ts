import {
  type Article,
  type Day,
  type Evidence,
  type Gap,
  gap,
  hostOf,
  inDigits,
  isGap,
  type Measured,
  type Move,
  nameInText,
  type Reference,
  type Sector,
  type Series,
  sentence,
  type Watch,
  yearOf,
} from "../../world/index.ts";
import {widestShown} from "../engagement-of.ts";
import {watchedPairs} from "../gather-known.ts";
import {othersIn, type Pair} from "../partner.ts";
import {searchedFor} from "../reaches.ts";
import type {Recipe} from "../recipe.ts";
import {figureOf, type Point} from "../series-of.ts";
import {type Dealing, dealings, seriesAt} from "./count-sectors.ts";
import {indexMonths, type MonthEvents} from "./month-events.ts";
import {type CodedMove, monthsOfMoves} from "./months-of-moves.ts";
import {type Band, bandAt, monthText} from "./sector-month.ts";
import {type SectorsTracked, sectorsOf, trackSectors} from "./track-sectors.ts";

const words: Readonly<Record<Dealing, {readonly word: string; readonly counts: string}>> = {
  engagement: {word: "Engagement", counts: "all coded events, friendly or not: attention"},
  cooperation: {word: "Co-operation", counts: "co-operative events, verbal and material"},
  conflict: {word: "Conflict", counts: "conflictual events, verbal and material"},
};

function recipeOf(dealing: Dealing): Recipe {
  const {word, counts} = words[dealing];
  return {
    id: `sector-${dealing}`,
    version: 1,
    unit: "log-ratio",
    sector: null,
    needs: [],
    card: {
      tells: `${word} of a state with a partner in a sector and month, against what all other dealings of both in that sector and month let expect: 0 is as expected, 0.7 twice.`,
      formula: `y(t) ~ NB(e(t) · w(t), r), log w(t) an AR(1) with mean 0 and standard deviation 1.8; e is what the margins of both without the pair let expect (quasi-independence), so that how much was reported of the sector that month is an offset; r and the autocorrelation are shared by a sector. y counts ${counts}. A month is read in the light of all before it and of those to the end of the following half-year; then it is closed.`,
      after:
        "Moves coded from articles and event rows, done or announced; margins after Goodman 1968; forward and backward sums after Rabiner 1989. Proven on simulation alone: no carried data has sectors by month.",
      interval:
        "90 %, on a grid of 0.3, r and autocorrelation summed over their posterior; in simulation 90 % of bands hold the truth (`bench -- engagement-bands`).",
      gapWhen:
        "Nothing of the sector was coded in the month; of one of the two nothing was coded with anybody else, so that nothing can be expected; or the count says little more than was assumed beforehand (posterior over prior variance above 0.5).",
    },
  };
}

const recipes = Object.fromEntries(dealings.map((one) => [one, recipeOf(one)])) as Record<
  Dealing,
  Recipe
>;

/** Recipes of the sector-months, for the page of methods. */
export const sectorRecipes: readonly Recipe[] = dealings.map((one) => recipes[one]);

/** What the ledger held of a day that is counted here. */
export interface CodedMoves {
  readonly moves: readonly Move[];
  readonly articles: readonly Article[];
  readonly asOf: Day;
}

/** Sector-months of the moves of a ledger, with what they were counted from. */
export interface MovesTracked extends SectorsTracked {
  readonly events: MonthEvents;
  readonly coded: readonly CodedMove[];
}

/** Tracks the sector-months of coded moves; null where none is coded. */
export function trackMoves(
  moves: readonly Move[],
  watch: Watch,
  reference: Reference,
): MovesTracked | null {
  const coded = monthsOfMoves(moves, reference.codebook);
  if (coded.length === 0) return null;
  const months = coded.map(({month}) => month);
  const firstMonth = months.reduce((least, one) => Math.min(least, one));
  const lastMonth = months.reduce((most, one) => Math.max(most, one));
  const events = indexMonths({firstMonth, months: lastMonth + 1 - firstMonth});
  for (const {rows} of coded) events.add(rows);
  return {...trackSectors(events, {watch, reference}), events, coded};
}

/** Engagement, co-operation and conflict of each pair of a watch by sector and month, from moves; what is not known is a gap. */
export function sectorSeries(
  {moves, articles, asOf}: CodedMoves,
  watch: Watch,
  reference: Reference,
): Series[] {
  const tracked = trackMoves(moves, watch, reference);
  const pairs = tracked?.pairs ?? watchedPairs(watch, reference);
  const tell = tracked === null ? null : teller(tracked, articles, reference);
  return pairs.flatMap((pair, at) =>
    sectorsOf(watch).flatMap((sector, order) =>
      dealings.map((dealing): Series => {
        const recipe = recipes[dealing];
        const {word} = words[dealing];
        const title = sentence(
          `${word} of ${nameInText(reference, pair.state)} with ${pair.partner.name} in ${sector} against expectation, by month`,
        );
        return {
          id: [recipe.id, pair.state, pair.partner.id, sector].join("/"),
          title,
          state: pair.state,
          partner: pair.partner.id,
          sector,
          unit: recipe.unit,
          method: {id: recipe.id, version: recipe.version},
          note: "Moves coded from what was read. Counts follow the news: volume is attention, not alignment. Margins add up, so more with two powers reads as less with all others.",
          points: tell?.(dealing, {pair, at, sector, order}) ?? [
            {
              period: String(yearOf(asOf)),
              figure: gap(
                title,
                `no dated move coded from an article or an event file was known on ${asOf}`,
                "articles read or collected, or event files imported",
              ),
            },
          ],
        };
      }),
    ),
  );
}

interface Place {
  readonly pair: Pair;
  readonly at: number;
  readonly sector: Sector;
  readonly order: number;
}

function teller(
  {events, coded, counts, tracked, sectors, pairs}: MovesTracked,
  articles: readonly Article[],
  reference: Reference,
) {
  const volume = pressVolume(coded, articles);
  const name = (party: string) => nameInText(reference, party);
  return (dealing: Dealing, {pair, at, sector, order}: Place): Point[] => {
    const {word} = words[dealing];
    const series = seriesAt(at, order, sectors);
    const world = events.of(sector, "", "");
    const points: Point[] = [];
    let silentFrom: number | null = null;
    const tellSilence = (until: number) => {
      if (silentFrom === null) return;
      const [from, to] = [monthText(silentFrom), monthText(until)];
      points.push({
        period: from === to ? from : `${from} to ${to}`,
        figure: gap(
          `${word.toLowerCase()} of ${name(pair.state)} with ${pair.partner.name} in ${sector}`,
          `nothing of the sector was coded between any two states from ${from} to ${to}`,
          "articles or event files of these months",
        ),
      });
      silentFrom = null;
    };
    for (let month = 0; month < events.months; month++) {
      const number = events.firstMonth + month;
      const total = (world?.cooperation[month] ?? 0) + (world?.conflict[month] ?? 0);
      if (total === 0) {
        silentFrom ??= number;
        continue;
      }
      tellSilence(number - 1);
      const index = month * pairs.length * sectors.length + series;
      points.push({
        period: monthText(number),
        figure: figureIn({
          dealing,
          place: {pair, at, sector, order},
          month: number,
          seen: counts[dealing].seen[index] as number,
          expected: counts[dealing].expected[index] as number,
          band: bandAt(tracked[dealing], index),
          press: `${inDigits(total)} events coded of the sector in the month; ${volume(number)}`,
          moves: coded.filter((one) => one.month === number),
          name,
        }),
      });
    }
    tellSilence(events.firstMonth + events.months - 1);
    return points;
  };
}

interface Told {
  readonly dealing: Dealing;
  readonly place: Place;
  readonly month: number;
  readonly seen: number;
  readonly expected: number;
  readonly band: Band;
  readonly press: string;
  readonly moves: readonly CodedMove[];
  name(party: string): string;
}

function figureIn({
  dealing,
  place,
  month,
  seen,
  expected,
  band,
  press,
  moves,
  name,
}: Told): Measured | Gap {
  const {pair, sector} = place;
  const {word} = words[dealing];
  const period = monthText(month);
  const what = `${word.toLowerCase()} of ${name(pair.state)} with ${pair.partner.name} in ${sector}, ${period}`;
  const counted = `${inDigits(seen)} events where ${inDigits(expected)} were expected`;
  if (!(expected > 0))
    return gap(
      what,
      `of one of the two nothing was coded with anybody else in the sector that month, so that nothing can be expected of them (${inDigits(seen)} events coded between them; ${press})`,
      "more articles of the month, of other states too",
    );
  if (band.share > widestShown)
    return gap(
      what,
      `${counted} say little more than was assumed beforehand (${press})`,
      "more articles of the month",
    );
  return figureOf(recipes[dealing], {
    value: band.median,
    interval: {low: band.low, high: band.high},
    intervalNote: "90 %, negative binomial with engagement that hangs together over the months",
    coverage: `${counted}; ${press}`,
    vintage: period,
    evidence: evidenceOf(place, period, moves, name),
  });
}

/** A figure cites so many moves of the pair; its coverage tells how many there were. */
const citedMoves = 5;

function evidenceOf(
  {pair: {state, partner}, sector}: Place,
  period: string,
  moves: readonly CodedMove[],
  name: (party: string) => string,
): Evidence[] {
  const members = new Set(othersIn(partner, state, Number(period.slice(0, 4))));
  const theirs = moves.filter(({rows}) =>
    rows.some(
      (row) =>
        row.sector === sector &&
        ((row.source === state && members.has(row.target)) ||
          (row.target === state && members.has(row.source))),
    ),
  );
  if (theirs.length === 0)
    return [
      {
        kind: "searched",
        datasets: ["event-rows"],
        where: [{column: "date", from: `${period}-01`, to: `${period}-31`}],
        quote: `No move coded between ${name(state)} and ${partner.name} in ${sector} in ${period}.`,
        reaches: [searchedFor(state, "source, target"), searchedFor(partner.id, "source, target")],
      },
    ];
  return theirs.slice(0, citedMoves).flatMap(({move}) => move.evidence.slice(0, 1));
}

/** Tells of a month how many outlets its moves come from, how much the largest gives, and how many moves the month before had. */
function pressVolume(coded: readonly CodedMove[], articles: readonly Article[]) {
  const outletOf = new Map(
    articles.map(({id, outlet, origin}) => [
      id,
      isGap(outlet) ? (hostOf(origin) ?? origin) : outlet,
    ]),
  );
  const byMonth = new Map<number, Map<string, number>>();
  for (const {move, month} of coded) {
    const outlets = byMonth.get(month) ?? new Map<string, number>();
    byMonth.set(month, outlets);
    const told = new Set(
      move.evidence.map((one) =>
        one.kind === "passage" ? (outletOf.get(one.articleId) ?? one.articleId) : "event rows",
      ),
    );
    for (const outlet of told) outlets.set(outlet, (outlets.get(outlet) ?? 0) + 1);
  }
  const sum = (outlets: ReadonlyMap<string, number> | undefined) =>
    [...(outlets?.values() ?? [])].reduce((all, one) => all + one, 0);
  return (month: number): string => {
    const outlets = byMonth.get(month);
    const all = sum(outlets);
    const largest = [...(outlets ?? [])].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
    const mix =
      largest === undefined
        ? "no source"
        : `${outlets?.size} sources, the largest (${largest[0]}) with ${Math.round((100 * largest[1]) / all)} %`;
    return `of all sectors ${all} reports from ${mix}; the month before ${sum(byMonth.get(month - 1))}`;
  };
}
