import type {Candidates} from "./candidates.ts";
import {lives} from "./decayed-counts.ts";
import {type FactorModel, factorWidth} from "./factor-model.ts";
import type {GraphHistory} from "./graph-history.ts";
import {type RelationRules, ruleWindows} from "./relation-rules.ts";
import type {SeenRelations} from "./seen-relations.ts";
import {inverseOf} from "./temporal-graph.ts";

const day1 = 0;
const days3 = 1;
const days10 = 2;
const days30 = 3;

/** Numbers that describe a candidate, and numbers that describe a question. */
export const candidateWidth = 49;
export const questionWidth = 11;

/** What a graph has taught before a day: counts, rules, factors. */
export interface Knowledge {
  readonly history: GraphHistory;
  readonly rules: RelationRules;
  readonly factors: FactorModel;
}

/** 1 for yesterday, falling slowly; 0 for never. */
const recency = (gap: number) => 1 / (1 + Math.log(Math.max(1, gap)));
const logShare = (part: number, whole: number, least: number) =>
  Math.log((part + least) / (whole + 30 * least)) / 4 + 1;

/** Writes down what is known of one question and its candidates, feature by feature. */
export class CandidateFeatures {
  readonly #known: Knowledge;
  readonly #asked = new Float64Array(factorWidth);
  #subject = 0;
  #relation = 0;
  #inverse = 0;
  #day = 0;
  #end = -1;
  readonly #relationAt = new Float64Array(lives);
  readonly #worldAt = new Float64Array(lives);
  readonly #endAt = new Float64Array(lives);
  #degree10 = 0;
  #degree = 0;

  constructor(known: Knowledge) {
    this.#known = known;
  }

