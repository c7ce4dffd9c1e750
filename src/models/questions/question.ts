import type {DatasetId, Method, RowCondition, StateCode} from "../../world/index.ts";

/** What is asked about: reported acts of one kind in a year (ICEWS), or the share of votes cast alike (UN). */
export const questionMeasures = [
  "verbal_cooperation",
  "material_cooperation",
  "verbal_conflict",
  "material_conflict",
  "votes_alike",
] as const;
export type QuestionMeasure = (typeof questionMeasures)[number];

/** Whether a question is about votes in the Assembly; else it is about reported acts. */
export function isAboutVotes({measure}: {readonly measure: QuestionMeasure}): boolean {
  return measure === "votes_alike";
}

/** "any": at least one act. "more": more than the median of the five years before. */
export type QuestionForm = "any" | "more";

/** Who, what, towards whom, by when; and how it is settled, fixed before it opens. */
export interface Question {
  readonly id: string;
  readonly text: string;
  readonly source: StateCode;
  readonly target: StateCode;
  readonly measure: QuestionMeasure;
  readonly form: QuestionForm;
  /** Opens on its first day, from what was known of the years before; is settled by its last. */
  readonly year: number;
  /** Yes when the year's value is above this; no otherwise; void when there is no value. */
  readonly above: number;
  readonly settledBy: {
    readonly dataset: DatasetId;
    readonly where: readonly RowCondition[];
    readonly rule: string;
  };
}

/** A question with what was said of it when it opened: shares of 1. */
export interface AskedQuestion extends Question {
  readonly probability: number;
  readonly method: Method;
  readonly baseRate: number;
  /** How often such a question came out yes after a last value like this one's (above the threshold, or not). */
  readonly lastValue: number;
  /** What was known of the question's value in the years before, oldest first. */
  readonly history: readonly {readonly year: number; readonly value: number | null}[];
}

export interface SettledQuestion extends AskedQuestion {
  /** `null`: void. */
  readonly outcome: boolean | null;
  readonly value: number | null;
}
