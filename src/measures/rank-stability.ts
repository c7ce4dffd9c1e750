import type {PartyId, Series, StateCode} from "../world/index.ts";
import {type Dimension, dimensions, rankPowers} from "./rank-powers.ts";

/** What becomes of the ranks of the powers for a state when one of the sources of the ranking is missing. */
export interface RankStability {
  readonly state: StateCode;
  /** The dimension that is left out. */
  readonly without: Dimension;
  /** The power that is nearest under most weightings, with all dimensions and without this one. */
  readonly nearest: PartyId;
  readonly nearestWithout: PartyId;
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
  const nearestOf = (ranks: typeof whole, state: StateCode): PartyId | null => {
    const own = ranks.filter((one) => one.state === state);
    return (
      own.reduce<(typeof own)[number] | null>(
        (best, one) => (best === null || one.nearest > best.nearest ? one : best),
        null,
      )?.power ?? null
    );
  };
  return states.flatMap((state) =>
    (Object.keys(dimensions) as Dimension[]).flatMap((without): RankStability[] => {
      const own = whole.filter((one) => one.state === state);
      if (own.every(({byDimension}) => byDimension[without] === undefined)) return [];
      const rest = rankPowers(
        series.filter(({method}) => method.id !== dimensions[without]),
        [state],
        powers,
      );
      const [nearest, nearestWithout] = [nearestOf(whole, state), nearestOf(rest, state)];
      if (nearest === null || nearestWithout === null) return [];
      const movedOut = own.flatMap(({power, rank}) => {
        const then = rest.find((one) => one.power === power)?.rank.median;
        return then !== undefined && (then < rank.low || then > rank.high) ? [power] : [];
      });
      return [{state, without, nearest, nearestWithout, movedOut}];
    }),
  );
}
