import type {Knowledge} from "./candidate-features.ts";
import {FactorModel} from "./factor-model.ts";
import {GraphHistory} from "./graph-history.ts";
import {RelationRules} from "./relation-rules.ts";
import type {Stretch} from "./stretch.ts";
import type {GraphDay, TemporalGraph} from "./temporal-graph.ts";

/** Goes through a graph's days, asking about each of a stretch before it is learned. */
export function walkDays(
  graph: TemporalGraph,
  {from, to, block}: Stretch,
  seed: number,
  visit: (known: Knowledge) => (day: GraphDay) => void,
): void {
  const facts = graph.days.reduce((sum, day) => sum + day.facts.length / 3, 0);
  const known: Knowledge = {
    history: new GraphHistory(graph),
    rules: new RelationRules(graph.relations),
    factors: new FactorModel(graph.entities, graph.relations, facts, seed),
  };
  const ask = visit(known);
  const learn = ({day, facts}: GraphDay) => {
    known.rules.add(known.history, day, facts);
    known.history.add(day, facts);
    known.factors.add(facts);
  };
  graph.days.slice(0, from).forEach(learn);
  for (let start = from; start < to; start += block) {
    const days = graph.days.slice(start, Math.min(start + block, to));
    days.forEach(ask);
    days.forEach(learn);
  }
}
