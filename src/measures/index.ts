export {
  type AccessionPath,
  type AccessionRole,
  type AccessionStep,
  accessionPaths,
} from "./accession-paths.ts";
export {bodyNames} from "./body-names.ts";
export {concentration} from "./concentration.ts";
export {type DyadLane, type DyadRow, dyadLanes} from "./dyad-lanes.ts";
export {areasOf} from "./energy-areas.ts";
export {type Channel, type Exposure, exposureMeasures, exposureOf} from "./exposure-of.ts";
export {type ClaimMode, type ClaimOnFigures, foundingClaims} from "./founding-claims.ts";
export {watchedPairs} from "./gather-known.ts";
export {
  type HedgingIndicator,
  type HedgingJudgement,
  type HedgingSignal,
  hedgingIndicators,
  hedgingSignals,
} from "./hedging-signals.ts";
export {measure, recipes} from "./measure.ts";
export {
  type FoundName,
  indexNames,
  matchThreshold,
  type NamedEntry,
  type NameIndex,
  type NameMatch,
  type NameMatcher,
  type NameSchema,
  nameMatcher,
  nameSchemas,
} from "./names/index.ts";
export {
  comparedSince,
  type PledgeRate,
  type PledgeRates,
  pledgeRates,
} from "./pledges/pledge-rates.ts";
export {
  keptWithin,
  medianYears,
  type PledgeSurvival,
  pledgeSurvival,
} from "./pledges/pledge-survival.ts";
export {postureRecipes, postures} from "./postures.ts";
export {type ProgrammeAimed, programmesAimed, programmeTags} from "./programmes-aimed.ts";
export {type FigurePlace, type PowerRank, rankPowers} from "./rank-powers.ts";
export {type RankStability, rankStability} from "./rank-stability.ts";
export type {Recipe, RecipeCard} from "./recipe.ts";
export {
  type Dealing,
  dealings,
  type GroupTask,
  type GroupTracked,
  indexMonths,
  listSectorMonths,
  type MonthEvents,
  type MovedMonth,
  type MovedMonths,
  monthsLookedAt,
  movedMonths,
  planSectors,
  type SectorMonthRow,
  type SectorPosture,
  type SectorRank,
  type SectorsTracked,
  sectorPostures,
  sectorRanks,
  sectorRecipes,
  sectorSeries,
  statesBehind,
  trackGroup,
  trackMoves,
  trackSectors,
} from "./sectors/index.ts";
export {type Survival, tellValidity, valenceSurvival} from "./tell-validity.ts";
export {
  type Axis,
  axes,
  polePairs,
  type Validity,
  validity,
  type YardstickName,
  yardsticks,
} from "./validity.ts";
export {type Moved, whatMoved} from "./what-moved.ts";
