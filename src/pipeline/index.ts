export {answerWatch, type Question} from "./answer-watch.ts";
export {auditOne} from "./audit-one.ts";
export {changesBetween} from "./changes-between.ts";
export {changesOf} from "./changes-of.ts";
export {checkSource, type SourceCheck} from "./collect/check-source.ts";
export {collectEvery} from "./collect/collect-every.ts";
export {collectOnce} from "./collect/collect-once.ts";
export type {Collecting, SourceDone} from "./collect/collecting.ts";
export {compareTwo, type TwoCompared} from "./compare-two.ts";
export {type CopiesKnown, copiesKnown} from "./copies-known.ts";
export {type CopyCount, countCopies} from "./count-copies.ts";
export {exportFolder} from "./export-folder.ts";
export {type ExportItem, type ExportSource, exportItems} from "./export-items.ts";
export {type ExposureKnown, exposureKnown, exposureOfState} from "./exposure-known.ts";
export {forecastWatch, type WatchForecast} from "./forecast-watch.ts";
export {gatherMatter} from "./gather-matter.ts";
export {compareToPublished, type NearnessToPublished} from "./ideal-points/compare-published.ts";
export {
  idealPointMethod,
  idealPointsKnown,
  type PointsQuestion,
} from "./ideal-points/ideal-points-known.ts";
export {
  type ChainsAgree,
  chainsAgree,
  idealPointNote,
  newestSession,
  type PointsStanding,
  type PointTrail,
  pointsStanding,
} from "./ideal-points/points-standing.ts";
export {type ChainsOrder, runChains} from "./ideal-points/run-chains.ts";
export {judgementsKnown} from "./judgements-known.ts";
export {type KeptJudgement, keepJudgement} from "./keep-judgement.ts";
export {keepReading} from "./keep-reading.ts";
export {keepStepJudgement} from "./keep-step-judgement.ts";
export {movesKnown} from "./moves-known.ts";
export {type NamedInMove, namedInMoves} from "./named-in-moves.ts";
export {peopleAgree} from "./people-agree.ts";
export {pledgeAlertsBetween} from "./pledge-alerts-between.ts";
export {pledgeChanges} from "./pledge-changes.ts";
export {type PledgesKnown, type PledgesOf, pledgesKeeper, pledgesOf} from "./pledges-known.ts";
export {readArticle} from "./read-article.ts";
export {type NamedModel, readWithModel} from "./read-with-model.ts";
export {openReadingPool, type ReadCapture} from "./reading-pool/open-reading-pool.ts";
export {fuelsKnown} from "./scenarios/fuels-known.ts";
export {
  type ScenarioHearing,
  type ScenarioRunner,
  scenarioRunner,
} from "./scenarios/scenario-runner.ts";
export type {ScenarioTask} from "./scenarios/scenario-task.ts";
export {nameScreener, type Screened, type Screener, type Screening} from "./screen-names.ts";
export {type SectorMeasureKnown, sectorMeasureKnown} from "./sector-measure-known.ts";
export {
  type MonthsMoved,
  monthsMovedKnown,
  type SectorPosturesKnown,
  type SectorsKnown,
  type SectorsQuestion,
  sectorPosturesKnown,
  sectorSeriesKnown,
  sectorsKnown,
} from "./sectors-known.ts";
export {type ListedSource, type SourceKnown, sourcesKnown} from "./sources-known.ts";
export {type ValidityKnown, validityKnown} from "./validity-known.ts";
