import type {Day, Membership, PartyId, StateCode} from "../world/index.ts";

/** How an aggregate such as "the West" is put together: everybody who is in one of these blocs, and these states. */
export interface AggregateDefinition {
  readonly id: PartyId;
  readonly components: {readonly blocs: readonly PartyId[]; readonly states: readonly StateCode[]};
  /** The first day on which the aggregate is spoken of. */
  readonly from: Day;
  readonly source: string;
}

/** Days are text; `Math.max` does not know them. */
function laterOf(a: Day, b: Day): Day {
  if (a > b) return a;
  return b;
}

interface Stay {
  readonly from: Day;
  readonly to: Day | null;
  readonly by: readonly string[];
}

/**
 * Dated memberships of an aggregate: for each state the union of its stays in the components, overlapping and touching
 * stays joined, nothing before the aggregate's first day. Each says by which component the state belongs.
 */
export function expandAggregate(
  definition: AggregateDefinition,
  memberships: readonly Membership[],
): readonly Membership[] {
  const stays = new Map<StateCode, Stay[]>();
  const add = (state: StateCode, stay: Stay) =>
    stays.set(state, [...(stays.get(state) ?? []), stay]);
  for (const state of definition.components.states)
    add(state, {from: definition.from, to: null, by: ["named"]});
  for (const membership of memberships) {
    if (membership.role !== "member") continue;
    if (!definition.components.blocs.includes(membership.bloc)) continue;
    if (membership.to !== null && membership.to <= definition.from) continue;
    const from = laterOf(membership.from, definition.from);
    add(membership.state, {from, to: membership.to, by: [membership.bloc]});
  }
  return [...stays.keys()].sort().flatMap((state) =>
    joinStays(stays.get(state) ?? []).map((stay) => ({
      bloc: definition.id,
      state,
      role: "member" as const,
      from: stay.from,
      to: stay.to,
      source: `${definition.source}: by ${stay.by.join(", ")}`,
    })),
  );
}

function joinStays(stays: readonly Stay[]): readonly Stay[] {
  const joined: Stay[] = [];
  for (const stay of [...stays].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = joined.at(-1);
    if (last === undefined || (last.to !== null && last.to < stay.from)) {
      joined.push(stay);
      continue;
    }
    const to = last.to === null || stay.to === null ? null : laterOf(last.to, stay.to);
    joined[joined.length - 1] = {from: last.from, to, by: [...new Set([...last.by, ...stay.by])]};
  }
  return joined;
}
