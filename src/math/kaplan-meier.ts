/** How long something was watched, and whether what was waited for happened at the end of it, or had not by then. */
export interface Watched {
  readonly time: number;
  readonly happened: boolean;
}

/** The share still waiting just after a time at which something happened. */
export interface SurvivalStep {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly survival: number;
  /** Greenwood's standard error of `survival`. */
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
}

/** Two-sided intervals: the standard normal's 95th and 97.5th percentiles. */
const normalQuantiles = {0.9: 1.6448536269514722, 0.95: 1.959963984540054} as const;
export type Confidence = keyof typeof normalQuantiles;

/**
 * Product-limit estimate of the share for which something has not happened yet, where some were watched for less time
 * than others (Kaplan and Meier 1958, JASA 53:457). Those last seen at the time of an event were still at risk of it.
 * The standard error is Greenwood's (1926); the interval is taken on log(-log S), so that it stays within 0 and 1
 * (Kalbfleisch and Prentice 1980, sec. 1.3), and it is the point itself where S is 0.
 *
 * A step for each time at which something happened, in their order; none for no event.
 * @throws Error for a time that is negative or no number: a bug of ours.
 */
export function kaplanMeier(
  watched: readonly Watched[],
  confidence: Confidence = 0.9,
): readonly SurvivalStep[] {
  const wrong = watched.find(({time}) => !(time >= 0));
  if (wrong !== undefined) throw new Error(`nothing is watched for ${wrong.time}`);
  const sorted = [...watched].sort((a, b) => a.time - b.time);
  const z = normalQuantiles[confidence];
  const steps: SurvivalStep[] = [];
  let survival = 1;
  let greenwood = 0;
  for (let at = 0; at < sorted.length; ) {
    const time = (sorted[at] as Watched).time;
    const atRisk = sorted.length - at;
    let events = 0;
    for (; at < sorted.length && (sorted[at] as Watched).time === time; at += 1)
      if ((sorted[at] as Watched).happened) events += 1;
    if (events === 0) continue;
    survival *= (atRisk - events) / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    steps.push({time, atRisk, events, survival, ...errorOf(survival, greenwood, z)});
  }
  return steps;
}

/** At the last time all may be gone: Greenwood's sum is infinite there and its product with 0 is no number. */
function errorOf(survival: number, greenwood: number, z: number) {
  if (survival === 0) return {standardError: 0, low: 0, high: 0};
  const half = (z * Math.sqrt(greenwood)) / Math.abs(Math.log(survival));
  return {
    standardError: survival * Math.sqrt(greenwood),
    low: survival ** Math.exp(half),
    high: survival ** Math.exp(-half),
  };
}

/** The step in force at a time; `null` before the first event. */
export function survivalAt(steps: readonly SurvivalStep[], time: number): SurvivalStep | null {
  return steps.findLast((step) => step.time <= time) ?? null;
}

/**
 * The time by which half have ceased to wait, with the interval of Brookmeyer and Crowley (1982, Biometrics 38:29):
 * the times at which the bounds of the curve reach one half. `null` where the curve, or a bound, stays above.
 */
export function medianTime(steps: readonly SurvivalStep[]): {
  readonly median: number | null;
  readonly low: number | null;
  readonly high: number | null;
} {
  // A product of fractions misses one half by the last digit: 6/7 · 5/6 · 7/10 is it exactly.
  const half = 0.5 + 1e-12;
  const firstTime = (of: (step: SurvivalStep) => number) =>
    steps.find((step) => of(step) <= half)?.time ?? null;
  return {
    median: firstTime((step) => step.survival),
    low: firstTime((step) => step.low),
    high: firstTime((step) => step.high),
  };
}
