export {answerWatch, type Question} from "./answer-watch.ts";
export {auditOne} from "./audit-one.ts";
export {changesBetween} from "./changes-between.ts";
export {changesOf} from "./changes-of.ts";
export {checkSource, type SourceCheck} from "./collect/check-source.ts";
export {collectEvery} from "./collect/collect-every.ts";
export {collectOnce} from "./collect/collect-once.ts";
export type {Collecting, SourceDone} from "./collect/collecting.ts";
export {type CopiesKnown, copiesKnown} from "./copies-known.ts";
export {type CopyCount, countCopies} from "./count-copies.ts";
export {exportFolder} from "./export-folder.ts";
export {type ExportItem, type ExportSource, exportItems} from "./export-items.ts";
export {forecastWatch, type WatchForecast} from "./forecast-watch.ts";
export {gatherMatter} from "./gather-matter.ts";
export {compareToPublished, type NearnessToPublished} from "./ideal-points/compare-published.ts";
export {
  idealPointMethod,
  idealPointsKnown,
  type PointsQuestion,
} from "./ideal-points/ideal-points-known.ts";
export {type ChainsOrder, runChains} from "./ideal-points/run-chains.ts";
export {type KeptJudgement, keepJudgement} from "./keep-judgement.ts";
export {keepReading} from "./keep-reading.ts";
export {type NamedInMove, namedInMoves} from "./named-in-moves.ts";
export {peopleAgree} from "./people-agree.ts";
export {type PledgesKnown, pledgesKnown, pledgesOf} from "./pledges-known.ts";
export {readArticle} from "./read-article.ts";
export {nameScreener, type Screened, type Screener, type Screening} from "./screen-names.ts";
export {
  allSectorsKnown,
  type SectorsKnown,
  type SectorsQuestion,
  sectorSeriesKnown,
  sectorsKnown,
} from "./sectors-known.ts";
export {type ListedSource, type SourceKnown, sourcesKnown} from "./sources-known.ts";
