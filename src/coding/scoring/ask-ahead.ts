import {type Sentence, stretchOf} from "../sentence.ts";
import type {ModelAnswer, OutsideScorer, ScorerQuestion} from "./outside-scorer.ts";
import {type Platt, plattOf} from "./platt.ts";
import {type Score, type ScoredType, type Scorer, scoredTypes} from "./scorer.ts";
import type {Spans} from "./type-features.ts";

/** Where the outside model and the linear one hold different types for likeliest. */
export interface Disagreement {
  readonly question: ScorerQuestion;
  readonly linear: Told;
  readonly outside: Told & {readonly quote: string | null};
}

interface Told {
  readonly type: ScoredType;
  readonly probability: number;
}

/** How asking went. Questions without a sound answer are judged by the linear scorer. */
export interface ScorerReport {
  readonly id: string;
  readonly asked: number;
  /** Answers that had not the form asked for. */
  readonly malformed: number;
  /** Answers whose quoted words do not stand in the sentence. */
  readonly misquoted: number;
  readonly disagreements: readonly Disagreement[];
}

/** Questions that are under way at the same time. */
const together = 4;

/**
 * Codes with an outside model, which takes its time to answer, behind the same `Scorer`: coding runs once to learn what will
 * be asked, the model answers it all, and coding runs again with the answers at hand.
 *
 * @param calibration fitted on answers of this very model; without it the model's own probability stands as it is.
 */
export async function askAhead<Result>(
  code: (scorer: Scorer) => Result,
  linear: Scorer,
  outside: OutsideScorer,
  calibration: Platt | null,
): Promise<{readonly result: Result; readonly report: ScorerReport}> {
  const asked = new Map<string, Asked>();
  code({
    ...linear,
    score: (sentence, readings) => {
      const scores = linear.score(sentence, readings);
      readings.forEach(({spans}, i) => {
        const question = questionOf(sentence.masked.sentence, spans);
        asked.set(keyOf(question), {question, linear: likeliest(scores[i] as Score)});
      });
      return scores;
    },
  });
  const {sound, ...counts} = await answersTo(asked, outside);
  const result = code({
    id: outside.id,
    version: linear.version,
    score: (sentence, readings) =>
      linear.score(sentence, readings).map((own, i) => {
        const {spans} = readings[i] as (typeof readings)[number];
        const answer = sound.get(keyOf(questionOf(sentence.masked.sentence, spans)));
        return answer === undefined ? own : scoreOf(answer, own, outside.id, calibration);
      }),
  });
  const disagreements = [...sound].flatMap(([key, answer]) => {
    const {question, linear: own} = asked.get(key) as Asked;
    const told = likeliest(answer);
    return told.type === own.type
      ? []
      : [{question, linear: own, outside: {...told, quote: answer.quote}}];
  });
  return {result, report: {id: outside.id, asked: asked.size, ...counts, disagreements}};
}

interface Asked {
  readonly question: ScorerQuestion;
  readonly linear: Told;
}

function questionOf(sentence: Sentence, {source, target, event}: Spans): ScorerQuestion {
  const at = (part: Spans["event"]) => (part === null ? null : stretchOf(sentence, part));
  return {text: sentence.text, source: at(source), target: at(target), event: at(event)};
}

const keyOf = ({text, source, target, event}: ScorerQuestion) =>
  JSON.stringify([text, source, target, event]);

async function answersTo(asked: ReadonlyMap<string, Asked>, {answer}: OutsideScorer) {
  const sound = new Map<string, ModelAnswer>();
  let malformed = 0;
  let misquoted = 0;
  const waiting = asked.entries();
  const askOn = async () => {
    // Each takes the next question that nobody took.
    for (const [key, {question}] of waiting) {
      const given = await answer(question);
      if (given === null || !isShare(given)) malformed++;
      else if (given.quote !== null && !question.text.includes(given.quote)) misquoted++;
      else sound.set(key, given);
    }
  };
  await Promise.all(Array.from({length: together}, askOn));
  return {sound, malformed, misquoted};
}

/** Room for what rounding adds to probabilities that sum to 1. */
const rounding = 1e-3;

const isShare = ({probabilities}: ModelAnswer) => {
  const all = Object.values(probabilities);
  return all.every((one) => one >= 0) && all.reduce((sum, one) => sum + one, 0) <= 1 + rounding;
};

/** A model's answer as a score. What it leaves of the whole is shared out among the other types as the linear scorer has them. */
function scoreOf(
  {probabilities: given, quote}: ModelAnswer,
  own: Score,
  id: string,
  calibration: Platt | null,
): Score {
  const told = scoredTypes.reduce((sum, type) => sum + (given[type] ?? 0), 0);
  const others = scoredTypes.filter((type) => given[type] === undefined);
  const ofOthers = others.reduce((sum, type) => sum + own.probabilities[type], 0);
  const left = Math.max(0, 1 - told);
  const share = (type: ScoredType) =>
    given[type] ?? (ofOthers === 0 ? 0 : (left * own.probabilities[type]) / ofOthers);
  const probabilities = Object.fromEntries(
    scoredTypes.map((type) => [type, share(type)]),
  ) as Score["probabilities"];
  return {
    probabilities,
    confidenceOf: (type) =>
      calibration === null ? probabilities[type] : plattOf(calibration, probabilities[type]),
    why: (type) => [
      `${id} holds ${type} ${Math.round(100 * probabilities[type])} % likely${quote === null ? "" : ` by “${quote}”`}${calibration === null ? ", which is not calibrated" : ""}`,
    ],
  };
}

function likeliest({probabilities}: Pick<ModelAnswer, "probabilities">): Told {
  const of = (type: ScoredType) => probabilities[type] ?? 0;
  const type = scoredTypes.reduce<ScoredType>(
    (most, one) => (of(one) > of(most) ? one : most),
    "NONE",
  );
  return {type, probability: of(type)};
}
