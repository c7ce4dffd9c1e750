import type {Day} from "./time.ts";

/** The time that a claim speaks of, in closed days. */
export interface ClaimPeriod {
  readonly from: Day;
  readonly to: Day;
  /** As the text writes it: "2001-05", "in March 2022". */
  readonly words: string;
  readonly precision: "day" | "month" | "year" | "years";
  /** Whether the claim says so itself, or only stands in an article of that day. */
  readonly by: "claim" | "article";
}

/** A figure of a claim: "$1.26 billion" is 1.26e9 of "usd", "47 %" is 47 of "percent". */
export interface Quantity {
  readonly value: number;
  /** "percent", "usd", "eur", "tonne", or the noun counted: "fighters". */
  readonly unit: string;
  readonly words: string;
}
