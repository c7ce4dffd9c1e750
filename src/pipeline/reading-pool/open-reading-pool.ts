import type {Worker} from "node:worker_threads";
import {InputError} from "../../sources/index.ts";
import type {Article, Capture, CodedEvent} from "../../world/index.ts";
import {startWorker} from "../start-worker.ts";
import type {ReadingAnswer, ReadingThread} from "./read-worker.ts";

/** Reads a capture into an article and its coded events. */
export type ReadCapture = (
  capture: Capture,
) => Promise<{readonly article: Article; readonly events: readonly CodedEvent[]}>;

/** Threads that read texts beside one another. Each answer is its own text's, whichever thread gave it. */
export interface ReadingPool {
  readonly read: ReadCapture;
  /** Ends all threads; what is still being read fails. */
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly capture: Capture;
  readonly resolve: (read: Awaited<ReturnType<ReadCapture>>) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Opens a pool. A thread is started when a text waits and none is free, so that one text costs one thread. A thread that
 * ends fails the text that it read, with an error that names it; the others go on in another thread.
 *
 * @param root the folder in which `reference/` stands.
 * @param threads how many at most; each holds the tables and weights anew, some 150 MB.
 */
export function openReadingPool(
  {root, threads}: {readonly root: string; readonly threads: number},
  start: (task: ReadingThread) => Worker = startReader,
): ReadingPool {
  const waiting: Waiting[] = [];
  const free: Worker[] = [];
  const busy = new Map<Worker, Waiting>();
  let isClosed = false;

  function next(): void {
    while (waiting.length > 0) {
      const thread = free.pop() ?? (busy.size < threads ? started() : null);
      if (thread === null) return;
      const task = waiting.shift() as Waiting;
      busy.set(thread, task);
      thread.postMessage(task.capture);
    }
  }

  function started(): Worker {
    const thread = start({root});
    thread.on("message", (answer: ReadingAnswer) => {
      const task = busy.get(thread);
      busy.delete(thread);
      free.push(thread);
      if (answer.kind === "read") task?.resolve({article: answer.article, events: answer.events});
      else
        task?.reject(
          new InputError(answer.message, answer.whatToDo, {
            status: answer.status,
            exitCode: answer.exitCode,
          }),
        );
      next();
    });
    let cause: unknown;
    thread.on("error", (error) => {
      cause = error;
    });
    thread.on("exit", (code) => {
      const task = busy.get(thread);
      busy.delete(thread);
      if (free.includes(thread)) free.splice(free.indexOf(thread), 1);
      task?.reject(
        new Error(`the thread that read ${task.capture.origin} ended (exit ${code})`, {cause}),
      );
      if (!isClosed) next();
    });
    return thread;
  }

  return {
    read: (capture) =>
      new Promise((resolve, reject) => {
        if (isClosed) return reject(new Error("the reading pool is closed"));
        waiting.push({capture, resolve, reject});
        next();
      }),
    close: async () => {
      isClosed = true;
      for (const {capture, reject} of waiting.splice(0))
        reject(new Error(`${capture.origin} was not read: the reading pool is closed`));
      await Promise.all([...free, ...busy.keys()].map((thread) => thread.terminate()));
    },
  };
}

function startReader(task: ReadingThread): Worker {
  return startWorker(new URL("./read-worker", import.meta.url), task);
}
