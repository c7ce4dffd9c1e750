import {type DayQuestion, questionsOf} from "./day-questions.ts";
import {type RankScores, rankAmong, scoreRanks} from "./rank-scores.ts";
import type {Stretch} from "./stretch.ts";
import type {GraphDay, TemporalGraph} from "./temporal-graph.ts";
import {walkBlocks} from "./walk-days.ts";

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

  #allDays(day: number, fade: number): number {
    if (this.#weighed.day !== day) this.#weighed = {day, byFade: new Map()};
    const found = this.#weighed.byFade.get(fade) ?? Math.max(1e-15, weigh(this.#days, day, fade));
    this.#weighed.byFade.set(fade, found);
    return found;
  }

  /** Ranks of a question's answers (as many as there are answers) under each of the settings. */
  ranks(
    {subject, relation, answers}: DayQuestion,
    day: number,
    settings: readonly Recurrency[],
  ): number[][] {
    // Whatever answered the subject answered the relation: only these objects can score above 0.
    const counts = this.#objects[relation] ?? new Map<number, number>();
    const facts = this.#facts[relation] as number;
    const objects = [...counts.keys()];
    const frequency = Float64Array.from(counts.values(), (count) => count / facts);
    const seen = this.#seen.get(subject * this.#graph.relations + relation);
    const places = new Map(objects.map((object, at) => [object, at]));
    const own = answers.map((answer) => places.get(answer) ?? -1);
    const unscored =
      this.#graph.entities - answers.length - (objects.length - own.filter((at) => at >= 0).length);
    const scores = new Float64Array(objects.length);
    // What the settings share: place and faded days of each object seen, by fade.
    const weights = new Map<number, readonly (readonly [at: number, weight: number])[]>();
    for (const {fade} of settings) {
      if (weights.has(fade)) continue;
      const weighed = [...(seen ?? [])].map(
        ([object, days]) => [places.get(object) as number, weigh(days, day, fade)] as const,
      );
      weights.set(fade, weighed);
    }
    return settings.map(({fade, mix}) => {
      for (let i = 0; i < scores.length; i++) scores[i] = (1 - mix) * (frequency[i] as number);
      const all = this.#allDays(day, fade);
      for (const [at, weight] of weights.get(fade) ?? [])
        scores[at] = (scores[at] as number) + (mix * weight) / all;
      const told = own.map((at) => (at < 0 ? 0 : (scores[at] as number)));
      for (const at of own) if (at >= 0) scores[at] = Number.NaN;
      return told.map((score) => rankAmong(score, scores, score === 0 ? unscored : 0));
    });
  }
}

function weigh(days: readonly number[], day: number, fade: number): number {
  let sum = 0;
  for (const one of days) sum += 2 ** (fade * (one - day));
  return sum;
}

/** Goes through the days of a stretch as `walkDays` does. */
function walk(
  graph: TemporalGraph,
  stretch: Stretch,
  ask: (history: RecurrencyHistory, day: GraphDay) => void,
): void {
  const history = new RecurrencyHistory(graph);
  walkBlocks(
    graph,
    stretch,
    (day) => ask(history, day),
    (day) => history.add(day),
  );
}

/** Ranks every answer of a stretch. */
export function rankByRecurrency(
  graph: TemporalGraph,
  stretch: Stretch,
  settings: readonly Recurrency[],
): RankScores {
  const ranks: number[] = [];
  walk(graph, stretch, (history, day) => {
    for (const question of questionsOf(day)) {
      const setting = settings[question.relation] ?? unseen;
      ranks.push(...(history.ranks(question, day.day, [setting])[0] ?? []));
    }
  });
  return scoreRanks(ranks);
}

/** Chooses each relation's λ and then its α by the mean reciprocal rank over a stretch of known days. */
export function chooseRecurrency(graph: TemporalGraph, stretch: Stretch): Recurrency[] {
  const best = (settings: (relation: number) => readonly Recurrency[]): Recurrency[] => {
    const options = Array.from({length: graph.relations}, (_, relation) => settings(relation));
    const sums = options.map((tried) => tried.map(() => 0));
    walk(graph, stretch, (history, day) => {
      for (const question of questionsOf(day)) {
        const sum = sums[question.relation] ?? [];
        history.ranks(question, day.day, options[question.relation] ?? []).forEach((ranks, i) => {
          for (const rank of ranks) sum[i] = (sum[i] ?? 0) + 1 / rank;
        });
      }
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
