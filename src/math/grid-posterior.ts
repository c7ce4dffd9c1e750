/** A distribution over evenly spaced points, from log weights that need not be normalised. */
export interface GridPosterior {
  readonly mean: number;
  readonly variance: number;
  /** Point below which this share of the mass lies, interpolated within a step. */
  quantile(share: number): number;
}

/** Puts one variable's posterior on a grid. @throws Error when no point has any weight: that is a bug of ours. */
export function gridPosterior(
  points: ArrayLike<number>,
  logWeights: ArrayLike<number>,
): GridPosterior {
  let top = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < points.length; i++) top = Math.max(top, logWeights[i] as number);
  return massPosterior(
    points,
    Float64Array.from(logWeights, (log) => Math.exp(log - top)),
  );
}

/** The same from weights themselves, which need not add up to 1. @throws Error when they add up to nothing: a bug of ours. */
export function massPosterior(
  points: ArrayLike<number>,
  weights: ArrayLike<number>,
): GridPosterior {
  const n = points.length;
  let total = 0;
  for (let i = 0; i < n; i++) total += weights[i] as number;
  if (!(total > 0)) throw new Error("a posterior without mass");
  const below = new Float64Array(n + 1);
  let mean = 0;
  for (let i = 0; i < n; i++) {
    const mass = (weights[i] as number) / total;
    below[i + 1] = (below[i] as number) + mass;
    mean += mass * (points[i] as number);
  }
  let variance = 0;
  for (let i = 0; i < n; i++)
    variance += ((weights[i] as number) / total) * ((points[i] as number) - mean) ** 2;
  const step = n > 1 ? (points[1] as number) - (points[0] as number) : 0;
  return {
    mean,
    variance,
    quantile: (share) => {
      let low = 0;
      let high = n - 1;
      while (low < high) {
        const at = (low + high) >> 1;
        if ((below[at + 1] as number) < share) low = at + 1;
        else high = at;
      }
      const mass = (weights[low] as number) / total;
      const inside = mass === 0 ? 0.5 : (share - (below[low] as number)) / mass;
      return (points[low] as number) + step * (Math.min(1, Math.max(0, inside)) - 0.5);
    },
  };
}
