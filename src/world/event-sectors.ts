import type {StateCode} from "./party.ts";
import type {Sector} from "./sector.ts";

/** Codes of event files whose words name a sector; of several that begin a code the longest counts. */
export type EventSectors = readonly {
  readonly scheme: "cameo" | "plover";
  readonly code: string;
  readonly sector: Sector;
}[];

/**
 * Coded events of a month and sector: of a state towards another; of a margin, where `source` or `target` is "" for all
 * states; of the whole world, where both are. An act of many is shared among its pairs, so that counts may be fractions.
 */
export interface SectorMonth {
  /** year · 12 + month − 1. */
  readonly month: number;
  readonly sector: Sector;
  readonly source: StateCode | "";
  readonly target: StateCode | "";
  readonly cooperation: number;
  readonly conflict: number;
}
