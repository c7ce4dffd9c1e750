import type {CountSeries} from "./change-points.ts";

export interface CountTrend {
  /** Change of the log rate from one period to the next. */
  readonly slope: number;
  /** Its standard error. */
  readonly error: number;
  /** Periods less the two numbers fitted. */
  readonly freedom: number;
}

/** Steps of Fisher scoring; from the weighted least squares start five are enough. */
const most = 100;

/**
 * Log-linear trend of a rate by quasi-Poisson regression with the exposure as offset (McCullagh & Nelder 1989, chapter
 * 6): counts may vary more than Poisson's law allows, and the error grows with Pearson's chi-square over its degrees
 * of freedom. Null where nothing was seen, or fewer than three periods: then there is no error to speak of.
 */
export function countTrend({counts, exposure}: CountSeries): CountTrend | null {
  const n = counts.length;
  let [seen, all] = [0, 0];
  for (let t = 0; t < n; t++) {
    seen += counts[t] as number;
    all += exposure[t] as number;
  }
  if (n < 3 || seen === 0) return null;
  const middle = (n - 1) / 2;
  let [level, slope] = [Math.log(seen / all), 0];
  let [w, wt, wtt] = [0, 0, 0];
  for (let go = 0; go < most; go++) {
    let [score, scoreT] = [0, 0];
    [w, wt, wtt] = [0, 0, 0];
    for (let t = 0; t < n; t++) {
      const x = t - middle;
      const mean = (exposure[t] as number) * Math.exp(level + slope * x);
      const off = (counts[t] as number) - mean;
      score += off;
      scoreT += off * x;
      w += mean;
      wt += mean * x;
      wtt += mean * x * x;
    }
    const det = w * wtt - wt * wt;
    const [dLevel, dSlope] = [(wtt * score - wt * scoreT) / det, (w * scoreT - wt * score) / det];
    // A step of more than a factor of e is cut, so that a lone count at one end does not run away.
    const cut = Math.min(1, 1 / Math.max(Math.abs(dLevel), Math.abs(dSlope)));
    level += cut * dLevel;
    slope += cut * dSlope;
    if (Math.abs(dLevel) + Math.abs(dSlope) < 1e-10) break;
  }
  let pearson = 0;
  for (let t = 0; t < n; t++) {
    const mean = (exposure[t] as number) * Math.exp(level + slope * (t - middle));
    pearson += ((counts[t] as number) - mean) ** 2 / mean;
  }
  const spread = Math.max(1, pearson / (n - 2));
  const error = Math.sqrt((spread * w) / (w * wtt - wt * wt));
  return Number.isFinite(slope) && Number.isFinite(error) ? {slope, error, freedom: n - 2} : null;
}
