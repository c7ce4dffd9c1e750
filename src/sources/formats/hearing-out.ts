import {setImmediate} from "node:timers/promises";

/**
 * Runs a parser that lets promises of its own fail unheard, which would end the process: a broken file must not. What is
 * not the parser's own is thrown as it would have been.
 */
export async function hearingOut<Result>(
  isOwn: (reason: unknown) => boolean,
  work: () => Promise<Result>,
): Promise<Result> {
  const hear = (reason: unknown) => {
    if (!isOwn(reason)) throw reason;
  };
  process.on("unhandledRejection", hear);
  try {
    return await work();
  } finally {
    // Failures are told when the microtasks are done: before the next turn.
    await setImmediate();
    process.off("unhandledRejection", hear);
  }
}
