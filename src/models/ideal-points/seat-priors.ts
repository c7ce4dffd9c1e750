import type {Seat} from "./vote-table.ts";

/** How strongly a session is held to the one before: half as much again (the published "Smooth"). */
const smooth = 0.5;

/** What is thought of each seat before its votes are read. */
export interface SeatPriors {
  /** The seat whose point is this one's prior mean; −1 where the state sat in one session only, and the mean is 0. */
  readonly neighbour: Int32Array;
  /** 1 / prior variance. */
  readonly precision: Float64Array;
}

/**
 * A random walk from session to session: the prior mean of a seat is the state's last session before, with variance
 * 0.5·n/(n + n_before), n being numbers of votes; a state's first session looks to its second. Seats stand by state, then
 * by session.
 */
export function seatPriors(seats: readonly Seat[]): SeatPriors {
  const neighbour = new Int32Array(seats.length).fill(-1);
  const precision = new Float64Array(seats.length);
  seats.forEach(({state, votes}, at) => {
    const near = [at - 1, at + 1].find((one) => seats[one]?.state === state) ?? -1;
    const before = seats[near]?.votes ?? 0;
    neighbour[at] = near;
    precision[at] = 1 / ((smooth * votes) / (votes + before));
  });
  return {neighbour, precision};
}
