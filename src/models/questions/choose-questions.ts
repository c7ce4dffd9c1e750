import {quantile} from "../../math/index.ts";
import {nameOf, type Reference} from "../../world/index.ts";
import type {Question, QuestionForm, QuestionMeasure} from "./question.ts";
import type {YearlySeries} from "./yearly-series.ts";

/**
 * The rule by which questions are chosen, fixed before any was scored: every series between a watched state and a
 * member of a power, every year of which the five years before are known; "any act?" of events, "more than the median
 * of those five years?" of all. Left out: what came out one way nearly always (base rate below .05 or above .95).
 */
export const choiceRule = {id: "questions-all-pairs", version: 1} as const;
export const baseRates = {low: 0.05, high: 0.95} as const;
const before = 5;
/** Values known before a past question counts towards a base rate. */
const fewestBefore = 3;
/** Weight of all series of a kind in the base rate of one, in questions. */
const pooled = 2;

/** A question that may be asked, with the baselines' forecasts and the series behind it. */
export interface CandidateQuestion extends Question {
  readonly series: YearlySeries;
  readonly baseRate: number;
  readonly lastValue: number;
}

/** Value that the year must exceed, from the years before; null where too few of them are known. */
export function thresholdOf(
  {values}: YearlySeries,
  form: QuestionForm,
  year: number,
  fewest = before,
): number | null {
  const past: number[] = [];
  for (let back = 1; back <= before; back++) {
    const value = values.get(year - back);
    if (value !== undefined) past.push(value);
  }
  if (past.length < fewest) return null;
  return form === "any"
    ? 0
    : quantile(
        past.sort((a, b) => a - b),
        0.5,
      );
}

/** How one series answered its past questions of a form, and how often a value like the last was followed by yes. */
interface Past {
  yes: number;
  asked: number;
  readonly after: {readonly above: Tally; readonly notAbove: Tally};
}
interface Tally {
  yes: number;
  asked: number;
}

function pastOf(series: YearlySeries, form: QuestionForm, year: number): Past {
  const past: Past = {
    yes: 0,
    asked: 0,
    after: {above: {yes: 0, asked: 0}, notAbove: {yes: 0, asked: 0}},
  };
  for (const [then, value] of series.values) {
    if (then >= year) continue;
    const above = thresholdOf(series, form, then, form === "any" ? 1 : fewestBefore);
    if (above === null) continue;
    past.asked++;
    if (value > above) past.yes++;
    const last = series.values.get(then - 1);
    if (last === undefined) continue;
    const tally = last > above ? past.after.above : past.after.notAbove;
    tally.asked++;
    if (value > above) tally.yes++;
  }
  return past;
}

/** The questions of a year by the rule, from the years before alone. */
export function chooseQuestions(
  all: readonly YearlySeries[],
  year: number,
  reference: Reference,
): CandidateQuestion[] {
  const kinds = new Map<string, {series: YearlySeries; form: QuestionForm; past: Past}[]>();
  for (const series of all)
    for (const form of series.measure === "votes_alike"
      ? (["more"] as const)
      : (["any", "more"] as const)) {
      const kind = `${series.measure} ${form}`;
      const same = kinds.get(kind) ?? [];
      same.push({series, form, past: pastOf(series, form, year)});
      kinds.set(kind, same);
    }
  return [...kinds.values()].flatMap((same) => {
    const pool = rateOf(same.map(({past}) => past));
    const afterAbove = rateOf(same.map(({past}) => past.after.above));
    const afterNotAbove = rateOf(same.map(({past}) => past.after.notAbove));
    return same.flatMap(({series, form, past}) => {
      const above = thresholdOf(series, form, year);
      const last = series.values.get(year - 1);
      // More than a median of nothing is any: it is asked once.
      if (above === null || last === undefined || (form === "more" && above === 0)) return [];
      const baseRate = (past.yes + pooled * pool) / (past.asked + pooled);
      if (baseRate < baseRates.low || baseRate > baseRates.high) return [];
      const lastValue = last > above ? afterAbove : afterNotAbove;
      return [{...questionOf(series, form, year, above, reference), series, baseRate, lastValue}];
    });
  });
}

function rateOf(tallies: readonly Tally[]): number {
  const yes = tallies.reduce((sum, tally) => sum + tally.yes, 0);
  const asked = tallies.reduce((sum, tally) => sum + tally.asked, 0);
  return (yes + 1) / (asked + 2);
}

const acts: Readonly<Record<Exclude<QuestionMeasure, "votes_alike">, string>> = {
  verbal_cooperation: "acts of verbal co-operation",
  material_cooperation: "acts of material co-operation",
  verbal_conflict: "acts of verbal conflict",
  material_conflict: "acts of material conflict",
};

function questionOf(
  {source, target, measure}: YearlySeries,
  form: QuestionForm,
  year: number,
  above: number,
  reference: Reference,
): Question {
  const id = `${year} ${source}>${target} ${measure} ${form}`;
  const [one, other] = [nameOf(reference, source), nameOf(reference, target)];
  const shared = {id, source, target, measure, form, year, above};
  if (measure === "votes_alike")
    return {
      ...shared,
      text: `In ${year}, do ${one} and ${other} vote alike in the General Assembly on more than ${(100 * above).toFixed(1)} % of the resolutions on which both vote?`,
      settledBy: {
        dataset: "un-votes",
        where: [
          {column: "date", from: `${year}-01-01`, to: `${year}-12-31`},
          {column: "state", in: [source, target]},
        ],
        rule: `share of the year's recorded votes with the same choice among those on which both voted yes, no or abstain; yes above ${above}; void below 10 such votes or without a vote in December`,
      },
    };
  const what = acts[measure];
  return {
    ...shared,
    text:
      form === "any"
        ? `In ${year}, are any ${what} by ${one} towards ${other} reported?`
        : `In ${year}, are more than ${above} ${what} by ${one} towards ${other} reported (the median of the five years before)?`,
    settledBy: {
      dataset: "icews-pairs",
      where: [
        {column: "year", in: [year]},
        {column: "source", in: [source]},
        {column: "target", in: [target]},
      ],
      rule: `column ${measure}, 0 where there is no row; yes above ${above}; void where either state has no row in the year`,
    },
  };
}
