import {type Drawn, drawnFrom, type IdealPoints, pointsInSession} from "../../models/index.ts";
import type {Day, Gap, PartyId, Reference, StateCode, Watch} from "../../world/index.ts";
import {membersOf, stateOf} from "../../world/index.ts";

/** What a reader must know of the axis. */
export const idealPointNote =
  "One axis, the one that best orders the Assembly's votes; higher is nearer to how the United States vote. Bands hold 90 % of the draws. Every ASEAN state is nearer Russia than the United States on it: distance is context, not balancing.";

/** Chains whose R-hat is above this have not met (Gelman et al. 2013, Bayesian Data Analysis 3, section 11.5). */
const metBelow = 1.1;

/** So many votes that were not unanimous make a session worth showing unasked. */
const enoughVotes = 20;

/** Where one state stood, session by session. */
export interface PointTrail {
  readonly state: StateCode;
  readonly points: readonly {
    readonly session: number;
    readonly votes: number;
    readonly point: Drawn;
  }[];
}

/** Where a watch's states and powers stood in one session and towards one another, and through all sessions. */
export interface PointsStanding {
  readonly session: number;
  /** How many states chose on a vote of the session that was not unanimous. */
  readonly seats: number;
  readonly states: readonly {
    readonly state: StateCode;
    readonly votes: number;
    readonly point: Drawn | Gap;
    /** From 1, the one nearest to how the United States vote. */
    readonly rank: Drawn | Gap;
    readonly distances: readonly {readonly power: StateCode; readonly distance: Drawn | Gap}[];
  }[];
  readonly blocs: readonly ({readonly bloc: PartyId} & (
    | {readonly mean: Drawn; readonly span: Drawn}
    | Gap
  ))[];
  /** How likely it is that a state stands nearer to a than to b. */
  readonly nearer: readonly {
    readonly state: StateCode;
    readonly a: StateCode;
    readonly b: StateCode;
    readonly probability: number | Gap;
    readonly tilt: Drawn | Gap;
  }[];
  /** Of the watched states, then of the powers. */
  readonly trails: readonly PointTrail[];
}

/** Where a watch's states and powers stood in a session. */
export function pointsStanding(
  points: IdealPoints,
  session: number,
  {
    watch,
    reference,
    asOf,
  }: {readonly watch: Watch; readonly reference: Reference; readonly asOf: Day},
): PointsStanding {
  const here = pointsInSession(points, session);
  const powers = watch.powers.filter((power) => stateOf(reference, power) !== undefined);
  const blocs = watch.powers.filter((power) => !powers.includes(power));
  const states = [...new Set([...watch.states, ...powers])];
  return {
    session,
    seats: points.seats.filter((seat) => seat.session === session).length,
    states: states.map((state) => ({
      state,
      votes:
        points.seats.find((seat) => seat.state === state && seat.session === session)?.votes ?? 0,
      point: here.point(state),
      rank: here.rank(state),
      distances: powers
        .filter((power) => power !== state)
        .map((power) => ({power, distance: here.distance(state, power)})),
    })),
    blocs: blocs.map((bloc) => ({bloc, ...here.bloc(membersOf(reference, bloc, asOf))})),
    nearer: watch.states.flatMap((state) =>
      pairs(powers)
        .filter((pair) => !pair.includes(state))
        .map(([a, b]) => ({
          state,
          a,
          b,
          probability: here.nearer(state, a, b),
          tilt: here.tilt(state, a, b),
        })),
    ),
    trails: states.map((state) => ({
      state,
      points: points.seats.flatMap((seat, at) =>
        seat.state === state
          ? {session: seat.session, votes: seat.votes, point: drawnFrom(points.pointsOf(at))}
          : [],
      ),
    })),
  };
}

/** The newest session that had begun in earnest: of one with a handful of votes little can be said. */
export function newestSession({seats}: IdealPoints): number {
  const held = seats.filter(({votes}) => votes >= enoughVotes);
  return Math.max(...(held.length > 0 ? held : seats).map(({session}) => session));
}

/** How well the chains agree, over all seats. */
export interface ChainsAgree {
  readonly rHatMax: number;
  /** 99 % of seats are below it. */
  readonly rHat99: number;
  readonly effectiveSizeMin: number;
  /** Whether the chains have met; where not, bands may be too narrow. */
  readonly met: boolean;
}

export function chainsAgree(points: IdealPoints): ChainsAgree {
  const all = points.seats.map((_, seat) => points.convergenceOf(seat));
  const rHats = all.map(({rHat}) => rHat).sort((a, b) => a - b);
  const rHat99 = rHats[Math.floor(0.99 * (rHats.length - 1))] ?? 0;
  return {
    rHatMax: rHats.at(-1) ?? 0,
    rHat99,
    effectiveSizeMin: all.reduce(
      (least, {effectiveSize}) => Math.min(least, effectiveSize),
      Number.POSITIVE_INFINITY,
    ),
    met: rHat99 <= metBelow,
  };
}

function pairs(powers: readonly string[]): (readonly [string, string])[] {
  return powers.flatMap((a, at) => powers.slice(at + 1).map((b) => [a, b] as const));
}
