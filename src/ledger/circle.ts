import type {Day, PartyId, Reach, Reference, StateCode, Watch} from "../world/index.ts";
import {nameInText} from "../world/index.ts";
import {type WeighParticipants, weighParticipants} from "./weigh-participants.ts";

/** Whom a watch is about, worked out once: whether a state stands on the powers' side, and through which bloc. */
export interface Circle {
  readonly watched: ReadonlySet<StateCode>;
  readonly powers: readonly PartyId[];
  /** Whether it is a power, or a state that is or was a member of one. */
  readonly isPower: (party: PartyId) => boolean;
  readonly name: (party: PartyId) => string;
  readonly weigh: WeighParticipants;
  /**
   * Links from states to the watch's blocs: a bloc speaks through its members of that day, and a reader of today's
   * watch also meets a state under the bloc that it has joined since.
   */
  readonly throughBlocs: (states: readonly PartyId[], on: Day | null) => readonly Reach[];
  /** Full members of a power of the watch on a day; empty for a power that is a state. */
  readonly membersOn: (bloc: PartyId, on: Day) => ReadonlySet<StateCode>;
}

export function circleOf(watch: Watch, reference: Reference, asOf: Day): Circle {
  const powers = [...watch.powers, ...watch.optionalPowers, ...watch.aggregates];
  const memberships = reference.memberships.filter(
    (one) => one.role === "member" && powers.includes(one.bloc) && one.from <= asOf,
  );
  const memberStates = new Set(memberships.map((one) => one.state));
  const on = (day: Day) =>
    memberships.filter((one) => one.from <= day && (one.to === null || one.to > day));
  const name = (party: PartyId) => nameInText(reference, party);
  return {
    watched: new Set(watch.states),
    powers,
    isPower: (party) => powers.includes(party) || memberStates.has(party),
    name,
    weigh: weighParticipants(reference),
    membersOn: (bloc, day) =>
      new Set(
        on(day)
          .filter((one) => one.bloc === bloc)
          .map((one) => one.state),
      ),
    throughBlocs: (states, day) => {
      const links = new Map<PartyId, string[]>();
      for (const one of new Set([...(day === null ? [] : on(day)), ...on(asOf)])) {
        if (!states.includes(one.state)) continue;
        const by = `${name(one.state)}, member since ${one.from}`;
        links.set(one.bloc, [...(links.get(one.bloc) ?? []), by]);
      }
      return [...links].map(([party, by]) => ({party, how: "member-of", by: by.join("; ")}));
    },
  };
}
