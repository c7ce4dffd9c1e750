import type {CandidateQuestion} from "./choose-questions.ts";
import {questionMeasures} from "./question.ts";
import type {YearlyBook, YearlySeries} from "./yearly-series.ts";

/** Share of the weight of each earlier year in a fading mean. */
const fade = 0.5;

/** What of the years before may tell how a question comes out: a row of regressors, all of the size of 1. */
type Signals = (question: CandidateQuestion) => readonly number[];

/** Reads signals from the years before a question's own; nothing of the year itself or later is looked at. */
export function signalsOf(book: YearlyBook): Signals {
  const key = (source: string, target: string, measure: string) => `${source} ${target} ${measure}`;
  const series = new Map(book.series.map((one) => [key(one.source, one.target, one.measure), one]));
  const world = new Map([...book.worldByYear].map(([year, count]) => [year, Math.log(count)]));
  return ({series: own, year, above, form, baseRate, lastValue}) => {
    const scale = scaleOf(own);
    const threshold = scale(above);
    const last = scale(own.values.get(year - 1) ?? above) - threshold;
    const before = scale(own.values.get(year - 2) ?? above) - threshold;
    const back = series.get(key(own.target, own.source, own.measure));
    const siblings = questionMeasures.flatMap(
      (measure) => series.get(key(own.source, own.target, measure)) ?? [],
    );
    return [
      logOdds(baseRate),
      logOdds(lastValue),
      last,
      fadingMean(own, year) - threshold,
      last - before,
      back === undefined ? 0 : rise(back, year),
      siblings.length === 0
        ? 0
        : siblings.reduce((sum, one) => sum + rise(one, year), 0) / siblings.length,
      own.measure === "votes_alike" ? 0 : risen(world, year),
      form === "any" ? 1 : 0,
      form === "any" ? 0 : threshold / 4,
    ];
  };
}

/** Counts by their logarithm, shares by their log-odds. */
function scaleOf({measure}: YearlySeries): (value: number) => number {
  return measure === "votes_alike"
    ? (share) => 2 * logOdds(Math.min(0.99, Math.max(0.01, share)))
    : (count) => Math.log1p(count);
}

function logOdds(share: number): number {
  return Math.log(share / (1 - share));
}

function fadingMean(series: YearlySeries, year: number): number {
  const scale = scaleOf(series);
  let sum = 0;
  let weights = 0;
  for (let back = 1; back <= 8; back++) {
    const value = series.values.get(year - back);
    if (value === undefined) continue;
    const weight = fade ** (back - 1);
    sum += weight * scale(value);
    weights += weight;
  }
  return weights === 0 ? 0 : sum / weights;
}

/** How far the last year stands above the fading mean up to the year before it. */
function rise(series: YearlySeries, year: number): number {
  const last = series.values.get(year - 1);
  return last === undefined ? 0 : scaleOf(series)(last) - fadingMean(series, year - 1);
}

function risen(byYear: ReadonlyMap<number, number>, year: number): number {
  const last = byYear.get(year - 1);
  const before = byYear.get(year - 2);
  return last === undefined || before === undefined ? 0 : 4 * (last - before);
}
