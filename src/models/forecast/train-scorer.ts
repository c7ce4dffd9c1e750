import {standardDraws} from "../../math/index.ts";
import {bestOf} from "./best-of.ts";
import {CandidateFeatures, candidateWidth, questionWidth} from "./candidate-features.ts";
import {Candidates} from "./candidates.ts";
import {type DayQuestion, questionsOf} from "./day-questions.ts";
import {Scorer} from "./scorer.ts";
import {seenRelations} from "./seen-relations.ts";
import type {Stretch} from "./stretch.ts";
import type {TemporalGraph} from "./temporal-graph.ts";
import {walkDays} from "./walk-days.ts";

/** Candidates that a question is learned against: those of highest prior, and some drawn from all others. */
const hard = 28;
const drawn = 12;
const answersAtMost = 64;
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
  const rows = answersAtMost + hard + drawn;
  const features = new Float64Array(rows * candidateWidth);
  const question = new Float64Array(questionWidth);
  const objects = new Int32Array(rows);
  const weight = new Float64Array(rows);
  const scores = new Float64Array(rows);
  const errors = new Float64Array(rows);
  const seen = Array.from({length: rows}, () => seenRelations(graph.relations));
  const days = to - training.from;
  for (let epoch = 0; epoch < epochs; epoch++) {
    // Later epochs begin their blocks on other days, so that each day is asked about from near and far.
    const from = Math.max(1, training.from - Math.floor((block * epoch) / epochs));
    let asked = 0;
    let loss = 0;
    let answered = 0;
    let done = 0;
    walkDays(graph, {from, to, block}, seed, (known) => {
      const candidates = new Candidates(known.history);
      const describe = new CandidateFeatures(known);
      const learn = ({subject, relation, answers}: DayQuestion, day: number) => {
        candidates.find(subject, relation, day);
        const right = Math.min(answers.length, answersAtMost);
        for (let a = 0; a < answers.length; a++) {
          const object = answers[a] as number;
          candidates.prior[object] = -1;
          if (a < right) objects[a] = object;
        }
        const best = bestOf(candidates.objects, candidates.count, candidates.prior, hard);
        let n = right;
        for (let i = 0; i < best; i++) {
          const object = candidates.objects[i] as number;
          if ((candidates.prior[object] as number) < 0) continue;
          weight[n] = 1;
          objects[n++] = object;
        }
        const rest = candidates.count - best;
        const take = Math.min(drawn, rest);
        for (let i = 0; i < take; i++) {
          const at = best + i + Math.floor(draws.uniform() * (rest - i));
          const object = candidates.objects[at] as number;
          candidates.objects[at] = candidates.objects[best + i] as number;
          candidates.objects[best + i] = object;
          if ((candidates.prior[object] as number) < 0) continue;
          weight[n] = rest / take;
          objects[n++] = object;
        }
        // Answers that were no candidates were given a prior above: they are forgotten with it.
        for (const object of answers) candidates.prior[object] = 0;

        describe.ask(subject, relation, day, question);
        scorer.ask(relation, question);
        let top = Number.NEGATIVE_INFINITY;
        for (let i = 0; i < n; i++) {
          const saw = seen[i] as (typeof seen)[number];
          describe.write(candidates, objects[i] as number, features, i * candidateWidth, saw);
          const score = scorer.score(relation, features, i, saw);
          scores[i] = score;
          if (score > top) top = score;
        }
        let others = 0;
        for (let i = 0; i < n; i++) {
          scores[i] =
            Math.exp((scores[i] as number) - top) * (i < right ? 1 : (weight[i] as number));
          if (i >= right) others += scores[i] as number;
        }
        let perOther = 0;
        for (let a = 0; a < right; a++) {
          const own = scores[a] as number;
          const all = own + others + 1e-300;
          errors[a] = own / all - 1;
          perOther += 1 / all;
          loss -= Math.log(own / all + 1e-300);
        }
        answered += right;
        for (let i = right; i < n; i++) errors[i] = (scores[i] as number) * perOther;
        for (let i = 0; i < n; i++)
          scorer.correct(
            relation,
            features,
            i,
            seen[i] as (typeof seen)[number],
            errors[i] as number,
          );
        scorer.close(relation, question);
        if (++asked === batch) {
          const progress = Math.min(1, (epoch + done / days) / epochs);
          scorer.step(firstStep + (lastStep - firstStep) * progress, asked);
          asked = 0;
        }
      };
      return (day) => {
        const questions = questionsOf(day);
        for (let i = questions.length - 1; i > 0; i--) {
          const j = Math.floor(draws.uniform() * (i + 1));
          [questions[i], questions[j]] = [questions[j] as DayQuestion, questions[i] as DayQuestion];
        }
        for (const one of questions) learn(one, day.day);
        done++;
      };
    });
    training.onEpoch?.(epoch, loss / answered);
  }
  return scorer;
}
