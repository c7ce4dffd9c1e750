export {autocorrelationTime} from "./autocorrelation-time.ts";
export {type BandMatrix, bandMatrix} from "./band-matrix.ts";
export {
  type ChangeOptions,
  type ChangePoints,
  type CountSeries,
  changePoints,
} from "./change-points.ts";
export {correlation} from "./correlation.ts";
export {type CountTrend, countTrend} from "./count-trend.ts";
export {effectiveSize} from "./effective-size.ts";
export {type GridPosterior, gridPosterior, massPosterior} from "./grid-posterior.ts";
export {
  type Confidence,
  kaplanMeier,
  medianTime,
  type SurvivalStep,
  survivalAt,
  type Watched,
} from "./kaplan-meier.ts";
export {alphaInterval, krippendorffAlpha, type Level, type Unit} from "./krippendorff-alpha.ts";
export {logGamma} from "./log-gamma.ts";
export {logNegativeBinomial, logNegativeBinomialAlong} from "./log-negative-binomial.ts";
export {logNormalCdf, quickLogNormalCdf, quickLogNormalMass} from "./log-normal-cdf.ts";
export {type NormalStream, normalStream} from "./normal-stream.ts";
export {quantile} from "./quantile.ts";
export {ranksOf} from "./ranks-of.ts";
export {resampleGroups} from "./resample-groups.ts";
export {resampledSpearman} from "./resampled-spearman.ts";
export {seedOf} from "./seed-of.ts";
export {
  type FixedPoint,
  type FixedPointMap,
  NoConvergence,
  solveFixedPoint,
} from "./solve-fixed-point.ts";
export {splitRHat} from "./split-r-hat.ts";
export {type StandardDraws, standardDraws} from "./standard-draws.ts";
export {wilsonInterval} from "./wilson-interval.ts";
