import {seedOf, standardDraws} from "../src/math/index.ts";
import {priorSd} from "../src/measures/engagement-grid.ts";
import {negativeBinomial} from "./simulated-watch.ts";

/** Pairs as the model of engagement says that they come about: a level that moves, counts that scatter about it. */
export interface SimulatedPairs {
  readonly pairs: number;
  readonly periods: number;
  /** Autocorrelation of log engagement from one period to the next. */
  readonly rho: number;
  /** Size of the negative binomial. */
  readonly size: number;
  readonly seed: number;
}

/** Each pair's periods: the true log engagement, and what was counted where so much was expected. */
export function simulatedPairs({pairs, periods, rho, size, seed}: SimulatedPairs) {
  const random = standardDraws(seedOf("pairs", seed));
  return Array.from({length: pairs}, () => {
    let x = priorSd * random.normal();
    return Array.from({length: periods}, () => {
      x = rho * x + Math.sqrt(1 - rho * rho) * priorSd * random.normal();
      const expected = Math.exp(1 + 3 * random.uniform());
      return {x, count: {expected, seen: negativeBinomial(expected * Math.exp(x), size, random)}};
    });
  });
}
