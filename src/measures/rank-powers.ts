import {quantile, ranksOf, seedOf, standardDraws} from "../math/index.ts";
import type {Measured, PartyId, Series, StateCode} from "../world/index.ts";
import {isGap} from "../world/index.ts";

/** What can tie a state to a power, each by one measure; none is worth more than another beforehand. */
export const dimensions = {
  votes: "un-agreement",
  imports: "trade-import-share",
  exports: "trade-export-share",
  arms: "arms-stock-share",
  "co-operation in events": "icews-cooperative-share",
} as const;
export type Dimension = keyof typeof dimensions;

/** Where a figure stands: the series, and the period in it. */
export interface FigurePlace {
  readonly series: string;
  readonly period: string;
}

/** Where a power stands among the powers for a state: 1 is nearest. */
export interface PowerRank {
  readonly state: StateCode;
  readonly power: PartyId;
  /** Rank in each dimension by its newest figure, always shown beside the composite. */
  readonly byDimension: Readonly<Partial<Record<Dimension, number>>>;
  /** The newest figure of each dimension, by which it is ranked there. */
  readonly figures: Readonly<Partial<Record<Dimension, FigurePlace>>>;
  /** Median and 90 % of the composite rank over all weights of the dimensions. */
  readonly rank: {readonly median: number; readonly low: number; readonly high: number};
  /** Share of weightings under which it is nearest. */
  readonly nearest: number;
  /** Dimensions that are left out, as one of the powers is a gap in them. */
  readonly missing: readonly Dimension[];
}

const draws = 1001;
/** From a 90 % interval to one standard deviation of a normal law. */
const sdsIn90 = 2 * 1.645;

/**
 * Ranks of the powers for each state under every weighting of what ties them: weights drawn from a flat Dirichlet, each
 * figure drawn within its interval, ranks within a dimension added up by weight (Borda). A composite is only as good as
 * its parts: a rank that holds under few weightings has a wide interval. Fewer than two dimensions give none.
 */
export function rankPowers(
  series: readonly Series[],
  states: readonly StateCode[],
  powers: readonly PartyId[],
): PowerRank[] {
  return states.flatMap((state) => {
    const others = powers.filter((power) => power !== state);
    const found = (Object.keys(dimensions) as Dimension[]).map((dimension) => ({
      dimension,
      figures: others.map((power) => newestOf(series, dimensions[dimension], state, power)),
    }));
    return rankUnderWeights(
      found.map(({dimension, figures}) => ({
        dimension,
        figures: figures.map((one) => one?.figure ?? null),
      })),
      others,
      seedOf("rank-powers", state),
    ).map(
      ({power, ...ranked}, at): PowerRank => ({
        state,
        power,
        figures: Object.fromEntries(
          found.flatMap(({dimension, figures}) => {
            const one = figures[at] ?? null;
            return one === null ? [] : [[dimension, {series: one.series, period: one.period}]];
          }),
        ),
        ...ranked,
      }),
    );
  });
}

/** A figure that ranks a power: its 90 % interval, where it has one, lets the rank vary. */
export type Ranking = Pick<Measured, "value" | "interval">;

/** The same of any dimensions, each with a figure of every power or null; a dimension that lacks one is left out. */
export function rankUnderWeights<Dimension extends string>(
  found: readonly {
    readonly dimension: Dimension;
    readonly figures: readonly (Ranking | null)[];
  }[],
  powers: readonly PartyId[],
  seed: number,
): (Omit<PowerRank, "state" | "byDimension" | "figures" | "missing"> & {
  readonly byDimension: Readonly<Partial<Record<Dimension, number>>>;
  readonly missing: readonly Dimension[];
})[] {
  const whole = found.flatMap(({dimension, figures}) => {
    const known = figures.filter((one) => one !== null);
    return known.length === powers.length ? [{dimension, figures: known}] : [];
  });
  if (whole.length < 2 || powers.length < 2) return [];
  const missing = found
    .map(({dimension}) => dimension)
    .filter((one) => !whole.some(({dimension}) => dimension === one));
  const composite = drawRanks(whole, powers.length, seed);
  return powers.map((power, at) => {
    const ranks = composite.map((draw) => draw[at] as number).sort((a, b) => a - b);
    return {
      power,
      byDimension: Object.fromEntries(
        whole.map(({dimension, figures}) => [
          dimension,
          fromTop(figures.map(({value}) => value))[at],
        ]),
      ) as Partial<Record<Dimension, number>>,
      rank: {
        median: quantile(ranks, 0.5),
        low: quantile(ranks, 0.05),
        high: quantile(ranks, 0.95),
      },
      nearest: ranks.filter((rank) => rank === 1).length / ranks.length,
      missing,
    };
  });
}

/** Ranks from the largest value down, 1 first, ties by mean rank. */
function fromTop(values: readonly number[]): Float64Array {
  return ranksOf(values.map((value) => -value));
}

function drawRanks(
  whole: readonly {readonly figures: readonly Ranking[]}[],
  powers: number,
  seed: number,
): Float64Array[] {
  const random = standardDraws(seed);
  return Array.from({length: draws}, () => {
    const sums = new Float64Array(powers);
    for (const {figures} of whole) {
      // Exponential weights, divided by their sum, are a flat Dirichlet; the sum does not change an order.
      const weight = -Math.log(1 - random.uniform());
      const drawn = fromTop(
        figures.map(({value, interval}) =>
          interval === null
            ? value
            : value + ((interval.high - interval.low) / sdsIn90) * random.normal(),
        ),
      );
      for (let at = 0; at < powers; at++)
        sums[at] = (sums[at] as number) + weight * (drawn[at] as number);
    }
    return ranksOf(sums);
  });
}

/** The newest figure of a measure towards a power, of whichever series of the pair has the newest. */
function newestOf(
  series: readonly Series[],
  method: string,
  state: StateCode,
  power: PartyId,
): (FigurePlace & {readonly figure: Measured}) | null {
  let newest: (FigurePlace & {readonly figure: Measured}) | null = null;
  for (const one of series) {
    if (one.method.id !== method || one.state !== state || one.partner !== power) continue;
    for (const {period, figure} of one.points)
      if (!isGap(figure) && period > (newest?.period ?? ""))
        newest = {series: one.id, period, figure};
  }
  return newest;
}
