import type {Source} from "../../world/index.ts";
import {collectOnce} from "./collect-once.ts";
import type {Collecting, SourceDone} from "./collecting.ts";

/** Least time between two rounds, in milliseconds. */
const leastPauseMs = 1000;

/**
 * Looks at each source as often as it says, until it is to stop.
 *
 * @param sleep rejects where the work is to stop.
 * @param told hears of each round.
 */
export async function collectEvery(
  sources: readonly Source[],
  collecting: Collecting,
  sleep: (ms: number) => Promise<void>,
  told: (done: readonly SourceDone[], nextAt: number) => void,
): Promise<void> {
  const {now, stop} = collecting;
  while (!stop.aborted) {
    const {done, nextAt} = await collectOnce(sources, collecting);
    told(done, nextAt);
    try {
      await sleep(Math.max(leastPauseMs, nextAt - now()));
    } catch (error) {
      if (!stop.aborted) throw error;
    }
  }
}
