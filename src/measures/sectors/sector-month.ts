import type {Tracked} from "./plan-tracking.ts";

/** Log engagement of a month: its 90 % band, and how much of the prior's variance is left. */
export interface Band {
  readonly low: number;
  readonly median: number;
  readonly high: number;
  readonly share: number;
}

export function bandAt({low, median, high, share}: Tracked, index: number): Band {
  return {
    low: low[index] as number,
    median: median[index] as number,
    high: high[index] as number,
    share: share[index] as number,
  };
}

/** "2014-03" for a month's number, year · 12 + month − 1. */
export function monthText(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
}
