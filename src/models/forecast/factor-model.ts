import {type StandardDraws, standardDraws} from "../../math/index.ts";

/** Numbers that describe an entity in each of its two roles, and a relation. */
export const factorWidth = 32;
/** Objects that a fact is held against when it is learned. */
const contrasts = 32;
/** Facts of the past that are learned again with each fact of today. */
const repeats = 2;
const stepSize = 0.12;
const shrink = 2e-4;
/** Objects of which the error is smaller are left alone. */
const leastError = 1e-3;

/**
 * Canonical factors of a graph with inverse relations told apart (CP with reciprocals: Lacroix, Usunier & Obozinski
 * 2018, ICML), learned as days go by: each new fact, and some old ones, against objects drawn from the past, by
 * sampled softmax and Adagrad. It sees likeness: who does what others of their kind do.
 */
export class FactorModel {
  readonly #subjects: Float32Array;
  readonly #objects: Float32Array;
  readonly #relations: Float32Array;
  readonly #steps: {
    readonly subjectSteps: Float32Array;
    readonly objectSteps: Float32Array;
    readonly relationSteps: Float32Array;
  };
  readonly #draws: StandardDraws;
  #past: Int32Array;
  #known = 0;
  readonly #query = new Float64Array(factorWidth);
  readonly #gradient = new Float64Array(factorWidth);
  readonly #bySubject = new Float64Array(factorWidth);
  readonly #byRelation = new Float64Array(factorWidth);
  readonly #chosen = new Int32Array(contrasts + 1);
  readonly #scores = new Float64Array(contrasts + 1);

  constructor(entities: number, relations: number, facts: number, seed: number) {
    const draws = standardDraws(seed);
    const start = (n: number, around: number) =>
      Float32Array.from({length: n * factorWidth}, () => around + 0.3 * draws.normal());
    this.#subjects = start(entities, 0);
    this.#objects = start(entities, 0);
    this.#relations = start(relations, 0.5);
    this.#steps = {
      subjectSteps: new Float32Array(entities).fill(1e-2),
      objectSteps: new Float32Array(entities).fill(1e-2),
      relationSteps: new Float32Array(relations).fill(1e-2),
    };
    this.#past = new Int32Array(facts * 3);
    this.#draws = draws;
  }

  add(facts: Int32Array): void {
    this.#past.set(facts, this.#known * 3);
    this.#known += facts.length / 3;
    const today = facts.length / 3;
    for (let i = 0; i < today; i++) this.#learn(this.#known - today + i);
    for (let i = 0; i < today * repeats; i++)
      this.#learn(Math.floor(this.#draws.uniform() * this.#known));
  }

  /** What a question asks for: the scores of its objects are products with it. */
  ask(subject: number, relation: number, into: Float64Array): void {
    for (let d = 0; d < factorWidth; d++)
      into[d] =
        (this.#subjects[subject * factorWidth + d] as number) *
        (this.#relations[relation * factorWidth + d] as number);
  }

  score(asked: Float64Array, object: number): number {
    let sum = 0;
    for (let d = 0, at = object * factorWidth; d < factorWidth; d++, at++)
      sum += (asked[d] as number) * (this.#objects[at] as number);
    return sum;
  }

  #learn(fact: number): void {
    const past = this.#past;
    const subject = past[fact * 3] as number;
    const relation = past[fact * 3 + 1] as number;
    const object = past[fact * 3 + 2] as number;
    const query = this.#query;
    const chosen = this.#chosen;
    const scores = this.#scores;
    const objects = this.#objects;
    this.ask(subject, relation, query);
    chosen[0] = object;
    let top = Number.NEGATIVE_INFINITY;
    for (let c = 0; c <= contrasts; c++) {
      if (c > 0)
        chosen[c] = past[Math.floor(this.#draws.uniform() * this.#known) * 3 + 2] as number;
      const other = chosen[c] as number;
      const score = c > 0 && other === object ? Number.NEGATIVE_INFINITY : this.score(query, other);
      scores[c] = score;
      if (score > top) top = score;
    }
    let total = 0;
    for (let c = 0; c <= contrasts; c++) {
      const mass = Math.exp((scores[c] as number) - top);
      scores[c] = mass;
      total += mass;
    }
    const gradient = this.#gradient.fill(0);
    const {subjectSteps, objectSteps, relationSteps} = this.#steps;
    for (let c = 0; c <= contrasts; c++) {
      const error = (scores[c] as number) / total - (c === 0 ? 1 : 0);
      if (error < leastError && error > -leastError) continue;
      const row = chosen[c] as number;
      for (let d = 0, at = row * factorWidth; d < factorWidth; d++, at++)
        gradient[d] = (gradient[d] as number) + error * (objects[at] as number);
      move(objects, objectSteps, row, query, error);
    }
    const bySubject = this.#bySubject;
    const byRelation = this.#byRelation;
    for (let d = 0; d < factorWidth; d++) {
      const slope = gradient[d] as number;
      bySubject[d] = slope * (this.#relations[relation * factorWidth + d] as number);
      byRelation[d] = slope * (this.#subjects[subject * factorWidth + d] as number);
    }
    move(this.#subjects, subjectSteps, subject, bySubject, 1);
    move(this.#relations, relationSteps, relation, byRelation, 1);
  }
}

/** Moves a row against `error` × `slope`; the more a row has moved, the shorter its steps. */
function move(
  values: Float32Array,
  steps: Float32Array,
  row: number,
  slope: Float64Array,
  error: number,
): void {
  let square = 0;
  for (let d = 0; d < factorWidth; d++) square += (slope[d] as number) * (slope[d] as number);
  const moved = (steps[row] as number) + (square * error * error) / factorWidth;
  steps[row] = moved;
  const length = stepSize / Math.sqrt(moved);
  const keep = 1 - length * shrink;
  const by = length * error;
  for (let d = 0, at = row * factorWidth; d < factorWidth; d++, at++)
    values[at] = (values[at] as number) * keep - by * (slope[d] as number);
}
