import type {Answer, Measured, PartyId, Posture, StateCode} from "../../api/index.ts";
import {extent} from "./scale.ts";

export interface TrailPoint {
  readonly posture: Posture;
  readonly period: string;
  readonly x: Measured;
  readonly y: Measured;
}

export interface Trail {
  readonly state: StateCode;
  /** In order of time; only periods in which both sides are known. */
  readonly points: readonly TrailPoint[];
  /** Every period of this state and pair, known or not, oldest first. */
  readonly postures: readonly Posture[];
}

/** Pairs of powers for which the answer has places, as the answer orders them. */
export function posturePairs(answer: Answer): readonly (readonly [PartyId, PartyId])[] {
  const pairs = new Map<string, readonly [PartyId, PartyId]>();
  for (const {a, b} of answer.postures) pairs.set(`${a}-${b}`, [a, b]);
  return [...pairs.values()];
}

/** The pair that the reader asked for if there is one, in either order; else the first; null when there is none. */
export function chosenPair(
  pairs: readonly (readonly [PartyId, PartyId])[],
  asked: readonly [PartyId, PartyId] | null,
): readonly [PartyId, PartyId] | null {
  const found = pairs.find(([a, b]) => asked?.includes(a) && asked.includes(b));
  return found ?? pairs[0] ?? null;
}

/** One trail per watched state on the plane of a pair. */
export function postureTrails(
  answer: Answer,
  [a, b]: readonly [PartyId, PartyId],
  country: string | null,
): readonly Trail[] {
  return answer.watch.states
    .filter((state) => country === null || state === country)
    .map((state) => {
      const postures = answer.postures
        .filter((one) => one.state === state && one.a === a && one.b === b)
        .sort((one, other) => (one.period < other.period ? -1 : 1));
      const points = postures.flatMap((posture): TrailPoint[] => {
        const {engagementA: x, engagementB: y, period} = posture;
        return x.kind === "measured" && y.kind === "measured" ? [{posture, period, x, y}] : [];
      });
      return {state, points, postures};
    });
}

/** Ends of both axes for all trails together, with their intervals. */
export function planeExtents(trails: readonly Trail[]): {
  readonly across: readonly [number, number];
  readonly up: readonly [number, number];
} {
  const points = trails.flatMap((trail) => trail.points);
  return {
    across: extent(points.flatMap((point) => ends(point.x))),
    up: extent(points.flatMap((point) => ends(point.y))),
  };
}

function ends({value, interval}: Measured): readonly number[] {
  return interval === null ? [value] : [value, interval.low, interval.high];
}
