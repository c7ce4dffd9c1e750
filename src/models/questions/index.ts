export {baseRates, choiceRule, chooseQuestions, thresholdOf} from "./choose-questions.ts";
export {fitLogistic, type LogisticFit} from "./fit-logistic.ts";
export {
  type AskedQuestion,
  isAboutVotes,
  type Question,
  type QuestionForm,
  type QuestionMeasure,
  type SettledQuestion,
} from "./question.ts";
export {type QuestionRun, questionMethod, rollForward} from "./roll-forward.ts";
export {
  type CalibrationBand,
  type ForecastScores,
  likelihoodTerm,
  type QuestionRecord,
  type ScoredMean,
  scoreQuestions,
} from "./score-questions.ts";
export {tellingQuestions} from "./telling-questions.ts";
export {type YearlyBook, type YearlySeries, yearlyBook} from "./yearly-series.ts";
