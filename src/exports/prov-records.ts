import type {Day} from "../world/index.ts";

/** A value with its type, as PROV-JSON writes what is neither text, number nor truth. */
export interface TypedValue {
  readonly $: string;
  readonly type: "xsd:date" | "prov:QUALIFIED_NAME";
}

type Value = string | number | boolean | TypedValue | readonly string[];
type Attributes = Readonly<Record<string, Value>>;
type Element = "entity" | "activity" | "agent";

/** Relations that we state, each with its two ends in PROV's words. */
export interface RelationEnds {
  readonly wasGeneratedBy: {readonly "prov:entity": string; readonly "prov:activity": string};
  readonly used: {readonly "prov:activity": string; readonly "prov:entity": string};
  readonly wasInformedBy: {readonly "prov:informed": string; readonly "prov:informant": string};
  readonly wasDerivedFrom: {
    readonly "prov:generatedEntity": string;
    readonly "prov:usedEntity": string;
  };
  readonly wasAttributedTo: {readonly "prov:entity": string; readonly "prov:agent": string};
  readonly wasAssociatedWith: {readonly "prov:activity": string; readonly "prov:agent": string};
}

export function provDay(day: Day): TypedValue {
  return {$: day, type: "xsd:date"};
}

export function qualified(name: string): TypedValue {
  return {$: name, type: "prov:QUALIFIED_NAME"};
}

/** Gathers the statements of one document or bundle; each element stands once, as it was first described. */
export class ProvRecords {
  readonly #elements: Record<Element, Map<string, Attributes>> = {
    entity: new Map(),
    activity: new Map(),
    agent: new Map(),
  };
  readonly #relations = new Map<keyof RelationEnds, Map<string, object>>();

  /** @returns whether it is new. */
  entity(id: string, attributes: Attributes): boolean {
    return this.#add("entity", id, attributes);
  }

  /** @returns whether it is new. */
  activity(id: string, attributes: Attributes): boolean {
    return this.#add("activity", id, attributes);
  }

  /** @returns whether it is new. */
  agent(id: string, attributes: Attributes): boolean {
    return this.#add("agent", id, attributes);
  }

  #add(element: Element, id: string, attributes: Attributes): boolean {
    const known = this.#elements[element];
    if (known.has(id)) return false;
    known.set(id, attributes);
    return true;
  }

  /** Relations have no names of their own: PROV-JSON numbers them as blank nodes. */
  relate<Name extends keyof RelationEnds>(name: Name, ends: RelationEnds[Name]): void {
    const stated = this.#relations.get(name) ?? new Map<string, object>();
    this.#relations.set(name, stated);
    stated.set(`_:${name}${stated.size + 1}`, ends);
  }

  ids(element: Element): Iterable<string> {
    return this.#elements[element].keys();
  }

  /** As PROV-JSON has it: only the kinds of statement of which there is one. */
  all(): Readonly<Record<string, Readonly<Record<string, object>>>> {
    const kinds = [...Object.entries(this.#elements), ...this.#relations].filter(
      ([, stated]) => stated.size > 0,
    );
    return Object.fromEntries(kinds.map(([kind, stated]) => [kind, Object.fromEntries(stated)]));
  }
}
