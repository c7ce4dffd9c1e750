import {availableParallelism} from "node:os";
import type {Worker} from "node:worker_threads";
import {type GroupTask, type GroupTracked, trackGroup} from "../../measures/index.ts";
import {startWorker} from "../start-worker.ts";

/** Below so many months of series (a third of a second's work) starting threads takes longer than it saves. */
const worthThreads = 20_000;

/** More wait for one another at the memory. */
const mostThreads = 4;

/**
 * Works groups of series out beside one another, so that a large watch neither takes one core alone nor holds up who asks
 * for something else meanwhile. The figures are those of `trackGroup`, whichever thread gave them.
 *
 * @param options how many threads, and from how many months of series on they are worth it.
 * @throws what a thread threw; the others are ended.
 */
export async function trackInThreads(
  tasks: readonly GroupTask[],
  {threads = Math.min(availableParallelism(), mostThreads), from = worthThreads} = {},
): Promise<readonly GroupTracked[]> {
  const work = tasks.reduce((sum, {counts}) => sum + counts.seen.length, 0);
  if (work < from) return tasks.map(trackGroup);
  const found = new Array<GroupTracked>(tasks.length);
  const waiting = [...tasks.entries()];
  const workers = Array.from({length: Math.min(threads, tasks.length)}, () =>
    startWorker(new URL("./track-worker", import.meta.url)),
  );
  try {
    await Promise.all(workers.map((worker) => workOff(worker, waiting, found)));
    return found;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Has one thread take tasks until none waits. */
function workOff(
  worker: Worker,
  waiting: [number, GroupTask][],
  found: GroupTracked[],
): Promise<void> {
  return new Promise((resolve, reject) => {
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
    worker.on("error", reject);
    worker.on("exit", (code) =>
      reject(new Error(`a thread ended before it had worked out its months (exit ${code})`)),
    );
    next();
  });
}
