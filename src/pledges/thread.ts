import {createHash} from "node:crypto";
import {latestDay, type Pledge, type ToldStep} from "../world/index.ts";

/** A commitment with all that its sources tell of it, before anyone says how it stands. */
export interface Thread
  extends Pick<Pledge, "kind" | "text" | "by" | "to" | "sectors" | "knownUntil" | "specimen"> {
  /** What it was made of: the same commitment has the same key in every source. */
  readonly key: string;
  /** In any order. */
  readonly steps: readonly ToldStep[];
}

/** Id of a pledge: its key, hashed. */
export function pledgeId(key: string): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 16);
}

/** Threads of one key as one: the first says what it is, all of them what became of it. */
export function joinThreads(first: Thread, others: readonly Thread[]): Thread {
  if (others.length === 0) return first;
  const all = [first, ...others];
  return {
    ...first,
    steps: all.flatMap(({steps}) => steps),
    knownUntil: latestDay([first.knownUntil, ...others.map(({knownUntil}) => knownUntil)]),
  };
}
