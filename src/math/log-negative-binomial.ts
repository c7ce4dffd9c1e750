import {logGamma} from "./log-gamma.ts";

/** What does not depend on the mean: log of Γ(y + r) / (Γ(r) y!) · r^r. */
function constantOf(count: number, r: number): number {
  return logGamma(count + r) - logGamma(r) - logGamma(count + 1) + r * Math.log(r);
}

/**
 * Log probability of a count under a negative binomial of size r, as a function of its mean: the variance is
 * mean + mean²/r, so a small r means counts that jump about, and r without end is Poisson's law.
 * logNegativeBinomial(0, 1)(1) is log ½.
 */
export function logNegativeBinomial(count: number, r: number): (mean: number) => number {
  const constant = constantOf(count, r);
  return (mean) =>
    constant - (r + count) * Math.log(r + mean) + (count === 0 ? 0 : count * Math.log(mean));
}

/**
 * The same for the means `expected · exp(x)` of many x at once, into `into`; `factors` are the exp(x). It takes one
 * logarithm a point.
 */
export function logNegativeBinomialAlong(
  {count, r, expected}: {readonly count: number; readonly r: number; readonly expected: number},
  {points, factors}: {readonly points: Float64Array; readonly factors: Float64Array},
  into: Float64Array,
): void {
  const constant = constantOf(count, r) + (count === 0 ? 0 : count * Math.log(expected));
  for (let i = 0; i < points.length; i++)
    into[i] =
      constant -
      (r + count) * Math.log(r + expected * (factors[i] as number)) +
      count * (points[i] as number);
}
