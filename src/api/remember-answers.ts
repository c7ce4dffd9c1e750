import {answerWatch, type Question} from "../pipeline/index.ts";
import type {Answer, Day} from "../world/index.ts";
import {rememberLast} from "./remember-last.ts";

/** Answers of the last few days asked for. */
export type AnswerOn = (asOf: Day) => Promise<Answer>;

/** A day and the ledger's revision: reading an article changes today's answers, so both say what is remembered. */
export async function answerKey(ledger: Question["ledger"], asOf: Day): Promise<string> {
  return `${asOf} ${await ledger.revision()}`;
}

/** Keeps the last eight answers of a watch; one memory may serve the page and a printed table alike. */
export function rememberAnswers(question: Omit<Question, "asOf">): AnswerOn {
  const answerOn = rememberLast(8, (asOf: Day) => answerWatch({...question, asOf}));
  return async (asOf) => answerOn(await answerKey(question.ledger, asOf), asOf);
}
