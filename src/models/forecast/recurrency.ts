import {type DayQuestion, questionsOf} from "./day-questions.ts";
import {meanRank, type RankScores, scoreRanks} from "./rank-scores.ts";
import type {Stretch} from "./stretch.ts";
import type {GraphDay, TemporalGraph} from "./temporal-graph.ts";

/** How one relation is expected to recur. */
export interface Recurrency {
  /** λ: a fact of k days ago weighs 2^(−λk). */
  readonly fade: number;
  /** α: weight of the same triple seen before; the rest goes to how often the object answers the relation. */
  readonly mix: number;
}

/** What the authors chose from, and what they take where a relation gives nothing to choose by. */
const fades = [0, 1e-4, 5e-4, 1e-3, 5e-3, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.5, 0.9, 1.0001];
const mixes = [0, 1e-5, 1e-4, 1e-3, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999, 0.9999, 0.99999, 1];
const unseen: Recurrency = {fade: 1.0001, mix: 0.99999};

/**
 * Recurrency baselines (Gastinger, Meilicke, Errica, Sztyler, Schuelke & Stuckenschmidt 2024, "History repeats
 * itself: a baseline for temporal knowledge graph forecasting", IJCAI 33): what happened before happens again.
 *
 *     ψ(s, r, o, t) = Σ_k 2^(λ_r (k − t)) / Σ_days 2^(λ_r (d − t))     over the days k on which (s, r, o) was seen
 *     ξ(r, o)       = facts of r with object o / facts of r
 *     combined      = α_r ψ + (1 − α_r) ξ;  strict is α = 1 for all
 */
class RecurrencyHistory {
  readonly #graph: TemporalGraph;
  readonly #seen = new Map<number, Map<number, number[]>>();
  readonly #objects: Map<number, number>[];
  readonly #facts: Float64Array;
  readonly #days: number[] = [];
  #weighed = {day: Number.NaN, byFade: new Map<number, number>()};

  constructor(graph: TemporalGraph) {
    this.#graph = graph;
    this.#objects = Array.from({length: graph.relations}, () => new Map());
    this.#facts = new Float64Array(graph.relations);
  }

  add({day, facts}: GraphDay): void {
    this.#days.push(day);
    for (let i = 0; i < facts.length; i += 3) {
      const relation = facts[i + 1] as number;
      const object = facts[i + 2] as number;
      const key = (facts[i] as number) * this.#graph.relations + relation;
      const answers = this.#seen.get(key) ?? new Map<number, number[]>();
      this.#seen.set(key, answers);
      const days = answers.get(object);
      if (days === undefined) answers.set(object, [day]);
      else days.push(day);
      const counts = this.#objects[relation];
      counts?.set(object, (counts.get(object) ?? 0) + 1);
      this.#facts[relation] = (this.#facts[relation] as number) + 1;
    }
  }

  #allDays(day: number, fade: number, weight: (days: readonly number[]) => number): number {
    if (this.#weighed.day !== day) this.#weighed = {day, byFade: new Map()};
    const found = this.#weighed.byFade.get(fade) ?? Math.max(1e-15, weight(this.#days));
    this.#weighed.byFade.set(fade, found);
    return found;
  }

  /** Rank of each answer of a question. */
  ranks({subject, relation, answers}: DayQuestion, day: number, {fade, mix}: Recurrency): number[] {
    const weight = (days: readonly number[]) =>
      days.reduce((sum, one) => sum + 2 ** (fade * (one - day)), 0);
    const all = this.#allDays(day, fade, weight);
    const scores = new Map<number, number>();
    if (mix < 1) {
      const facts = this.#facts[relation] as number;
      for (const [object, count] of this.#objects[relation] ?? [])
        scores.set(object, ((1 - mix) * count) / facts);
    }
    for (const [object, days] of this.#seen.get(subject * this.#graph.relations + relation) ?? [])
      scores.set(object, (scores.get(object) ?? 0) + (mix * weight(days)) / all);
    const own = answers.map((answer) => scores.get(answer) ?? 0);
    for (const answer of answers) scores.delete(answer);
    const others = this.#graph.entities - answers.length;
    return own.map((score) => {
      let higher = 0;
      let same = 0;
      for (const other of scores.values()) {
        if (other > score) higher++;
        else if (other === score) same++;
      }
      return meanRank(higher, score === 0 ? same + others - scores.size : same);
    });
  }
}

/** Goes through the days of a stretch as `walkDays` does. */
function walk(
  graph: TemporalGraph,
  {from, to, block}: Stretch,
  ask: (history: RecurrencyHistory, day: GraphDay) => void,
): void {
  const history = new RecurrencyHistory(graph);
  for (const day of graph.days.slice(0, from)) history.add(day);
  for (let start = from; start < to; start += block) {
    const days = graph.days.slice(start, Math.min(start + block, to));
    for (const day of days) ask(history, day);
    for (const day of days) history.add(day);
  }
}

/** Ranks every answer of a stretch. */
export function rankByRecurrency(
  graph: TemporalGraph,
  stretch: Stretch,
  settings: readonly Recurrency[],
): RankScores {
  const ranks: number[] = [];
  walk(graph, stretch, (history, day) => {
    for (const question of questionsOf(day))
      ranks.push(...history.ranks(question, day.day, settings[question.relation] ?? unseen));
  });
  return scoreRanks(ranks);
}

/** Chooses each relation's λ and then its α by the mean reciprocal rank over a stretch of known days. */
export function chooseRecurrency(graph: TemporalGraph, stretch: Stretch): Recurrency[] {
  const best = (settings: (relation: number) => readonly Recurrency[]): Recurrency[] => {
    const options = Array.from({length: graph.relations}, (_, relation) => settings(relation));
    const sums = options.map((tried) => tried.map(() => 0));
    walk(graph, stretch, (history, day) => {
      for (const question of questionsOf(day))
        options[question.relation]?.forEach((tried, i) => {
          const sum = sums[question.relation] as number[];
          for (const rank of history.ranks(question, day.day, tried))
            sum[i] = (sum[i] ?? 0) + 1 / rank;
        });
    });
    return options.map((tried, relation) => {
      const sum = sums[relation] ?? [];
      const top = Math.max(...sum);
      return top > 0 ? (tried[sum.indexOf(top)] ?? unseen) : unseen;
    });
  };
  const strict = best(() => fades.map((fade) => ({fade, mix: 1})));
  return best((relation) =>
    mixes.map((mix) => ({fade: strict[relation]?.fade ?? unseen.fade, mix})),
  );
}

/** The strict baseline of chosen settings: only what the subject itself did before counts. */
export function strictOf(settings: readonly Recurrency[]): Recurrency[] {
  return settings.map(({fade}) => ({fade, mix: 1}));
}
