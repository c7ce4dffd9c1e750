import type {GraphHistory} from "./graph-history.ts";

/** Days within which one relation is said to follow another on the same pair; the last is "ever". */
export const ruleWindows = [3, 15, Number.POSITIVE_INFINITY] as const;

/** Facts that a rule is short of before it is believed: five unseen failures (the smoothing of TLogic uses as many). */
const doubt = 5;

/**
 * How often relation `head` followed relation `body` on the same directed pair (rules of length one of TLogic: Liu,
 * Ma, Hildebrandt, Joblin & Tresp 2022, AAAI 36), counted as days go by: consultations announce visits.
 */
export class RelationRules {
  readonly #history: GraphHistory;
  readonly #relations: number;
  readonly #followed: readonly Float32Array[];

  /** @param history each day is to be added to it as well, after it was added here. */
  constructor(history: GraphHistory) {
    const {relations} = history.graph;
    this.#history = history;
    this.#relations = relations;
    this.#followed = ruleWindows.map(() => new Float32Array(relations * relations));
  }

  /** Learns from a day, with the history at the days before. */
  add(day: number, facts: Int32Array): void {
    const history = this.#history;
    for (let i = 0; i < facts.length; i += 3) {
      const head = facts[i + 1] as number;
      const pair = history.pairSlot(facts[i] as number, facts[i + 2] as number);
      if (pair < 0) continue;
      for (
        let triple = history.pairFirst[pair] as number;
        triple >= 0;
        triple = history.tripleNext[triple] as number
      ) {
        const gap = day - (history.triples.last[triple] as number);
        const rule = (history.tripleRelation[triple] as number) * this.#relations + head;
        ruleWindows.forEach((window, w) => {
          const counts = this.#followed[w];
          if (gap <= window && counts !== undefined) counts[rule] = (counts[rule] as number) + 1;
        });
      }
    }
  }

  /** Confidence that `head` follows `body`, seen `gap` days ago, within a window; 0 where the window is over. */
  confidence(window: number, body: number, head: number): number {
    const followed = (this.#followed[window] as Float32Array)[body * this.#relations + head];
    const told = this.#history.relations.total[body] as number;
    return Math.min(0.99, (followed as number) / (told + doubt));
  }
}
