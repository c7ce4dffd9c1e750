import {InputError} from "./input-error.ts";

/** A time limit under way; it is to be cleared once the work is over. */
export interface TimeLimit {
  readonly signal: AbortSignal;
  readonly clear: () => void;
}

/** The real clock's. */
export function timeLimit(ms: number): TimeLimit {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms);
  return {signal: controller.signal, clear: () => clearTimeout(timer)};
}

/**
 * Gives work a time limit that holds even where the work does not heed its signal.
 * @throws InputError when it takes longer.
 */
export async function withinTime<Result>(
  address: string,
  timeLimitMs: number,
  work: (signal: AbortSignal) => Promise<Result>,
  limit: (ms: number) => TimeLimit = timeLimit,
): Promise<Result> {
  const {signal, clear} = limit(timeLimitMs);
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(tooSlow(address, timeLimitMs)), {once: true});
  });
  // The race below may be over before the limit; the late rejection then has no listener of its own.
  late.catch(() => undefined);
  try {
    return await Promise.race([work(signal), late]);
  } finally {
    clear();
  }
}

function tooSlow(address: string, timeLimitMs: number): InputError {
  return new InputError(
    `${address} did not answer within ${timeLimitMs / 1000} s`,
    "try again later, or save the page and give the file",
    {status: 504},
  );
}
