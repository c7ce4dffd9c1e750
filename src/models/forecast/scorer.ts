import {standardDraws} from "../../math/index.ts";
import {candidateWidth, questionWidth} from "./candidate-features.ts";
import type {SeenRelations} from "./seen-relations.ts";

const hidden = 32;

/** Where each group of weights stands among those that all relations share. */
const inputs = 0;
const questions = inputs + candidateWidth * hidden;
const offsets = questions + questionWidth * hidden;
const outputs = offsets + hidden;
const direct = outputs + hidden;
const shared = direct + candidateWidth;

/** Candidates of which the error is smaller teach nothing worth the time. */
const leastError = 5e-4;

/**
 * Scores the candidates of a question (subject, relation r, ?). With x the features of a candidate, q those of the
 * question, and f_r', l_r' the weight of each relation r' seen on its pair, fading within 3 and within 30 days:
 *
 *     score = v · max(0, W x + Q q + b + b_r) + (u + u_r) · x + Σ_r' (F_rr' f_r' + L_rr' l_r')
 *
 * Learned by softmax against other candidates: weights that all relations share with Adam (Kingma & Ba 2015), those of
 * relations and pairs of relations with Adagrad (Duchi, Hazan & Singer 2011). Everything it knows comes from who did
 * what to whom and when: it reads no names, does not know why, and gives no chance that anything happens at all, only
 * who is likelier at the other end of what does.
 */
export class Scorer {
  readonly #relations: number;
  readonly #weights: Float64Array;
  readonly #slope: Float64Array;
  readonly #mean: Float64Array;
  readonly #square: Float64Array;
  readonly #offsets: Sparse;
  readonly #direct: Sparse;
  readonly #fresh: Sparse;
  readonly #lasting: Sparse;
  readonly #base = new Float64Array(hidden);
  readonly #backBase = new Float64Array(hidden);
  readonly #directHere = new Float64Array(candidateWidth);
  readonly #back = new Float64Array(hidden);
  readonly #backDirect = new Float64Array(candidateWidth);
  /** What each candidate's hidden units held when it was scored, row by row. */
  #active = new Float64Array(hidden);
  #steps = 0;

  constructor(relations: number, seed: number) {
    const draws = standardDraws(seed);
    this.#relations = relations;
    this.#weights = new Float64Array(shared);
    for (let i = inputs; i < questions; i++)
      this.#weights[i] = draws.normal() * Math.sqrt(1 / candidateWidth);
    for (let i = questions; i < offsets; i++)
      this.#weights[i] = draws.normal() * Math.sqrt(1 / questionWidth);
    for (let i = outputs; i < direct; i++)
      this.#weights[i] = draws.normal() * Math.sqrt(1 / hidden);
    this.#slope = new Float64Array(shared);
    this.#mean = new Float64Array(shared);
    this.#square = new Float64Array(shared);
    this.#offsets = new Sparse(relations * hidden, 0.03, 1e-4);
    this.#direct = new Sparse(relations * candidateWidth, 0.03, 1e-4);
    this.#fresh = new Sparse(relations * relations, 0.05, 1e-4);
    this.#lasting = new Sparse(relations * relations, 0.05, 1e-4);
  }

