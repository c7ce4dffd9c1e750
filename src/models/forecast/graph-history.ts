import {DecayedCounts, Fading} from "./decayed-counts.ts";
import {inverseOf, type TemporalGraph} from "./temporal-graph.ts";

const none: readonly number[] = [];

/** Facts of each entity that are kept at hand as its last. */
const kept = 24;

/**
 * All that was known of a graph before a day, counted as it came in. Pairs are directed (subject, object); a triple is
 * a pair with a relation; an end is (entity, relation) with the entity as subject, so that the objects of a relation
 * are the ends of its inverse.
 */
export class GraphHistory {
  readonly graph: TemporalGraph;
  readonly fading: Fading;
  readonly pairs: DecayedCounts;
  readonly triples: DecayedCounts;
  readonly ends: DecayedCounts;
  /** How much each entity is in, in either direction; how much of it as the one who acts. */
  readonly entities: DecayedCounts;
  readonly actors: DecayedCounts;
  readonly relations: DecayedCounts;
  /** One slot: all facts. */
  readonly world: DecayedCounts;
  /** Facts of each relation, and those of them whose triple was known before. */
  readonly repeated: Float32Array;
  /** The same by the subject. */
  readonly repeatedBy: Float32Array;

  /** Every entity seen so far. */
  readonly known: number[] = [];
  readonly pairObject: Int32Array;
  readonly tripleObject: Int32Array;
  readonly tripleRelation: Int32Array;
  /** The triples of a pair are a chain: its first, then each one's next, −1 at its end. */
  readonly pairFirst: Int32Array;
  readonly tripleNext: Int32Array;

  readonly #pairSlots = new Map<number, number>();
  readonly #endSlots = new Map<number, number>();
  readonly #pairsOf: number[][];
  readonly #triplesOf: number[][] = [];
  readonly #endsOf: number[][];
  readonly endEntity: Int32Array;
  /** The last facts of each entity as objects and days, in a ring; and how many it ever had. */
  readonly #lastObjects: Int32Array;
  readonly #lastDays: Int32Array;
  #triples = 0;

  constructor(graph: TemporalGraph) {
    const size = graph.days.reduce((sum, {facts}) => sum + facts.length / 3, 0);
    const first = graph.days[0]?.day ?? 0;
    const fading = new Fading((graph.days.at(-1)?.day ?? 0) - first + 1);
    this.graph = graph;
    this.fading = fading;
    this.pairs = new DecayedCounts(size, fading);
    this.triples = new DecayedCounts(size, fading);
    this.ends = new DecayedCounts(size, fading);
    this.entities = new DecayedCounts(graph.entities, fading);
    this.actors = new DecayedCounts(graph.entities, fading);
    this.relations = new DecayedCounts(graph.relations, fading);
    this.world = new DecayedCounts(1, fading);
    this.repeated = new Float32Array(graph.relations);
    this.repeatedBy = new Float32Array(graph.entities);
    this.pairObject = new Int32Array(size);
    this.pairFirst = new Int32Array(size);
    this.tripleObject = new Int32Array(size);
    this.tripleRelation = new Int32Array(size);
    this.tripleNext = new Int32Array(size);
    this.endEntity = new Int32Array(size);
    this.#lastObjects = new Int32Array(graph.entities * kept);
    this.#lastDays = new Int32Array(graph.entities * kept);
    this.#pairsOf = Array.from({length: graph.entities}, () => []);
    this.#endsOf = Array.from({length: graph.relations}, () => []);
  }

  /** Slots of the pairs in which an entity is the subject. */
  pairsOf(subject: number): readonly number[] {
    return this.#pairsOf[subject] ?? none;
  }

  /** Slots of the triples (subject, relation, anything). */
  triplesOf(subject: number, relation: number): readonly number[] {
    const end = this.endSlot(subject, relation);
    return end < 0 ? none : (this.#triplesOf[end] ?? none);
  }

  pairSlot(subject: number, object: number): number {
    return this.#pairSlots.get(subject * this.graph.entities + object) ?? -1;
  }

  endSlot(entity: number, relation: number): number {
    return this.#endSlots.get(entity * this.graph.relations + relation) ?? -1;
  }

  /** Slot of a triple of a known pair, −1 where it is new. */
  tripleIn(pair: number, relation: number): number {
    let at = pair < 0 ? -1 : (this.pairFirst[pair] as number);
    while (at >= 0 && this.tripleRelation[at] !== relation) at = this.tripleNext[at] as number;
    return at;
  }

  /** How many of an entity's last facts are at hand. */
  lastCount(subject: number): number {
    return Math.min(kept, this.entities.total[subject] as number);
  }

  lastObject(subject: number, i: number): number {
    return this.#lastObjects[subject * kept + i] as number;
  }

  lastDay(subject: number, i: number): number {
    return this.#lastDays[subject * kept + i] as number;
  }

  add(day: number, facts: Int32Array): void {
    const {graph} = this;
    const half = graph.relations / 2;
    for (let i = 0; i < facts.length; i += 3) {
      const subject = facts[i] as number;
      const relation = facts[i + 1] as number;
      const object = facts[i + 2] as number;
      const pair = this.#pair(subject, object);
      const end = this.#end(subject, relation);
      let triple = this.tripleIn(pair, relation);
      if (triple >= 0) {
        this.repeated[relation] = (this.repeated[relation] as number) + 1;
        this.repeatedBy[subject] = (this.repeatedBy[subject] as number) + 1;
      } else {
        triple = this.#triples++;
        this.tripleObject[triple] = object;
        this.tripleRelation[triple] = relation;
        this.tripleNext[triple] = this.pairFirst[pair] as number;
        this.pairFirst[pair] = triple;
        this.#triplesOf[end]?.push(triple);
      }
      const last = subject * kept + ((this.entities.total[subject] as number) % kept);
      this.#lastObjects[last] = object;
      this.#lastDays[last] = day;
      this.pairs.add(pair, day);
      this.triples.add(triple, day);
      this.ends.add(end, day);
      if (this.entities.total[subject] === 0) this.known.push(subject);
      this.entities.add(subject, day);
      this.relations.add(relation, day);
      this.world.add(0, day);
      if (relation < half) this.actors.add(subject, day);
    }
  }

  #pair(subject: number, object: number): number {
    const found = this.pairSlot(subject, object);
    if (found >= 0) return found;
    const slot = this.#pairSlots.size;
    this.#pairSlots.set(subject * this.graph.entities + object, slot);
    this.pairObject[slot] = object;
    this.pairFirst[slot] = -1;
    this.#pairsOf[subject]?.push(slot);
    return slot;
  }

  #end(entity: number, relation: number): number {
    const found = this.endSlot(entity, relation);
    if (found >= 0) return found;
    const slot = this.#endSlots.size;
    this.#endSlots.set(entity * this.graph.relations + relation, slot);
    this.endEntity[slot] = entity;
    this.#triplesOf.push([]);
    this.#endsOf[relation]?.push(slot);
    return slot;
  }

  /** Slots of the objects of a relation: the ends of its inverse. */
  objectsOf(relation: number): readonly number[] {
    return this.#endsOf[inverseOf(this.graph, relation)] ?? none;
  }
}
