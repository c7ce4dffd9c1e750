import type {Worker} from "node:worker_threads";
import type {ShockOutcome} from "../../options/index.ts";
import {InputError} from "../../sources/index.ts";
import {startWorker} from "../start-worker.ts";
import type {ScenarioErrand, ScenarioNews, ScenarioTask} from "./scenario-task.ts";

/** Who waits for a scenario. */
export interface ScenarioHearing {
  /** The answer at the centre, before the draws; not called where none are asked for. */
  readonly first?: (outcome: ShockOutcome) => void;
  /** How many draws are done. */
  readonly drawn?: (done: number) => void;
  /** Ends it, waiting or at work. */
  readonly signal?: AbortSignal;
}

/** Solves scenarios in threads of their own, so that whoever serves them goes on answering. */
export interface ScenarioRunner {
  /**
   * @throws InputError for what the scenario asks and the matrix cannot answer, with status 503 when too many wait;
   *   whatever reason the signal gives.
   */
  run(task: ScenarioTask, hearing?: ScenarioHearing): Promise<ShockOutcome>;
  close(): Promise<void>;
}

/** Beyond these a new one is refused: each waits for all before it. */
const mostWaiting = 16;

interface Errand {
  readonly task: ScenarioTask;
  readonly hearing: ScenarioHearing;
  readonly stop: Int32Array<SharedArrayBuffer>;
  readonly resolve: (outcome: ShockOutcome) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Threads are started when they are first needed and stay warm. An errand that is given up is told to stop between two
 * draws; whoever waited is free at once.
 *
 * @param threads how many scenarios are solved beside one another.
 */
export function scenarioRunner(threads = 2): ScenarioRunner {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const waiting: Errand[] = [];

  const next = () => {
    while (waiting.length > 0 && (idle.length > 0 || all.size < threads)) {
      const errand = waiting.shift() as Errand;
      send(idle.pop() ?? hire(), errand);
    }
  };
  const hire = (): Worker => {
    const worker = startWorker(new URL("./scenario-worker", import.meta.url));
    all.add(worker);
    worker.once("exit", () => {
      all.delete(worker);
      const at = idle.indexOf(worker);
      if (at >= 0) idle.splice(at, 1);
      next();
    });
    return worker;
  };
  const send = (worker: Worker, errand: Errand) => {
    const {hearing, resolve, reject} = errand;
    const lost = (cause: unknown) => {
      reject(new Error("a thread ended before its scenario was solved", {cause}));
    };
    const hear = (news: ScenarioNews) => {
      try {
        if (news.kind === "first") return hearing.first?.(news.outcome);
        if (news.kind === "drawn") return hearing.drawn?.(news.done);
      } catch (cause) {
        // Whoever hears cannot go on: the thread is told so, and ends the errand itself.
        Atomics.store(errand.stop, 0, 1);
        return reject(cause);
      }
      if (news.kind === "solved") resolve(news.outcome);
      if (news.kind === "failed") reject(errorOf(news));
      worker.off("message", hear).off("error", lost).off("exit", lost);
      // A warm thread that waits must not keep the process alive.
      worker.unref();
      idle.push(worker);
      next();
    };
    worker.ref();
    worker.on("message", hear).once("error", lost).once("exit", lost);
    worker.postMessage({task: errand.task, stop: errand.stop} satisfies ScenarioErrand);
  };

  return {
    run: (task, hearing = {}) =>
      new Promise((resolve, reject) => {
        const {signal} = hearing;
        signal?.throwIfAborted();
        if (waiting.length >= mostWaiting)
          throw new InputError(
            `${mostWaiting} scenarios are waiting already`,
            "wait until one is done, or stop one",
            {status: 503},
          );
        const stop = new Int32Array(new SharedArrayBuffer(4));
        const errand: Errand = {task, hearing, stop, resolve, reject};
        signal?.addEventListener(
          "abort",
          () => {
            Atomics.store(stop, 0, 1);
            const at = waiting.indexOf(errand);
            if (at >= 0) waiting.splice(at, 1);
            reject(signal.reason);
          },
          {once: true},
        );
        waiting.push(errand);
        next();
      }),
    close: async () => {
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

function errorOf({message, caller, stack}: ScenarioNews & {readonly kind: "failed"}): Error {
  if (caller !== null) return new InputError(message, caller.whatToDo, {status: caller.status});
  return Object.assign(new Error(message), {stack});
}
