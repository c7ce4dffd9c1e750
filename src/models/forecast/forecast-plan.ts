import type {Stretch} from "./stretch.ts";
import type {TemporalGraph} from "./temporal-graph.ts";
import type {Training} from "./train-scorer.ts";

/** Last known days on which the baselines choose their settings: as many as ICEWS14 has validation days. */
const tunedDays = 30;
/** Last known days that the scorer learns from, and how often. Chosen on the last 30 days of ICEWS14's train part. */
const learnedDays = 150;
const epochs = 2;
const seed = 20140101;

export interface ForecastPlan {
  readonly tuned: Stretch;
  readonly learned: Training;
  readonly asked: Stretch;
}

/** Which days teach and which are asked about, when the days from place `from` on are to be forecast. */
export function forecastPlan(graph: TemporalGraph, from: number, multiStep: boolean): ForecastPlan {
  const to = graph.days.length;
  const block = multiStep ? Math.max(1, to - from) : 1;
  const known = (days: number) => Math.max(1, from - Math.min(days, Math.floor((from * 2) / 3)));
  return {
    tuned: {from: known(tunedDays), to: from, block},
    learned: {from: known(learnedDays), to: from, block, epochs, seed},
    asked: {from, to, block},
  };
}
