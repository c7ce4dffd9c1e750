import {quantile, seedOf, standardDraws, wilsonInterval} from "../../math/index.ts";
import type {SettledQuestion} from "./question.ts";

/** A mean with its 90 % interval. */
export interface ScoredMean {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface ForecastScores {
  /** Mean squared error of the probability (Brier 1950): 0 is perfect, .25 is a coin. */
  readonly brier: ScoredMean;
  /** Mean −ln of the probability given to what happened (Good 1952): 0 is perfect, .693 is a coin. */
  readonly logScore: ScoredMean;
}

/** A band of probabilities, and how often what was given one of them happened. */
export interface CalibrationBand {
  readonly term: string;
  readonly low: number;
  readonly high: number;
  readonly questions: number;
  readonly meanProbability: number;
  readonly happened: number;
  readonly interval: {readonly low: number; readonly high: number};
}

export interface QuestionRecord {
  readonly questions: number;
  readonly voids: number;
  readonly voidShare: number;
  readonly pairs: number;
  readonly ours: ForecastScores;
  readonly baseRate: ForecastScores;
  readonly lastValue: ForecastScores;
  /** Brier of the base rate less ours, by question of the same pairs: above 0 we did better. */
  readonly gainOnBaseRate: ScoredMean;
  readonly gainOnLastValue: ScoredMean;
  /** The first of these with whole years drawn instead of pairs: what a year does to all pairs is in its interval. */
  readonly gainOnBaseRateByYear: ScoredMean;
  /** Brier if every void had come out as we said, or against it. */
  readonly brierWithVoids: {readonly best: number; readonly worst: number};
  /** Questions on which our probability was nearer to what happened than the base rate, further, or as near. */
  readonly wins: number;
  readonly losses: number;
  readonly even: number;
  readonly calibration: readonly CalibrationBand[];
}

interface Term {
  readonly term: string;
  readonly low: number;
  readonly high: number;
}

const draws = 1000;
const confidence = 0.9;
/** Nearer than this to the base rate is even. */
const asNear = 0.005;

/**
 * The record of settled questions. Intervals are by bootstrap over pairs of states (both directions and all years of a
 * pair are one block), since what goes right or wrong for a pair goes so again.
 *
 * @throws Error where no question was settled: there is no record then.
 */
export function scoreQuestions(
  questions: readonly SettledQuestion[],
  likelihood: readonly Term[],
): QuestionRecord {
  const settled = questions.flatMap((question) =>
    question.outcome === null ? [] : [{...question, happened: question.outcome ? 1 : 0}],
  );
  if (settled.length === 0) throw new Error("no question was settled");
  const blocks = settled.map(({source, target}) => [source, target].sort().join(" "));
  const mean = (values: readonly number[]) => blockMean(values, blocks);
  const brier = (said: (q: SettledQuestion) => number) =>
    settled.map((q) => (said(q) - q.happened) ** 2);
  const scores = (said: (q: SettledQuestion) => number): ForecastScores => ({
    brier: mean(brier(said)),
    logScore: mean(settled.map((q) => -Math.log(q.happened === 1 ? said(q) : 1 - said(q)))),
  });
  const ours = brier(({probability}) => probability);
  const base = brier(({baseRate}) => baseRate);
  const last = brier(({lastValue}) => lastValue);
  const gain = base.map((value, i) => value - (ours[i] as number));
  const voids = questions
    .filter(({outcome}) => outcome === null)
    .map(({probability}) => probability);
  const sum = ours.reduce((a, b) => a + b, 0);
  const withVoids = (error: (p: number) => number) =>
    voids.reduce((total, p) => total + error(p), sum) / questions.length;
  const nearer = settled.map(
    ({probability, baseRate, happened}) =>
      Math.abs(baseRate - happened) - Math.abs(probability - happened),
  );
  return {
    questions: questions.length,
    voids: voids.length,
    voidShare: voids.length / questions.length,
    pairs: new Set(blocks).size,
    ours: scores(({probability}) => probability),
    baseRate: scores(({baseRate}) => baseRate),
    lastValue: scores(({lastValue}) => lastValue),
    gainOnBaseRate: mean(gain),
    gainOnLastValue: mean(last.map((value, i) => value - (ours[i] as number))),
    gainOnBaseRateByYear: blockMean(
      gain,
      settled.map(({year}) => String(year)),
    ),
    brierWithVoids: {
      best: withVoids((p) => Math.min(p, 1 - p) ** 2),
      worst: withVoids((p) => Math.max(p, 1 - p) ** 2),
    },
    wins: nearer.filter((gain) => gain > asNear).length,
    losses: nearer.filter((gain) => gain < -asNear).length,
    even: nearer.filter((gain) => Math.abs(gain) <= asNear).length,
    calibration: likelihood.map((term) => calibrationOf(term, settled, likelihood)),
  };
}

/** ICD 203's word for a probability. Bands meet at their ends: an end belongs to the band nearer to even. */
export function likelihoodTerm(probability: number, likelihood: readonly Term[]): string {
  const near = [...likelihood].sort(
    (a, b) => Math.abs((a.low + a.high) / 2 - 0.5) - Math.abs((b.low + b.high) / 2 - 0.5),
  );
  const found = near.find(({low, high}) => probability >= low && probability <= high);
  return (found ?? near.at(-1))?.term ?? "";
}

function calibrationOf(
  {term, low, high}: Term,
  settled: readonly (SettledQuestion & {readonly happened: number})[],
  likelihood: readonly Term[],
): CalibrationBand {
  const within = settled.filter(
    ({probability}) => likelihoodTerm(probability, likelihood) === term,
  );
  const n = within.length;
  const hits = within.reduce((sum, {happened}) => sum + happened, 0);
  return {
    term,
    low,
    high,
    questions: n,
    meanProbability:
      n === 0 ? (low + high) / 2 : within.reduce((s, {probability}) => s + probability, 0) / n,
    happened: n === 0 ? 0 : hits / n,
    interval: n === 0 ? {low: 0, high: 1} : wilsonInterval(hits, n),
  };
}

/** Mean of values with the interval that drawing whole blocks with replacement gives; the same values, the same draws. */
function blockMean(values: readonly number[], blocks: readonly string[]): ScoredMean {
  const sums = new Map<string, {sum: number; count: number}>();
  values.forEach((value, i) => {
    const block = sums.get(blocks[i] ?? "") ?? {sum: 0, count: 0};
    block.sum += value;
    block.count++;
    sums.set(blocks[i] ?? "", block);
  });
  const all = [...sums.values()];
  const random = standardDraws(seedOf("question blocks", all.length));
  const drawn = Float64Array.from({length: draws}, () => {
    let sum = 0;
    let count = 0;
    for (let i = 0; i < all.length; i++) {
      const block = all[Math.floor(random.uniform() * all.length)];
      sum += block?.sum ?? 0;
      count += block?.count ?? 0;
    }
    return sum / count;
  }).sort();
  const tail = (1 - confidence) / 2;
  return {
    value: values.reduce((a, b) => a + b, 0) / values.length,
    low: quantile(drawn, tail),
    high: quantile(drawn, 1 - tail),
  };
}
