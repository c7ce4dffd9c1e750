import type {PartyId, Series, StateCode} from "../world/index.ts";
import {
  type Dimension,
  dimensions,
  type FigurePlace,
  type PowerRank,
  rankPowers,
} from "./rank-powers.ts";

/** What becomes of the ranks of the powers for a state when one of the sources of the ranking is missing. */
export interface RankStability {
  readonly state: StateCode;
  /** The dimension that is left out. */
  readonly without: Dimension;
  /** The power that is nearest under most weightings, with all dimensions and without this one. */
  readonly nearest: PartyId;
  readonly nearestWithout: PartyId;
  /** Under what share of weightings the one and the other are nearest. */
  readonly nearestIn: number;
  readonly nearestWithoutIn: number;
  /** The figures that are left out, power by power. */
  readonly leftOut: readonly (FigurePlace & {readonly power: PartyId})[];
  /** Powers whose median rank then lies outside the 90 % that all weightings of all dimensions give. */
  readonly movedOut: readonly PartyId[];
}

/**
 * Leaves out one source after another: whether the nearest power stays, and whose rank leaves the interval that it had.
 * A state of whom only two dimensions are known is left out, as one alone ranks nothing.
 */
export function rankStability(
  series: readonly Series[],
  states: readonly StateCode[],
  powers: readonly PartyId[],
): RankStability[] {
  const whole = rankPowers(series, states, powers);
  return states.flatMap((state) =>
    (Object.keys(dimensions) as Dimension[]).flatMap((without): RankStability[] => {
      const own = whole.filter((one) => one.state === state);
      if (own.every(({byDimension}) => byDimension[without] === undefined)) return [];
      const rest = rankPowers(
        series.filter(({method}) => method.id !== dimensions[without]),
        [state],
        powers,
      );
      const [nearest, then] = [nearestOf(own), nearestOf(rest)];
      if (nearest === null || then === null) return [];
      const movedOut = own.flatMap(({power, rank}) => {
        const median = rest.find((one) => one.power === power)?.rank.median;
        return median !== undefined && (median < rank.low || median > rank.high) ? [power] : [];
      });
      return [
        {
          state,
          without,
          nearest: nearest.power,
          nearestWithout: then.power,
          nearestIn: nearest.nearest,
          nearestWithoutIn: then.nearest,
          leftOut: own.flatMap(({power, figures}) => {
            const place = figures[without];
            return place === undefined ? [] : [{power, ...place}];
          }),
          movedOut,
        },
      ];
    }),
  );
}

/** The power that is nearest under most weightings; null where none is ranked. */
function nearestOf(ranks: readonly PowerRank[]): PowerRank | null {
  return ranks.reduce<PowerRank | null>(
    (best, one) => (best === null || one.nearest > best.nearest ? one : best),
    null,
  );
}
