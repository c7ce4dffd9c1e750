import type {Day, Membership, Participant, PartyId, Reference, StateCode} from "../world/index.ts";

/** Who acted on whom, and when; `joint` where the act has no sides. */
interface Sides {
  readonly sources: readonly PartyId[];
  readonly targets: readonly PartyId[];
  readonly joint: boolean;
  readonly on: Day;
}

export type WeighParticipants = (sides: Sides) => Participant[];

/**
 * Everyone who took part in an act, with equal weights that sum to 1 on each side. A bloc that is named is one
 * participant, whose members of that day stand under it; a state that is named beside its bloc speaks through it.
 */
export function weighParticipants(reference: Reference): WeighParticipants {
  const blocs = new Set(reference.blocs.map(({id}) => id));
  const memberships = new Map<PartyId, Membership[]>();
  for (const one of reference.memberships)
    if (one.role === "member")
      memberships.set(one.bloc, [...(memberships.get(one.bloc) ?? []), one]);
  const membersOn = (bloc: PartyId, on: Day): StateCode[] =>
    (memberships.get(bloc) ?? [])
      .filter(({from, to}) => from <= on && (to === null || to > on))
      .map(({state}) => state)
      .sort();
  const side = (named: readonly PartyId[], which: Participant["side"], on: Day): Participant[] => {
    const members = new Map(
      named.filter((party) => blocs.has(party)).map((bloc) => [bloc, membersOn(bloc, on)]),
    );
    const spokenFor = new Set([...members.values()].flat());
    const alone = [...new Set(named)].filter((party) => !spokenFor.has(party)).sort();
    return alone.map((party) => {
      const weight = 1 / alone.length;
      const within = members.get(party) ?? [];
      return {
        party,
        side: which,
        weight,
        through: within.map((state) => ({state, weight: weight / within.length})),
      };
    });
  };
  return ({sources, targets, joint, on}) =>
    joint
      ? side([...sources, ...targets], "both", on)
      : [...side(sources, "source", on), ...side(targets, "target", on)];
}
