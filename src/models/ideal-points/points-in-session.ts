import {type Gap, gap} from "../../world/index.ts";
import {type Drawn, drawnFrom, type IdealPoints} from "./ideal-points.ts";

/**
 * Where states stood towards one another in one session. Everything is worked out in each draw, so that its band holds what
 * is not known of all the points together. Distance is context, not balancing: on this axis every ASEAN state is nearer
 * Russia than the United States.
 */
export interface PointsInSession {
  point(state: string): Drawn | Gap;
  /** |θ_a − θ_b|, in standard deviations of all seats. */
  distance(a: string, b: string): Drawn | Gap;
  /** From 1, the one nearest to how the United States vote at the high end. */
  rank(state: string): Drawn | Gap;
  /** (d_b − d_a) / |θ_a − θ_b|: 1 at a and beyond it, −1 at b and beyond, 0 half-way. Nearly always at an end: so no measure of tilt. */
  tilt(state: string, a: string, b: string): Drawn | Gap;
  /** Mean of the members of a bloc that voted, and how far its lowest and its highest stand apart. */
  bloc(members: readonly string[]): {readonly mean: Drawn; readonly span: Drawn} | Gap;
  /** How likely it is that a state stands nearer to a than to b. */
  nearer(state: string, a: string, b: string): number | Gap;
}

export function pointsInSession(points: IdealPoints, session: number): PointsInSession {
  const seatOf = new Map(
    points.seats.flatMap((seat, at) => (seat.session === session ? [[seat.state, at]] : [])),
  );
  const kept = new Map<string, Float64Array>();
  const drawsOf = (state: string): Float64Array | Gap => {
    const seat = seatOf.get(state);
    if (seat === undefined)
      return gap(
        `ideal point of ${state} in session ${session}`,
        `${state} chose on no vote of the session that was not unanimous`,
        "votes of another session",
      );
    const draws = kept.get(state) ?? points.pointsOf(seat);
    kept.set(state, draws);
    return draws;
  };
  /** A figure of some states in each draw; the gap of the first of them that did not vote. */
  const inEachDraw = (
    states: readonly string[],
    figure: (...places: number[]) => number,
  ): Float64Array | Gap => {
    const all: Float64Array[] = [];
    for (const state of states) {
      const draws = drawsOf(state);
      if ("kind" in draws) return draws;
      all.push(draws);
    }
    return Float64Array.from({length: points.draws}, (_, draw) =>
      figure(...all.map((draws) => draws[draw] as number)),
    );
  };
  const told = (draws: Float64Array | Gap) => ("kind" in draws ? draws : drawnFrom(draws));
  const tilt = (own: number, a: number, b: number) =>
    (Math.abs(own - b) - Math.abs(own - a)) / Math.abs(a - b);

  return {
    point: (state) => told(drawsOf(state)),
    distance: (a, b) => told(inEachDraw([a, b], (one, other) => Math.abs(one - other))),
    rank: (state) =>
      told(
        inEachDraw([state, ...seatOf.keys()], (own, ...all) => {
          let above = 0;
          for (const one of all) if (one > own) above += 1;
          return above + 1;
        }),
      ),
    tilt: (state, a, b) => told(inEachDraw([state, a, b], tilt)),
    bloc: (members) => {
      const present = members.filter((state) => seatOf.has(state));
      const mean = inEachDraw(
        present.length === 0 ? members : present,
        (...all) => all.reduce((sum, one) => sum + one, 0) / all.length,
      );
      if ("kind" in mean) return mean;
      const span = inEachDraw(present, (...all) => Math.max(...all) - Math.min(...all));
      return "kind" in span ? span : {mean: drawnFrom(mean), span: drawnFrom(span)};
    },
    nearer: (state, a, b) => {
      const draws = inEachDraw([state, a, b], tilt);
      if ("kind" in draws) return draws;
      return draws.filter((one) => one > 0).length / draws.length;
    },
  };
}
