import type {StateCode} from "./party.ts";

/** What others publish of a state in a year; null where they do not. */
export interface Yardstick {
  readonly year: number;
  readonly state: StateCode;
  /** UN ideal point, of all votes (Bailey, Strezhnev & Voeten 2017, series of July 2025). */
  readonly idealPoint: number | null;
  /** Formal Bilateral Influence Capacity of Russia and of China in the state, 0 to 1 (Moyer and others, FBIC). */
  readonly influence: {readonly RUS: number | null; readonly CHN: number | null};
  /** Whether a defence pact with the power stood (Alliance Treaty Obligations and Provisions). */
  readonly pact: {readonly USA: boolean; readonly RUS: boolean; readonly CHN: boolean};
}
