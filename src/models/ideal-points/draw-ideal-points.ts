import {idealPointChain} from "./ideal-point-chain.ts";
import type {VoteTable} from "./vote-table.ts";

/** How long a chain runs, and what is kept of it. */
export interface ChainPlan {
  readonly sweeps: number;
  /** So many sweeps at first are thrown away. */
  readonly burnIn: number;
  /** Then one sweep in so many is kept. */
  readonly keepEvery: number;
  readonly seed: number;
}

/** Enough for a 90 % band (RECIPES §1: 1,200 sweeps, of which 600 are thrown away). */
export const usualPlan: ChainPlan = {sweeps: 1200, burnIn: 600, keepEvery: 4, seed: 1};

/** How many draws a plan keeps. */
export function keptBy({sweeps, burnIn, keepEvery}: ChainPlan): number {
  return Math.max(0, Math.floor((sweeps - burnIn) / keepEvery));
}

/**
 * Runs one chain and gives the draws kept, one after another, each with a point for every seat of the table. `onSweep` hears
 * how many sweeps are done; what it throws ends the chain.
 */
export function drawIdealPoints(
  table: VoteTable,
  plan: ChainPlan,
  onSweep: (done: number) => void = () => {},
): Float32Array {
  const chain = idealPointChain(table, plan.seed);
  const n = table.seats.length;
  const kept = new Float32Array(keptBy(plan) * n);
  for (let sweep = 1, at = 0; sweep <= plan.sweeps; sweep++) {
    chain.sweep();
    if (sweep > plan.burnIn && (sweep - plan.burnIn) % plan.keepEvery === 0) {
      kept.set(chain.points, at);
      at += n;
    }
    onSweep(sweep);
  }
  return kept;
}
