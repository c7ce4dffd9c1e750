const logRootTwoPi = 0.5 * Math.log(2 * Math.PI);

/**
 * Logarithm of the standard normal distribution function Φ(x), to some 14 digits also far out in the lower tail.
 * Marsaglia's series (2004, Journal of Statistical Software 11(4)) near the middle, Laplace's continued fraction for the
 * tails. Φ(−40) is e^−804.6, which as a number would be zero.
 */
export function logNormalCdf(x: number): number {
  if (x > 3) return Math.log1p(-Math.exp(logUpperTail(x)));
  if (x < -3) return logUpperTail(-x);
  let term = x;
  let sum = x;
  for (let k = 3; Math.abs(term) > 1e-18; k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return Math.log(0.5 + sum * Math.exp(-0.5 * x * x - logRootTwoPi));
}

/** log(1 − Φ(x)) for x ≥ 3: the density over x + 1/(x + 2/(x + 3/(x + …))). */
function logUpperTail(x: number): number {
  let fraction = x;
  for (let k = 60; k > 0; k--) fraction = x + k / fraction;
  return -0.5 * x * x - logRootTwoPi - Math.log(fraction);
}

/** The table reaches so far to both sides, with so many steps to a unit. */
const reach = 8;
const steps = 512;

const table = Float64Array.from({length: 2 * reach * steps + 2}, (_, at) =>
  logNormalCdf(at / steps - reach),
);

/**
 * log Φ(x) from a table between −8 and 8, interpolated: off by at most 5·10⁻⁷, and several times as fast. For sums of
 * very many terms.
 */
export function quickLogNormalCdf(x: number): number {
  const at = (x + reach) * steps;
  if (!(at >= 0)) return logNormalCdf(x);
  if (at >= 2 * reach * steps) return 0;
  const below = at | 0;
  const low = table[below] as number;
  return low + ((table[below + 1] as number) - low) * (at - below);
}

/** log(Φ(high) − Φ(low)) for low < high, from the same table; worked out in the tail where the difference is not lost. */
export function quickLogNormalMass(low: number, high: number): number {
  const mirrored = low + high > 0;
  const top = quickLogNormalCdf(mirrored ? -low : high);
  const bottom = quickLogNormalCdf(mirrored ? -high : low);
  return top + Math.log(-Math.expm1(bottom - top));
}
