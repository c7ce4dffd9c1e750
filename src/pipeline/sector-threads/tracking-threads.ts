import {availableParallelism} from "node:os";
import type {Worker} from "node:worker_threads";
import {type GroupTask, type GroupTracked, trackGroup} from "../../measures/index.ts";
import {startWorker} from "../start-worker.ts";

/** Below so many months of series (a third of a second's work) starting threads takes longer than it saves. */
const worthThreads = 20_000;

/** More wait for one another at the memory. */
const mostThreads = 4;

/** Threads that work groups of series out; they start beside whatever is read meanwhile. */
export interface TrackingThreads {
  /**
   * The figures of `trackGroup`, whichever thread gave them, in the order of the tasks. Asked once.
   *
   * @throws what a thread threw.
   */
  track(tasks: readonly GroupTask[]): Promise<readonly GroupTracked[]>;
  /** Ends the threads, also those that never had a task. */
  close(): Promise<void>;
}

/**
 * Starts threads, so that a large watch neither takes one core alone nor holds up who asks for something else meanwhile. A
 * small one gets none: it is worked out where it is asked.
 *
 * @param work months of series that are awaited.
 * @param options how many threads, and from how much work on they are worth it.
 */
export function startTracking(
  work: number,
  {threads = Math.min(availableParallelism(), mostThreads), from = worthThreads} = {},
): TrackingThreads {
  if (work < from)
    return {track: async (tasks) => tasks.map(trackGroup), close: () => Promise.resolve()};
  const workers = Array.from({length: threads}, () => {
    const worker = startWorker(new URL("./track-worker", import.meta.url));
    return {worker, ended: endOf(worker)};
  });
  return {
    track: async (tasks) => {
      const found = new Array<GroupTracked>(tasks.length);
      const waiting = [...tasks.entries()];
      await Promise.all(
        workers.map(({worker, ended}) => Promise.race([workOff(worker, waiting, found), ended])),
      );
      return found;
    },
    close: async () => {
      await Promise.all(workers.map(({worker}) => worker.terminate()));
    },
  };
}

/** Fails when a thread ends, with what ended it, also where that is before it has a task. */
function endOf(worker: Worker): Promise<never> {
  const ended = new Promise<never>((_, reject) => {
    worker.on("error", reject);
    worker.on("exit", (code) =>
      reject(new Error(`a thread ended before it had worked out its months (exit ${code})`)),
    );
  });
  // Whoever waits for its figures hears of it; a thread that is no longer needed may end.
  ended.catch(() => {});
  return ended;
}

/** Has one thread take tasks until none waits. */
function workOff(
  worker: Worker,
  waiting: [number, GroupTask][],
  found: GroupTracked[],
): Promise<void> {
  return new Promise((resolve) => {
    let at = -1;
    const next = () => {
      const task = waiting.shift();
      if (task === undefined) return resolve();
      at = task[0];
      worker.postMessage(task[1]);
    };
    worker.on("message", (answer: GroupTracked) => {
      found[at] = answer;
      next();
    });
    next();
  });
}
