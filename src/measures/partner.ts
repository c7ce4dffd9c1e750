import type {Day, PartyId, Reference, StateCode} from "../world/index.ts";
import {day, membersOf, nameInText, stateOf} from "../world/index.ts";

/** Whom a state is measured towards. A bloc is the states that belonged to it in the middle of the figure's year. */
export interface Partner {
  readonly id: PartyId;
  readonly name: string;
  /** An aggregate does not act: its figures are shown only with the spread of its members. */
  readonly kind: "state" | "bloc" | "aggregate";
  readonly optional: boolean;
  membersIn(year: number): readonly StateCode[];
}

export interface Pair {
  readonly state: StateCode;
  readonly partner: Partner;
}

export function partnerOf(reference: Reference, id: PartyId, optional: boolean): Partner {
  const name = nameInText(reference, id);
  if (stateOf(reference, id) !== undefined)
    return {id, name, kind: "state", optional, membersIn: () => [id]};
  const bloc = reference.blocs.find((one) => one.id === id);
  const byYear = new Map<number, readonly StateCode[]>();
  return {
    id,
    name,
    kind: bloc?.kind === "aggregate" ? "aggregate" : "bloc",
    optional,
    membersIn: (year) => {
      const members = byYear.get(year) ?? membersOf(reference, id, midYear(year));
      byYear.set(year, members);
      return members;
    },
  };
}

const midYears = new Map<number, Day>();

/** Membership is read in the middle of the year: who joined in May traded as a member for most of it. */
function midYear(year: number): Day {
  const known = midYears.get(year) ?? day(`${year}-07-01`);
  midYears.set(year, known);
  return known;
}

/** The partner's states of a year, without the state itself. */
export function othersIn(partner: Partner, state: StateCode, year: number): readonly StateCode[] {
  const members = partner.membersIn(year);
  return members.includes(state) ? members.filter((one) => one !== state) : members;
}
