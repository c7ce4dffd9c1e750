/** A fact of a temporal knowledge graph: on a day (any whole number that grows), `subject` did `relation` to `object`. */
export interface Fact {
  readonly subject: number;
  readonly relation: number;
  readonly object: number;
  readonly day: number;
}

/** All that happened on one day. */
export interface GraphDay {
  readonly day: number;
  /** Subject, relation, object of each fact, three numbers a fact: first as told, then turned round. */
  readonly facts: Int32Array;
}

/** Facts day by day, each in both directions, so that one question (subject, relation, ?) asks for either end. */
export interface TemporalGraph {
  readonly entities: number;
  /** Relations with their inverses: the inverse of r is `inverseOf(graph, r)`. */
  readonly relations: number;
  readonly days: readonly GraphDay[];
}

/** The same relation told from its other end. */
export function inverseOf({relations}: Pick<TemporalGraph, "relations">, relation: number): number {
  const half = relations / 2;
  return relation < half ? relation + half : relation - half;
}

/**
 * Puts facts in order. A fact told twice on one day is one fact.
 *
 * @throws Error for a fact whose entity or relation is not among those named: that is a bug of the caller.
 */
export function buildGraph(
  facts: readonly Fact[],
  {entities, relations}: {entities: number; relations: number},
): TemporalGraph {
  const byDay = new Map<number, Fact[]>();
  const seen = new Set<string>();
  for (const fact of facts) {
    const {subject, relation, object, day} = fact;
    const known =
      isIndex(subject, entities) && isIndex(object, entities) && isIndex(relation, relations);
    if (!known || !Number.isSafeInteger(day))
      throw new Error(`no such fact: ${subject} ${relation} ${object} on ${day}`);
    const key = `${day} ${subject} ${relation} ${object}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const same = byDay.get(day);
    if (same === undefined) byDay.set(day, [fact]);
    else same.push(fact);
  }
  const days = [...byDay].sort(([a], [b]) => a - b);
  return {
    entities,
    relations: 2 * relations,
    days: days.map(([day, told]) => ({
      day,
      facts: Int32Array.from([
        ...told.flatMap(({subject, relation, object}) => [subject, relation, object]),
        ...told.flatMap(({subject, relation, object}) => [object, relation + relations, subject]),
      ]),
    })),
  };
}

function isIndex(value: number, below: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value < below;
}
