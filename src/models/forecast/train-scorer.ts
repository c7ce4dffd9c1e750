import {type StandardDraws, standardDraws} from "../../math/index.ts";
import {bestOf} from "./best-of.ts";
import {
  CandidateFeatures,
  candidateWidth,
  type Knowledge,
  questionWidth,
} from "./candidate-features.ts";
import {Candidates} from "./candidates.ts";
import {type DayQuestion, questionsOf} from "./day-questions.ts";
import {Scorer} from "./scorer.ts";
import {type SeenRelations, seenRelations} from "./seen-relations.ts";
import type {Stretch} from "./stretch.ts";
import type {TemporalGraph} from "./temporal-graph.ts";
import {walkDays} from "./walk-days.ts";

/** Candidates that a question is learned against: those of highest prior, and some drawn from all others near. */
const hard = 28;
const drawn = 12;
const answersAtMost = 64;
const rows = 2 * answersAtMost + hard + drawn;
/** Questions between two steps of the shared weights. */
const batch = 24;
const firstStep = 0.004;
const lastStep = 0.0003;

export interface Training extends Stretch {
  readonly epochs: number;
  readonly seed: number;
  readonly onEpoch?: (epoch: number, loss: number) => void;
}

/** Learns a scorer from the questions of a stretch of days, each asked of what was known before it. */
export function trainScorer(graph: TemporalGraph, training: Training): Scorer {
  const {epochs, seed, to, block} = training;
  const scorer = new Scorer(graph.relations, seed);
  const draws = standardDraws(seed + 1);
  const lesson = new Lesson(graph, scorer, draws);
  let done = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    // Later epochs begin their blocks on other days, so that each day is asked about from near and far.
    const from = Math.max(1, training.from - Math.floor((block * epoch) / epochs));
    walkDays(graph, {from, to, block}, seed, (known) => {
      lesson.turnTo(known);
      return (day) => {
        const progress = Math.min(1, done++ / ((to - training.from) * epochs));
        lesson.stepSize = firstStep + (lastStep - firstStep) * progress;
        for (const question of shuffled(questionsOf(day), draws)) lesson.learn(question, day.day);
      };
    });
    training.onEpoch?.(epoch, lesson.takeLoss());
  }
  return scorer;
}

/** Fisher and Yates. */
function shuffled<Item>(items: Item[], draws: StandardDraws): Item[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(draws.uniform() * (i + 1));
    [items[i], items[j]] = [items[j] as Item, items[i] as Item];
  }
  return items;
}

/** Puts questions to a scorer and corrects it, one after the other; holds the room that this takes. */
class Lesson {
  stepSize = firstStep;
  readonly #scorer: Scorer;
  readonly #draws: StandardDraws;
  readonly #features = new Float64Array(rows * candidateWidth);
  readonly #question = new Float64Array(questionWidth);
  readonly #objects = new Int32Array(rows);
  /** How many candidates each stands for: 1, or its share of those it was drawn from. */
  readonly #weights = new Float64Array(rows);
  readonly #scores = new Float64Array(rows);
  readonly #seen: readonly SeenRelations[];
  readonly #isAnswer: Uint8Array;
  #known: Knowledge | null = null;
  #candidates: Candidates | null = null;
  #describe: CandidateFeatures | null = null;
  #asked = 0;
  #loss = 0;
  #answered = 0;

  constructor(graph: TemporalGraph, scorer: Scorer, draws: StandardDraws) {
    this.#scorer = scorer;
    this.#draws = draws;
    this.#seen = Array.from({length: rows}, () => seenRelations(graph.relations));
    this.#isAnswer = new Uint8Array(graph.entities);
  }

  /** Begins anew with what is known before the first day of a walk. */
  turnTo(known: Knowledge): void {
    this.#asked = 0;
    this.#known = known;
    this.#candidates = new Candidates(known.history);
    this.#describe = new CandidateFeatures(known);
  }

  /** Mean loss of an answer since it was last asked for. */
  takeLoss(): number {
    const loss = this.#loss / this.#answered;
    this.#loss = 0;
    this.#answered = 0;
    return loss;
  }

  learn(question: DayQuestion, day: number): void {
    const [known, candidates, describe] = [this.#known, this.#candidates, this.#describe];
    if (known === null || candidates === null || describe === null)
      throw new Error("a lesson before anything is known");
    const {subject, relation, answers} = question;
    candidates.find(subject, relation, day, "near");
    let right = 0;
    // Nothing can be learned from an answer that nobody had heard of.
    for (const object of answers)
      if ((known.history.entities.total[object] as number) > 0 && right < answersAtMost)
        this.#objects[right++] = object;
    if (right === 0) return;
    const n = this.#choose(candidates, answers, right);
    describe.ask(subject, relation, day, this.#question);
    for (let i = 0; i < n; i++)
      describe.write(
        candidates,
        this.#objects[i] as number,
        this.#features,
        i * candidateWidth,
        this.#seen[i] as SeenRelations,
      );
    describe.standOut(this.#features, n);
    this.#correct(relation, right, n);
    if (++this.#asked < batch) return;
    this.#scorer.step(this.stepSize, this.#asked);
    this.#asked = 0;
  }

  /** Sets the wrong answers behind the right ones; how many stand there in all. */
  #choose(candidates: Candidates, answers: readonly number[], right: number): number {
    const {objects, prior, count} = candidates;
    for (const object of answers) this.#isAnswer[object] = 1;
    let n = right;
    const add = (object: number, weight: number) => {
      if (this.#isAnswer[object] === 1) return;
      this.#weights[n] = weight;
      this.#objects[n++] = object;
    };
    const best = bestOf(objects, count, prior, hard + Math.min(answersAtMost, answers.length));
    for (let i = 0; i < best; i++) add(objects[i] as number, 1);
    const rest = count - best;
    const take = Math.min(drawn, rest);
    for (let i = 0; i < take; i++) {
      const at = best + i + Math.floor(this.#draws.uniform() * (rest - i));
      const object = objects[at] as number;
      objects[at] = objects[best + i] as number;
      objects[best + i] = object;
      add(object, rest / take);
    }
    for (const object of answers) this.#isAnswer[object] = 0;
    return n;
  }

  /** Softmax of each right answer against all wrong ones: errors and loss. */
  #correct(relation: number, right: number, n: number): void {
    const scorer = this.#scorer;
    const scores = this.#scores;
    const seen = (i: number) => this.#seen[i] as SeenRelations;
    scorer.ask(relation, this.#question);
    let top = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < n; i++) {
      const score = scorer.score(relation, this.#features, i, seen(i));
      scores[i] = score;
      if (score > top) top = score;
    }
    let wrong = 0;
    for (let i = 0; i < n; i++) {
      const mass = Math.exp((scores[i] as number) - top);
      scores[i] = i < right ? mass : mass * (this.#weights[i] as number);
      if (i >= right) wrong += scores[i] as number;
    }
    let perWrong = 0;
    for (let i = 0; i < right; i++) {
      const all = (scores[i] as number) + wrong + Number.MIN_VALUE;
      const share = (scores[i] as number) / all;
      perWrong += 1 / all;
      this.#loss -= Math.log(Math.max(share, Number.MIN_VALUE));
      scorer.correct(relation, this.#features, i, seen(i), share - 1);
    }
    this.#answered += right;
    for (let i = right; i < n; i++)
      scorer.correct(relation, this.#features, i, seen(i), (scores[i] as number) * perWrong);
    scorer.close(relation, this.#question);
  }
}