  /** Turns to a question; `question` holds its own numbers. */
  ask(relation: number, question: Float64Array): void {
    const weights = this.#weights;
    for (let h = 0; h < hidden; h++)
      this.#base[h] =
        (weights[offsets + h] as number) + (this.#offsets.values[relation * hidden + h] as number);
    for (let q = 0; q < questionWidth; q++) {
      const value = question[q] as number;
      for (let h = 0, at = questions + q * hidden; h < hidden; h++, at++)
        this.#base[h] = (this.#base[h] as number) + value * (weights[at] as number);
    }
    for (let f = 0; f < candidateWidth; f++)
      this.#directHere[f] =
        (weights[direct + f] as number) +
        (this.#direct.values[relation * candidateWidth + f] as number);
    this.#backBase.fill(0);
    this.#backDirect.fill(0);
  }

  /** Scores the candidate whose features stand in a row. */
  score(relation: number, features: Float64Array, row: number, seen: SeenRelations): number {
    let score = this.#forward(features, row);
    const rules = relation * this.#relations;
    const fresh = this.#fresh.values;
    const lasting = this.#lasting.values;
    for (let n = 0; n < seen.count; n++) {
      const rule = rules + (seen.relation[n] as number);
      score +=
        (fresh[rule] as number) * (seen.fresh[n] as number) +
        (lasting[rule] as number) * (seen.lasting[n] as number);
    }
    return score;
  }

  #forward(features: Float64Array, row: number): number {
    if (this.#active.length < (row + 1) * hidden) {
      const longer = new Float64Array(2 * (row + 1) * hidden);
      longer.set(this.#active);
      this.#active = longer;
    }
    const weights = this.#weights;
    const active = this.#active;
    const here = this.#directHere;
    const at = row * candidateWidth;
    const first = row * hidden;
    for (let h = 0; h < hidden; h++) active[first + h] = this.#base[h] as number;
    let score = 0;
    for (let f = 0; f < candidateWidth; f++) {
      const value = features[at + f] as number;
      if (value === 0) continue;
      score += value * (here[f] as number);
      // Four at a time: a quarter of the loop's own cost, and this is where the time goes.
      for (let a = first, w = inputs + f * hidden; a < first + hidden; a += 4, w += 4) {
        active[a] = (active[a] as number) + value * (weights[w] as number);
        active[a + 1] = (active[a + 1] as number) + value * (weights[w + 1] as number);
        active[a + 2] = (active[a + 2] as number) + value * (weights[w + 2] as number);
        active[a + 3] = (active[a + 3] as number) + value * (weights[w + 3] as number);
      }
    }
    for (let h = 0; h < hidden; h++) {
      const value = active[first + h] as number;
      if (value > 0) score += value * (weights[outputs + h] as number);
    }
    return score;
  }

  /** Learns from the candidate scored in a row: `error` is how much too high its score was. */
  correct(
    relation: number,
    features: Float64Array,
    row: number,
    seen: SeenRelations,
    error: number,
  ): void {
    if (error < leastError && error > -leastError) return;
    const weights = this.#weights;
    const slope = this.#slope;
    const active = this.#active;
    const back = this.#back;
    for (let h = 0; h < hidden; h++) {
      const value = active[row * hidden + h] as number;
      if (value > 0) {
        slope[outputs + h] = (slope[outputs + h] as number) + error * value;
        back[h] = error * (weights[outputs + h] as number);
        this.#backBase[h] = (this.#backBase[h] as number) + (back[h] as number);
      } else back[h] = 0;
    }
    for (let f = 0; f < candidateWidth; f++) {
      const value = features[row * candidateWidth + f] as number;
      if (value === 0) continue;
      this.#backDirect[f] = (this.#backDirect[f] as number) + error * value;
      for (let h = 0, w = inputs + f * hidden; h < hidden; h++, w++)
        slope[w] = (slope[w] as number) + value * (back[h] as number);
    }
    const rules = relation * this.#relations;
    for (let n = 0; n < seen.count; n++) {
      const rule = rules + (seen.relation[n] as number);
      this.#fresh.step(rule, error * (seen.fresh[n] as number));
      this.#lasting.step(rule, error * (seen.lasting[n] as number));
    }
  }

  /** Ends a question that was learned from. */
  close(relation: number, question: Float64Array): void {
    const slope = this.#slope;
    for (let h = 0; h < hidden; h++) {
      const back = this.#backBase[h] as number;
      slope[offsets + h] = (slope[offsets + h] as number) + back;
      this.#offsets.step(relation * hidden + h, back);
      for (let q = 0; q < questionWidth; q++) {
        const at = questions + q * hidden + h;
        slope[at] = (slope[at] as number) + back * (question[q] as number);
      }
    }
    for (let f = 0; f < candidateWidth; f++) {
      const back = this.#backDirect[f] as number;
      slope[direct + f] = (slope[direct + f] as number) + back;
      this.#direct.step(relation * candidateWidth + f, back);
    }
  }

  /** Moves the shared weights by what was learned since the last step from `questions` questions. */
  step(stepSize: number, asked: number): void {
    this.#steps++;
    const bias1 = 1 - 0.9 ** this.#steps;
    const bias2 = 1 - 0.999 ** this.#steps;
    for (let i = 0; i < shared; i++) {
      const slope = (this.#slope[i] as number) / asked + 1e-5 * (this.#weights[i] as number);
      this.#slope[i] = 0;
      const mean = 0.9 * (this.#mean[i] as number) + 0.1 * slope;
      const square = 0.999 * (this.#square[i] as number) + 0.001 * slope * slope;
      this.#mean[i] = mean;
      this.#square[i] = square;
      this.#weights[i] =
        (this.#weights[i] as number) -
        (stepSize * (mean / bias1)) / (Math.sqrt(square / bias2) + 1e-8);
    }
  }
}

/** Weights of which each question moves a few. */
class Sparse {
  readonly values: Float32Array;
  readonly #seen: Float32Array;
  readonly #stepSize: number;
  readonly #shrink: number;

  constructor(size: number, stepSize: number, shrink: number) {
    this.values = new Float32Array(size);
    this.#seen = new Float32Array(size).fill(1);
    this.#stepSize = stepSize;
    this.#shrink = shrink;
  }

  step(at: number, error: number): void {
    if (error === 0) return;
    const slope = error + this.#shrink * (this.values[at] as number);
    const seen = (this.#seen[at] as number) + slope * slope;
    this.#seen[at] = seen;
    this.values[at] = (this.values[at] as number) - (this.#stepSize * slope) / Math.sqrt(seen);
  }
}