  /** Turns to a question and writes its own numbers. */
  ask(subject: number, relation: number, day: number, into: Float64Array): void {
    const {history, factors} = this.#known;
    const {ends, entities, relations, world} = history;
    this.#subject = subject;
    this.#relation = relation;
    this.#inverse = inverseOf(history.graph, relation);
    this.#day = day;
    this.#end = history.endSlot(subject, relation);
    factors.ask(subject, relation, this.#asked);
    for (let k = 0; k < lives; k++) {
      this.#relationAt[k] = relations.at(relation, day, k);
      this.#worldAt[k] = world.at(0, day, k);
      this.#endAt[k] = this.#end < 0 ? 0 : ends.at(this.#end, day, k);
    }
    this.#degree10 = entities.at(subject, day, days10);
    this.#degree = entities.total[subject] as number;
    const answered = this.#end < 0 ? 0 : (ends.total[this.#end] as number);
    const asked = relations.total[relation] as number;
    into[0] = Math.log1p(answered) / 3;
    into[1] = Math.log1p(this.#endAt[days3] as number);
    into[2] = Math.log1p(this.#endAt[days30] as number) / 2;
    into[3] = answered === 0 ? 0 : recency(day - (ends.last[this.#end] as number));
    into[4] = Math.log1p(history.triplesOf(subject, relation).length) / 2;
    into[5] = Math.log1p(this.#degree) / 4;
    into[6] = Math.log1p(entities.at(subject, day, days3)) / 2;
    into[7] = Math.log1p(history.pairsOf(subject).length) / 4;
    into[8] = Math.log1p(asked) / 6;
    into[9] = ((history.repeated[relation] as number) + 1) / (asked + 2);
    into[10] = ((history.repeatedBy[subject] as number) + 1) / (this.#degree + 2);
  }

  write(
    candidates: Candidates,
    object: number,
    into: Float64Array,
    at: number,
    seen: SeenRelations,
  ): void {
    const {history, rules, factors} = this.#known;
    const {pairs, triples, ends, entities, actors, fading} = history;
    const day = this.#day;
    into.fill(0, at, at + candidateWidth);
    seen.count = 0;
    const pair = candidates.pair[object] as number;
    let i = at;
    if (pair >= 0) {
      let same = -1;
      let back = -1;
      let miss3 = 1;
      let miss15 = 1;
      let missEver = 1;
      let top3 = 0;
      let top15 = 0;
      let topEver = 0;
      for (
        let triple = history.pairFirst[pair] as number;
        triple >= 0;
        triple = history.tripleNext[triple] as number
      ) {
        const relation = history.tripleRelation[triple] as number;
        const gap = day - (triples.last[triple] as number);
        if (relation === this.#relation) same = triple;
        else if (relation === this.#inverse) back = triple;
        const n = seen.count++;
        seen.relation[n] = relation;
        seen.fresh[n] = fading.share(gap, days3);
        seen.lasting[n] = fading.share(gap, days30);
        const ever = rules.confidence(2, relation, this.#relation);
        missEver *= 1 - ever;
        if (ever > topEver) topEver = ever;
        if (gap > ruleWindows[1]) continue;
        const in15 = rules.confidence(1, relation, this.#relation);
        miss15 *= 1 - in15;
        if (in15 > top15) top15 = in15;
        if (gap > ruleWindows[0]) continue;
        const in3 = rules.confidence(0, relation, this.#relation);
        miss3 *= 1 - in3;
        if (in3 > top3) top3 = in3;
      }
      into[i++] = -Math.log(miss3);
      into[i++] = -Math.log(miss15);
      into[i++] = -Math.log(missEver);
      into[i++] = 2 * top3;
      into[i++] = 2 * top15;
      into[i++] = 2 * topEver;
      for (let k = 0; k < lives; k++) into[i++] = Math.log1p(4 * pairs.at(pair, day, k)) / 2;
      const met = pairs.total[pair] as number;
      into[i++] = Math.log1p(met) / 3;
      into[i++] = recency(day - (pairs.last[pair] as number));
      into[i++] = pairs.at(pair, day, days10) / (this.#degree10 + 0.5);
      into[i++] = (2 * met) / (this.#degree + 1);
      if (same >= 0) {
        for (let k = 0; k < lives; k++) into[i++] = Math.log1p(4 * triples.at(same, day, k)) / 2;
        const told = triples.total[same] as number;
        into[i++] = Math.log1p(told) / 2;
        into[i++] = recency(day - (triples.last[same] as number));
        into[i++] = triples.at(same, day, days3) / ((this.#endAt[days3] as number) + 0.3);
        into[i++] = triples.at(same, day, days30) / ((this.#endAt[days30] as number) + 0.5);
        into[i++] = told / ((ends.total[this.#end] as number) + 1);
        into[i++] = triples.last[same] === ends.last[this.#end] ? 1 : 0;
        into[i++] = 1;
      } else i += lives + 7;
      if (back >= 0) {
        into[i++] = Math.log1p(4 * triples.at(back, day, days3)) / 2;
        into[i++] = Math.log1p(4 * triples.at(back, day, days30)) / 2;
        into[i++] = recency(day - (triples.last[back] as number));
      } else i += 3;
      into[i++] = pairs.last[pair] === entities.last[this.#subject] ? 1 : 0;
      into[i++] = 1;
    } else i += 6 + lives + 4 + lives + 7 + 3 + 2;

    const end = candidates.end[object] as number;
    const told = end < 0 ? 0 : (ends.total[end] as number);
    const told1 = end < 0 ? 0 : ends.at(end, day, day1);
    const told3 = end < 0 ? 0 : ends.at(end, day, days3);
    const told30 = end < 0 ? 0 : ends.at(end, day, days30);
    const {relations} = history;
    into[i++] = logShare(told1, this.#relationAt[day1] as number, 0.02);
    into[i++] = logShare(told3, this.#relationAt[days3] as number, 0.02);
    into[i++] = logShare(told30, this.#relationAt[days30] as number, 0.05);
    into[i++] = logShare(told, relations.total[this.#relation] as number, 0.1);
    const active10 = entities.at(object, day, days10);
    into[i++] = logShare(entities.at(object, day, day1), this.#worldAt[day1] as number, 0.02);
    into[i++] = logShare(active10, this.#worldAt[days10] as number, 0.05);
    const ever = entities.total[object] as number;
    into[i++] = logShare(ever, history.world.total[0] as number, 0.1);
    into[i++] = (actors.at(object, day, days30) + 0.5) / (entities.at(object, day, days30) + 1);
    into[i++] = Math.log1p(400 * (candidates.near[object] as number)) / 3;
    into[i++] = Math.log1p(100 * (candidates.around[object] as number)) / 3;
    into[i++] = Math.log1p(100 * (candidates.through[object] as number)) / 3;
    into[i++] = Math.log1p(100 * (candidates.alike[object] as number)) / 3;
    into[i++] = Math.log(1e-6 + (candidates.prior[object] as number)) / 4 + 1;
    into[i++] = ever === 0 ? 0 : recency(day - (entities.last[object] as number));
    into[i++] = object === this.#subject ? 1 : 0;
    into[i++] = factors.score(this.#asked, object) / 4;
    // How far below the best of its question: known when all are written (`standOut`).
    i++;
    if (i - at !== candidateWidth) throw new Error(`${i - at} features, not ${candidateWidth}`);
  }

  /** Ends a question's first `rows` rows: sets each factor score against the best of them. */
  standOut(features: Float64Array, rows: number): void {
    let best = Number.NEGATIVE_INFINITY;
    for (let row = 1; row <= rows; row++)
      best = Math.max(best, features[row * candidateWidth - 2] as number);
    for (let row = 1; row <= rows; row++)
      features[row * candidateWidth - 1] = (features[row * candidateWidth - 2] as number) - best;
  }
}
