/**
 * Standard error of the median autocorrelation of independent series with so many values in all: 1/√n of one series
 * (Bartlett 1946), √(π/2) = 1.25 times as much for a median as for a mean. Below it, it is not told from none.
 */
function noiseOf(values: number): number {
  return Math.sqrt(Math.PI / 2 / values);
}

/** Median of the finite numbers; NaN for none. */
function median(values: readonly number[]): number {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const half = sorted.length / 2;
  return (
    ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2
  );
}

/** Autocorrelation at a lag, with what a short series takes from it put back (Kendall 1954): (n r + 1)/(n − 4) for a white start. */
function autocorrelation(values: readonly number[], lag: number): number {
  const n = values.length;
  const mean = values.reduce((sum, one) => sum + one, 0) / n;
  let [own, shifted] = [0, 0];
  for (let t = 0; t < n; t++) {
    own += ((values[t] as number) - mean) ** 2;
    if (t >= lag) shifted += ((values[t] as number) - mean) * ((values[t - lag] as number) - mean);
  }
  return own === 0 ? Number.NaN : (n * (shifted / own) + 1) / (n - 4);
}

/**
 * How many periods say as much as one that stood alone: 1 + 2 Σ r(k) over the first lags whose autocorrelation is above
 * what chance gives in so many series (after Geyer 1992, initial positive sequence), each r(k) the median over the series,
 * so that a change of level in a few of them is not taken for a habit of all. 1 where periods are independent; never below.
 * 1 for series of fewer than eight periods, which cannot tell.
 */
export function autocorrelationTime(series: readonly (readonly number[])[]): number {
  const long = series.filter(({length}) => length >= 8);
  const noise = noiseOf(long.reduce((sum, {length}) => sum + length, 0));
  const most = Math.max(0, ...long.map(({length}) => Math.floor(length / 4)));
  let time = 1;
  for (let lag = 1; lag <= most; lag++) {
    const r = median(long.map((values) => autocorrelation(values, lag)));
    if (!(r > noise)) break;
    time += 2 * r;
  }
  return time;
}
