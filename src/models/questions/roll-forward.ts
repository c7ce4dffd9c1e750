import type {Reference} from "../../world/index.ts";
import {type CandidateQuestion, chooseQuestions} from "./choose-questions.ts";
import {fitLogistic} from "./fit-logistic.ts";
import {type AskedQuestion, isAboutVotes, type SettledQuestion} from "./question.ts";
import {signalsOf} from "./question-signals.ts";
import type {YearlyBook} from "./yearly-series.ts";

/**
 * Ridge logistic regression over signals of the years before, fitted anew each year on the questions settled by then:
 * P(yes) = 1 / (1 + e^−(a + b · signals)). It carries the past on; it knows of no election, no war and no agenda.
 */
export const questionMethod = {id: "question-ridge", version: 1} as const;
const ridge = 5;
/** Questions that must have been settled before the regression speaks; until then the base rate does. */
const fewestSettled = 200;
/** Years that a series needs before its first question. */
const yearsBefore = 5;
/** ICD 203's bands end there: nothing is said to be surer. */
const surest = {low: 0.01, high: 0.99} as const;

export interface QuestionRun {
  readonly settled: readonly SettledQuestion[];
  /** Questions of the first year that the data do not tell in full. */
  readonly open: readonly AskedQuestion[];
}

/**
 * Goes through the years as they came: questions are chosen and answered from the years before, then settled by the
 * year itself. Events and votes are two families, each learned from by itself. What the publishers revised later is
 * not known: the years are used as they stand in the data now.
 */
export function rollForward(book: YearlyBook, reference: Reference): QuestionRun {
  const signals = signalsOf(book);
  const runs = (["events", "votes"] as const).map((family) => {
    const years = family === "events" ? book.eventYears : book.voteYears;
    const series = book.series.filter((one) => isAboutVotes(one) === (family === "votes"));
    const learned: {row: readonly number[]; outcome: boolean}[] = [];
    const settled: SettledQuestion[] = [];
    for (const year of years.slice(yearsBefore + 1)) {
      const questions = chooseQuestions(series, year, reference);
      const rows = questions.map(signals);
      const asked = ask(questions, rows, learned);
      questions.forEach((question, i) => {
        const value = question.series.values.get(year);
        const outcome = value === undefined ? null : value > question.above;
        settled.push({...(asked[i] as AskedQuestion), outcome, value: value ?? null});
        if (outcome !== null) learned.push({row: rows[i] as readonly number[], outcome});
      });
    }
    const next = (years.at(-1) ?? Number.NaN) + 1;
    const questions = Number.isNaN(next) ? [] : chooseQuestions(series, next, reference);
    return {settled, open: ask(questions, questions.map(signals), learned)};
  });
  return {
    settled: runs.flatMap(({settled}) => settled),
    open: runs.flatMap(({open}) => open),
  };
}

function ask(
  questions: readonly CandidateQuestion[],
  rows: readonly (readonly number[])[],
  learned: readonly {row: readonly number[]; outcome: boolean}[],
): AskedQuestion[] {
  const fit =
    learned.length < fewestSettled
      ? null
      : fitLogistic(
          learned.map(({row}) => row),
          learned.map(({outcome}) => outcome),
          ridge,
        );
  return questions.map((question, i) => {
    const {series, ...told} = question;
    const chance = fit?.chance(rows[i] as readonly number[]) ?? question.baseRate;
    return {
      ...told,
      probability: Math.min(surest.high, Math.max(surest.low, chance)),
      method: questionMethod,
      history: [...series.values]
        .filter(([year]) => year < question.year && year >= question.year - 8)
        .map(([year, value]) => ({year, value})),
    };
  });
}
