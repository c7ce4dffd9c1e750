export {type ForecastPlan, forecastPlan} from "./forecast-plan.ts";
export {type RankedDays, rankDays} from "./rank-days.ts";
export {meanRank, type RankScores, scoreRanks} from "./rank-scores.ts";
export {chooseRecurrency, type Recurrency, rankByRecurrency, strictOf} from "./recurrency.ts";
export type {Stretch} from "./stretch.ts";
export {
  buildGraph,
  type Fact,
  type GraphDay,
  inverseOf,
  type TemporalGraph,
} from "./temporal-graph.ts";
export {type Training, trainScorer} from "./train-scorer.ts";
