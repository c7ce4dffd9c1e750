import {logGamma} from "./log-gamma.ts";

/**
 * Log probability of a count under a negative binomial with this mean and size r: variance mean + mean²/r, so a
 * small r means counts that jump about, and r without end is Poisson's law.
 */
export function logNegativeBinomial(count: number, mean: number, r: number): number {
  return (
    logGamma(count + r) -
    logGamma(r) -
    logGamma(count + 1) +
    r * Math.log(r / (r + mean)) +
    (count === 0 ? 0 : count * Math.log(mean / (r + mean)))
  );
}
