import type {Worker} from "node:worker_threads";
import {seedOf} from "../../math/index.ts";
import type {ChainPlan, VoteTable} from "../../models/index.ts";
import {startWorker} from "../start-worker.ts";
import type {ChainNews, ChainTask} from "./chain-worker.ts";

export interface ChainsOrder {
  readonly plan: ChainPlan;
  /** How many chains, each in a thread of its own. */
  readonly chains: number;
  /** Hears how many sweeps of all chains are done, of how many. */
  readonly progress?: (done: number, of: number) => void;
  /** Ends all of them. */
  readonly signal?: AbortSignal;
}

/**
 * Runs chains beside one another and gives the draws of each. The same table and order give the same draws.
 * @throws whatever reason the signal gives, and what a chain threw.
 */
export async function runChains(
  table: VoteTable,
  {plan, chains, progress, signal}: ChainsOrder,
): Promise<Float32Array[]> {
  signal?.throwIfAborted();
  const done = new Array<number>(chains).fill(0);
  const workers: Worker[] = [];
  const runs = done.map((_, chain) => {
    const task: ChainTask = {
      table,
      plan: {...plan, seed: seedOf("ideal-points", plan.seed, chain)},
    };
    const worker = startWorker(new URL("./chain-worker", import.meta.url), task);
    workers.push(worker);
    return new Promise<Float32Array>((resolve, reject) => {
      worker.on("message", (news: ChainNews) => {
        if (news.kind === "drawn") return resolve(news.draws);
        done[chain] = news.done;
        progress?.(
          done.reduce((sum, one) => sum + one, 0),
          chains * plan.sweeps,
        );
      });
      worker.on("error", reject);
      worker.on("exit", () => reject(new Error("a chain ended before it was drawn")));
      signal?.addEventListener("abort", () => reject(signal.reason), {once: true});
    });
  });
  try {
    return await Promise.all(runs);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
