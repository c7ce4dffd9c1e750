import {
  choiceRule,
  isAboutVotes,
  type QuestionRecord,
  type QuestionRun,
  rollForward,
  scoreQuestions,
  yearlyBook,
} from "../models/index.ts";
import {type Gap, gap} from "../world/index.ts";
import type {Question} from "./answer-watch.ts";

/** What was asked of a watch's states and the powers, how it came out, and what is open. */
export interface WatchForecast extends QuestionRun {
  readonly choiceRule: typeof choiceRule;
  /** Of the settled questions on events, and of those on votes. */
  readonly events: QuestionRecord | Gap;
  readonly votes: QuestionRecord | Gap;
}

/** Asks the questions of every year from the years before, and scores those that have been settled. */
export async function forecastWatch({
  ledger,
  reference,
  watch,
  asOf,
}: Omit<Question, "version">): Promise<WatchForecast> {
  const book = await ledger.readFacts(watch, reference, asOf);
  const run = rollForward(yearlyBook(book, watch, reference), reference);
  const recordOf = (what: string, dataset: string, ofVotes: boolean): QuestionRecord | Gap => {
    const family = run.settled.filter((one) => isAboutVotes(one) === ofVotes);
    return family.some(({outcome}) => outcome !== null)
      ? scoreQuestions(family, reference.likelihood)
      : gap(
          `a record of questions on ${what}`,
          `dataset ${dataset} as known on ${asOf} holds too few years of these states and powers`,
          `dataset ${dataset}`,
        );
  };
  return {
    ...run,
    choiceRule,
    events: recordOf("reported acts", "icews-pairs", false),
    votes: recordOf("votes", "un-votes", true),
  };
}
