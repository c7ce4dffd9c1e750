import type {GraphDay} from "./temporal-graph.ts";

/** A question of a day with all its right answers: each is ranked without the others (time-aware filter). */
export interface DayQuestion {
  readonly subject: number;
  readonly relation: number;
  readonly answers: readonly number[];
}

/** The questions that a day's facts answer, both directions, in the order in which they were first told. */
export function questionsOf({facts}: GraphDay): DayQuestion[] {
  const found = new Map<string, {subject: number; relation: number; answers: number[]}>();
  for (let i = 0; i < facts.length; i += 3) {
    const subject = facts[i] as number;
    const relation = facts[i + 1] as number;
    const object = facts[i + 2] as number;
    const key = `${subject} ${relation}`;
    const asked = found.get(key);
    if (asked === undefined) found.set(key, {subject, relation, answers: [object]});
    else asked.answers.push(object);
  }
  return [...found.values()];
}
