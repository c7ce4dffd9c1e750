/**
 * How many independent draws chains of correlated ones are worth: Geyer's initial monotone sequence over all chains
 * (Vehtari, Gelman, Simpson, Carpenter & Bürkner 2021, Bayesian Analysis 16(2), section 3.2). Each chain is as long as the
 * others. Draws that never move are worth none.
 */
export function effectiveSize(chains: readonly ArrayLike<number>[]): number {
  const n = chains[0]?.length ?? 0;
  const total = chains.length * n;
  const means = chains.map(meanOf);
  const spreads = chains.map((chain, at) => autocovariance(chain, means[at] as number, 0));
  const within = (meanOf(spreads) * n) / (n - 1);
  const between = chains.length > 1 ? varianceOf(means) : 0;
  const variance = (within * (n - 1)) / n + between;
  if (!(variance > 0)) return 0;
  const correlation = (lag: number) => {
    const covariance = meanOf(
      chains.map((chain, at) => autocovariance(chain, means[at] as number, lag)),
    );
    return 1 - (within - (covariance * n) / (n - 1)) / variance;
  };
  let pairs = 0;
  let last = Number.POSITIVE_INFINITY;
  for (let lag = 0; lag + 1 < n; lag += 2) {
    const pair = lag === 0 ? 1 + correlation(1) : correlation(lag) + correlation(lag + 1);
    if (pair <= 0) break;
    last = Math.min(last, pair);
    pairs += last;
  }
  return total / Math.max(2 * pairs - 1, 1 / Math.log10(total));
}

function autocovariance(chain: ArrayLike<number>, mean: number, lag: number): number {
  let sum = 0;
  for (let t = lag; t < chain.length; t++)
    sum += ((chain[t] as number) - mean) * ((chain[t - lag] as number) - mean);
  return sum / chain.length;
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum / values.length;
}

function varianceOf(values: ArrayLike<number>): number {
  const mean = meanOf(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += ((values[i] as number) - mean) ** 2;
  return sum / (values.length - 1);
}
