import type {TimeLimit} from "../../../src/sources/within-time.ts";

interface Waiter {
  readonly at: number;
  readonly wake: () => void;
}

/**
 * A clock that goes on only when nothing else can happen: what runs under a time limit holds it, unless it is known to
 * hang. Then it jumps to the next moment for which somebody waits.
 */
export function heldClock(start = Date.parse("2026-11-26T06:00:00Z")) {
  let time = start;
  let changes = 0;
  let watching = false;
  let waiters: Waiter[] = [];
  const holds = new Set<object>();

  const calm = async () => {
    // A few rounds of the event loop without anything new: what is ready has been done.
    for (let rounds = 0, seen = changes; rounds < 20; rounds++) {
      await new Promise((next) => setImmediate(next));
      if (changes !== seen || holds.size > 0) [rounds, seen] = [0, changes];
    }
  };
  const watch = async () => {
    if (watching) return;
    watching = true;
    while (waiters.length > 0) {
      await calm();
      waiters.sort((a, b) => a.at - b.at);
      const next = waiters.shift();
      if (next === undefined) break;
      time = Math.max(time, next.at);
      changes += 1;
      next.wake();
    }
    watching = false;
  };
  const wait = (ms: number, wake: () => void): Waiter => {
    const waiter = {at: time + ms, wake};
    changes += 1;
    waiters.push(waiter);
    void watch();
    return waiter;
  };

  return {
    now: () => time,
    sleep: (ms: number) => new Promise<void>((wake) => wait(ms, wake)),
    limit: (ms: number): TimeLimit => {
      const controller = new AbortController();
      const waiter = wait(ms, () => controller.abort());
      holds.add(controller.signal);
      return {
        signal: controller.signal,
        clear: () => {
          holds.delete(controller.signal);
          waiters = waiters.filter((one) => one !== waiter);
          changes += 1;
        },
      };
    },
    /** Holds the clock while work is under way. */
    during: async <Result>(work: () => Promise<Result>): Promise<Result> => {
      const hold = {};
      holds.add(hold);
      try {
        return await work();
      } finally {
        holds.delete(hold);
        changes += 1;
      }
    },
    /** The work under this time limit will not end by itself. */
    letHang: (signal: AbortSignal) => {
      holds.delete(signal);
    },
  };
}
