import type {Move} from "../world/index.ts";
import {isGap} from "../world/index.ts";

/** Newest first; those without a day last, because nothing says that they are recent. */
export function newestFirst(a: Move, b: Move): number {
  const left = isGap(a.when) ? "" : a.when;
  const right = isGap(b.when) ? "" : b.when;
  if (left !== right) return left < right ? 1 : -1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
