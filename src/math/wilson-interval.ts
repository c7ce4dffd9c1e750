/** Two-sided 90 %: the standard normal's 95th percentile. */
const z90 = 1.6448536269514722;

/**
 * 90 % interval of a share from `hits` in `trials` (Wilson 1927): stays within [0, 1] and has width at 0 and 1.
 * 5 of 10 gives 0.27 to 0.73. NaN without trials.
 */
export function wilsonInterval(hits: number, trials: number): {low: number; high: number} {
  const share = hits / trials;
  const z2 = (z90 * z90) / trials;
  const middle = (share + z2 / 2) / (1 + z2);
  const half = (z90 * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials))) / (1 + z2);
  // At the ends the two terms are equal, and rounding alone would leave a trace of width outside.
  return {
    low: hits === 0 ? 0 : middle - half,
    high: hits === trials ? 1 : middle + half,
  };
}
