import type {Evidence} from "./evidence.ts";
import type {Gap} from "./gap.ts";

/** Method of a figure: an id and a version, so that a recorded answer says how it was made. */
export interface Method {
  readonly id: string;
  readonly version: number;
}

/** A number with its error, its recipe and its vintage. */
export interface Measured {
  readonly kind: "measured";
  readonly value: number;
  /** "share" (0..1), "usd", "tiv", "log-ratio", "count", "percent" … */
  readonly unit: string;
  /** `null` only where the figure is a complete count; then `intervalNote` says so. */
  readonly interval: {readonly low: number; readonly high: number; readonly level: number} | null;
  readonly intervalNote: string;
  readonly method: Method;
  /** How much of what should have been there was there. */
  readonly coverage: string;
  readonly vintage: string;
  readonly evidence: readonly Evidence[];
}

/** One figure per period for a party towards a partner. */
export interface Series {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly partner: string | null;
  readonly sector: string | null;
  readonly unit: string;
  readonly method: Method;
  /** What the series is and is not, in a sentence. */
  readonly note: string;
  readonly points: readonly {readonly period: string; readonly figure: Measured | Gap}[];
}
