import {logGamma} from "./log-gamma.ts";

/**
 * Log probability of a count under a negative binomial of size r, as a function of its mean: the variance is
 * mean + mean²/r, so a small r means counts that jump about, and r without end is Poisson's law.
 * logNegativeBinomial(0, 1)(1) is log ½.
 */
export function logNegativeBinomial(count: number, r: number): (mean: number) => number {
  const constant = logGamma(count + r) - logGamma(r) - logGamma(count + 1) + r * Math.log(r);
  return (mean) =>
    constant - (r + count) * Math.log(r + mean) + (count === 0 ? 0 : count * Math.log(mean));
}
