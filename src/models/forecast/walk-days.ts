import type {Knowledge} from "./candidate-features.ts";
import {FactorModel} from "./factor-model.ts";
import {GraphHistory} from "./graph-history.ts";
import {RelationRules} from "./relation-rules.ts";
import type {Stretch} from "./stretch.ts";
import type {GraphDay, TemporalGraph} from "./temporal-graph.ts";

/** Goes through a graph's days, asking about each of a stretch before it is learned. */
export function walkDays(
  graph: TemporalGraph,
  stretch: Stretch,
  seed: number,
  visit: (known: Knowledge) => (day: GraphDay) => void,
): void {
  const facts = graph.days.reduce((sum, day) => sum + day.facts.length / 3, 0);
  const history = new GraphHistory(graph);
  const known: Knowledge = {
    history,
    rules: new RelationRules(history),
    factors: new FactorModel(graph.entities, graph.relations, facts, seed),
  };
  const ask = visit(known);
  walkBlocks(graph, stretch, ask, ({day, facts}) => {
    known.rules.add(day, facts);
    known.history.add(day, facts);
    known.factors.add(facts);
  });
}

/** Learns the days before a stretch, then asks about each of its blocks of days before that block is learned. */
export function walkBlocks(
  graph: TemporalGraph,
  {from, to, block}: Stretch,
  ask: (day: GraphDay) => void,
  learn: (day: GraphDay) => void,
): void {
  for (const day of graph.days.slice(0, from)) learn(day);
  for (let start = from; start < to; start += block) {
    const days = graph.days.slice(start, Math.min(start + block, to));
    for (const day of days) ask(day);
    for (const day of days) learn(day);
  }
}
