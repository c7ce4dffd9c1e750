import {effectiveSize, quantile, splitRHat} from "../../math/index.ts";
import type {Seat} from "./vote-table.ts";

/** A figure worked out in each draw: its mean, and the 90 % of draws in the middle. */
export interface Drawn {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How well chains of a seat agree, and how many independent draws they are worth. */
export interface Convergence {
  readonly rHat: number;
  readonly effectiveSize: number;
}

/** Where states stood in each session on the one axis that orders them, as drawn: high where the United States vote. */
export interface IdealPoints {
  readonly seats: readonly Seat[];
  /** Draws of all chains together. */
  readonly draws: number;
  /** A seat's point in every draw, chain after chain. */
  pointsOf(seat: number): Float64Array;
  convergenceOf(seat: number): Convergence;
}

/** Puts the draws of chains together. @throws Error when they are not of these seats: that is a bug of ours. */
export function idealPoints(seats: readonly Seat[], chains: readonly Float32Array[]): IdealPoints {
  const kept = (chains[0]?.length ?? 0) / seats.length;
  if (
    !Number.isInteger(kept) ||
    kept < 1 ||
    chains.some(({length}) => length !== kept * seats.length)
  )
    throw new Error(`chains of ${chains.map(({length}) => length)} for ${seats.length} seats`);
  const ofChain = (chain: Float32Array, seat: number) =>
    Float64Array.from({length: kept}, (_, draw) => chain[draw * seats.length + seat] as number);
  return {
    seats,
    draws: kept * chains.length,
    pointsOf: (seat) => {
      const all = new Float64Array(kept * chains.length);
      chains.forEach((chain, at) => {
        all.set(ofChain(chain, seat), at * kept);
      });
      return all;
    },
    convergenceOf: (seat) => {
      const own = chains.map((chain) => ofChain(chain, seat));
      return {rHat: splitRHat(own), effectiveSize: effectiveSize(own)};
    },
  };
}

/** Mean and 90 % band of draws. */
export function drawnFrom(draws: Float64Array): Drawn {
  const sorted = draws.slice().sort();
  let sum = 0;
  for (const draw of sorted) sum += draw;
  return {
    value: sum / sorted.length,
    low: quantile(sorted, 0.05),
    high: quantile(sorted, 0.95),
  };
}
