import {quantile, seedOf, standardDraws} from "../../math/index.ts";
import type {PartyId, Posture, Sector, StateCode} from "../../world/index.ts";
import {widestShown} from "../engagement-of.ts";
import {rankUnderWeights} from "../rank-powers.ts";
import {
  bars,
  dualChance,
  dualUnderPrior,
  type PowerDraws,
  readPosture,
  tiltDraws,
} from "../read-posture.ts";
import {seriesAt} from "./count-sectors.ts";
import {type Band, bandAt, monthText} from "./sector-month.ts";
import type {SectorsTracked} from "./track-sectors.ts";

/** Where a state stands between two powers in one sector, in the newest month that says enough of both. */
export interface SectorPosture {
  readonly state: StateCode;
  readonly a: PartyId;
  readonly b: PartyId;
  readonly sector: Sector;
  readonly period: string;
  /** (w_A − w_B)/(w_A + w_B) of co-operation, with its 90 %. */
  readonly tilt: {readonly median: number; readonly low: number; readonly high: number};
  readonly reading: Posture["reading"];
  /** Chance of dual engagement with the bar at each of `bars` times expectation, and before any data. */
  readonly dual: readonly {readonly bar: number; readonly chance: number}[];
  readonly dualUnderPrior: number;
}

/** The powers of a state ranked by co-operation under every weighting of the sectors. */
export interface SectorRank {
  readonly state: StateCode;
  readonly power: PartyId;
  readonly bySector: Readonly<Partial<Record<Sector, number>>>;
  readonly rank: {readonly median: number; readonly low: number; readonly high: number};
  /** Share of weightings under which it is nearest. */
  readonly nearest: number;
  readonly missing: readonly Sector[];
}

const draws = 401;
/** From the half of a 90 % band to one standard deviation of a normal law. */
const sdsInHalf = 1.645;

/** Places by sector, each sector for itself: state by state, pair of powers by pair of powers. */
export function sectorPostures(tracked: SectorsTracked): SectorPosture[] {
  return statesOf(tracked).flatMap(({state, series}) =>
    series.flatMap((a, at) =>
      series.slice(at + 1).flatMap((b) =>
        tracked.sectors.flatMap((sector, order): SectorPosture[] => {
          const place = placeOf(tracked, state, [a, b], {sector, order});
          return place === null ? [] : [place];
        }),
      ),
    ),
  );
}

/**
 * The composite of the sectors: weights drawn from a flat Dirichlet, engagement within its band, ranks within a sector added
 * up by weight. Only sectors that say enough of every power count, in their newest such month; fewer than two give none.
 */
export function sectorRanks(tracked: SectorsTracked): SectorRank[] {
  return statesOf(tracked).flatMap(({state, series}) => {
    const found = tracked.sectors.map((sector, order) => {
      const month = newestMonth(tracked, series, order);
      return {
        dimension: sector,
        figures: series.map(({pair}) => {
          if (month === null) return null;
          const {median, low, high} = bandOf(tracked, "cooperation", pair, order, month);
          return {value: median, interval: {low, high, level: 0.9}};
        }),
      };
    });
    const powers = series.map(({partner}) => partner);
    return rankUnderWeights(found, powers, seedOf("sector-ranks", state)).map(
      ({byDimension, ...ranked}): SectorRank => ({state, bySector: byDimension, ...ranked}),
    );
  });
}

/** Where a pair stands in the series. */
interface Side {
  readonly pair: number;
  readonly partner: PartyId;
}

function statesOf({pairs, powers}: SectorsTracked): {state: StateCode; series: readonly Side[]}[] {
  const byState = new Map<StateCode, Side[]>();
  for (const [pair, {state, partner}] of pairs.entries())
    if (partner.kind !== "aggregate")
      byState.set(state, [...(byState.get(state) ?? []), {pair, partner: partner.id}]);
  return [...byState].map(([state, series]) => ({
    state,
    series: series.sort((a, b) => powers.indexOf(a.partner) - powers.indexOf(b.partner)),
  }));
}

function bandOf(
  {tracked, sectors, pairs}: SectorsTracked,
  dealing: "cooperation" | "conflict",
  pair: number,
  order: number,
  month: number,
): Band {
  const index = month * pairs.length * sectors.length + seriesAt(pair, order, sectors);
  return bandAt(tracked[dealing], index);
}

/** The newest month in which co-operation with each says enough. */
function newestMonth(
  tracked: SectorsTracked,
  sides: readonly Side[],
  order: number,
): number | null {
  for (let month = tracked.counts.cooperation.months - 1; month >= 0; month--)
    if (
      sides.every(
        ({pair}) => bandOf(tracked, "cooperation", pair, order, month).share <= widestShown,
      )
    )
      return month;
  return null;
}

function placeOf(
  tracked: SectorsTracked,
  state: StateCode,
  [a, b]: readonly [Side, Side],
  {sector, order}: {readonly sector: Sector; readonly order: number},
): SectorPosture | null {
  const month = newestMonth(tracked, [a, b], order);
  if (month === null) return null;
  const period = monthText(tracked.counts.cooperation.firstMonth + month);
  const drawn = ({pair, partner}: Side): PowerDraws => ({
    cooperation: drawsOf(
      bandOf(tracked, "cooperation", pair, order, month),
      seedOf(state, partner, sector, period, "cooperation"),
    ),
    conflict: drawsOf(
      bandOf(tracked, "conflict", pair, order, month),
      seedOf(state, partner, sector, period, "conflict"),
    ),
  });
  const [ofA, ofB] = [drawn(a), drawn(b)];
  const tilts = tiltDraws(ofA, ofB).sort();
  return {
    state,
    a: a.partner,
    b: b.partner,
    sector,
    period,
    tilt: {
      median: quantile(tilts, 0.5),
      low: quantile(tilts, 0.05),
      high: quantile(tilts, 0.95),
    },
    reading: readPosture(ofA, ofB),
    dual: bars.map((bar) => ({bar, chance: dualChance(ofA, ofB, bar)})),
    dualUnderPrior,
  };
}

/** Engagement drawn from a law with the band's 5th, 50th and 95th percentile: a normal law of two halves. */
function drawsOf({low, median, high}: Band, seed: number): Float64Array {
  const random = standardDraws(seed);
  return Float64Array.from({length: draws}, () => {
    const z = random.normal();
    return Math.exp(median + (z * (z > 0 ? high - median : median - low)) / sdsInHalf);
  });
}
