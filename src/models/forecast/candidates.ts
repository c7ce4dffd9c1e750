import type {GraphHistory} from "./graph-history.ts";
import {inverseOf} from "./temporal-graph.ts";

/** Steps taken from one thing when walking to others, newest first: what bounds the time of a question. */
const reach = 16;
const threeDays = 1;
const tenDays = 2;
const month = 3;

/**
 * Who may answer (subject, relation, ?): everyone seen so far, each with a rough prior by which the many are thinned
 * before the few are scored with care. The prior is a weighted sum of shares: of those whom the subject met, who
 * answered it, who answers the relation to anyone, who is met by those it met of late, who answers those that share
 * its answers, and of all that happened of late. The weights are set by hand.
 */
export class Candidates {
  readonly objects: Int32Array;
  count = 0;
  readonly prior: Float64Array;
  /** Slot of the pair (subject, object) and of the end (object, inverse relation), −1 where there is none. */
  readonly pair: Int32Array;
  readonly end: Int32Array;
  /** Weight of walks subject – other – object through their last facts, fading within 3 and within 30 days. */
  readonly near: Float64Array;
  readonly around: Float64Array;
  /** Weight of walks subject – other – object of which the second step is the relation asked for. */
  readonly through: Float64Array;
  /** Chance of a walk subject → answer → who else has it → their answers, all by the relation asked for. */
  readonly alike: Float64Array;

  readonly #history: GraphHistory;
  readonly #known: Uint8Array;
  #activeOn = Number.NaN;
  readonly #active: Float64Array;

  constructor(history: GraphHistory) {
    const n = history.graph.entities;
    this.#history = history;
    this.objects = new Int32Array(n);
    this.prior = new Float64Array(n);
    this.pair = new Int32Array(n).fill(-1);
    this.end = new Int32Array(n).fill(-1);
    this.near = new Float64Array(n);
    this.around = new Float64Array(n);
    this.through = new Float64Array(n);
    this.alike = new Float64Array(n);
    this.#known = new Uint8Array(n);
    this.#active = new Float64Array(n);
  }

  /** "near": without those for whom nothing speaks but that they were seen. */
  find(subject: number, relation: number, day: number, whom: "near" | "everyone"): void {
    this.#clear();
    this.#met(subject, day);
    this.#answered(subject, relation, day);
    this.#neighbours(subject, relation, day);
    this.#likes(subject, relation);
    this.#everyone(day, whom);
  }

  #clear(): void {
    for (let i = 0; i < this.count; i++) {
      const o = this.objects[i] as number;
      this.prior[o] = 0;
      this.pair[o] = -1;
      this.end[o] = -1;
      this.near[o] = 0;
      this.around[o] = 0;
      this.through[o] = 0;
      this.alike[o] = 0;
      this.#known[o] = 0;
    }
    this.count = 0;
  }

  #add(object: number, prior: number): void {
    if (this.#known[object] === 0) {
      this.#known[object] = 1;
      this.objects[this.count++] = object;
    }
    this.prior[object] = (this.prior[object] as number) + prior;
  }

  #met(subject: number, day: number): void {
    const {pairs, entities, pairObject} = this.#history;
    const recent = 0.3 / (entities.at(subject, day, tenDays) + 1);
    const all = 0.2 / ((entities.total[subject] as number) + 1);
    for (const slot of this.#history.pairsOf(subject)) {
      const object = pairObject[slot] as number;
      this.pair[object] = slot;
      const total = pairs.total[slot] as number;
      this.#add(object, recent * pairs.at(slot, day, tenDays) + all * total);
    }
  }

  #answered(subject: number, relation: number, day: number): void {
    const {triples, ends, relations, tripleObject, endEntity} = this.#history;
    const end = this.#history.endSlot(subject, relation);
    if (end >= 0) {
      const recent = 1 / (ends.at(end, day, tenDays) + 0.5);
      const all = 0.5 / ((ends.total[end] as number) + 1);
      for (const slot of this.#history.triplesOf(subject, relation))
        this.#add(
          tripleObject[slot] as number,
          recent * triples.at(slot, day, tenDays) + all * (triples.total[slot] as number),
        );
    }
    const recent = 0.3 / (relations.at(relation, day, month) + 1);
    const all = 0.1 / ((relations.total[relation] as number) + 1);
    for (const slot of this.#history.objectsOf(relation)) {
      const object = endEntity[slot] as number;
      this.end[object] = slot;
      this.#add(object, recent * ends.at(slot, day, month) + all * (ends.total[slot] as number));
    }
  }

  #neighbours(subject: number, relation: number, day: number): void {
    const {fading, tripleObject} = this.#history;
    const history = this.#history;
    const own = history.lastCount(subject);
    for (let i = 0; i < own; i++) {
      const other = history.lastObject(subject, i);
      const gap = day - history.lastDay(subject, i);
      const near = fading.share(gap, threeDays) / own;
      const around = fading.share(gap, month) / own;
      const theirs = history.lastCount(other);
      for (let j = 0; j < theirs; j++) {
        const object = history.lastObject(other, j);
        if (object === subject) continue;
        const since = day - history.lastDay(other, j);
        const close = (near * fading.share(since, threeDays)) / theirs;
        const far = (around * fading.share(since, month)) / theirs;
        this.#add(object, 0.2 * far);
        this.near[object] = (this.near[object] as number) + close;
        this.around[object] = (this.around[object] as number) + far;
      }
      const answers = history.triplesOf(other, relation);
      const weight = around / Math.min(reach, answers.length);
      for (let j = Math.max(0, answers.length - reach); j < answers.length; j++) {
        const object = tripleObject[answers[j] as number] as number;
        this.#add(object, 0.2 * weight);
        this.through[object] = (this.through[object] as number) + weight;
      }
    }
  }

  #likes(subject: number, relation: number): void {
    const {tripleObject} = this.#history;
    const history = this.#history;
    const back = inverseOf(history.graph, relation);
    const own = history.triplesOf(subject, relation);
    const first = Math.max(0, own.length - reach);
    for (let i = first; i < own.length; i++) {
      const answer = tripleObject[own[i] as number] as number;
      const sharers = history.triplesOf(answer, back);
      const from = Math.max(0, sharers.length - reach);
      const share = 1 / (own.length - first) / (sharers.length - from);
      for (let j = from; j < sharers.length; j++) {
        const other = tripleObject[sharers[j] as number] as number;
        if (other === subject) continue;
        const answers = history.triplesOf(other, relation);
        const start = Math.max(0, answers.length - reach);
        const weight = share / (answers.length - start);
        for (let k = start; k < answers.length; k++) {
          const object = tripleObject[answers[k] as number] as number;
          this.#add(object, 0.3 * weight);
          this.alike[object] = (this.alike[object] as number) + weight;
        }
      }
    }
  }

  #everyone(day: number, whom: "near" | "everyone"): void {
    const {entities, world, known} = this.#history;
    if (this.#activeOn !== day) {
      const recent = 0.1 / (world.at(0, day, tenDays) + 1);
      const all = 0.01 / ((world.total[0] as number) + 1);
      for (const entity of known)
        this.#active[entity] =
          recent * entities.at(entity, day, tenDays) + all * (entities.total[entity] as number);
      this.#activeOn = day;
    }
    for (let i = 0; i < this.count; i++) {
      const object = this.objects[i] as number;
      this.prior[object] = (this.prior[object] as number) + (this.#active[object] as number);
    }
    if (whom === "near") return;
    for (const entity of known)
      if (this.#known[entity] === 0) this.#add(entity, this.#active[entity] as number);
  }
}
