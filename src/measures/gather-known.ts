import type {Day, FactBook, PartyId, Reference, StateCode, Watch} from "../world/index.ts";
import {day, membersOf, nameOf, stateOf} from "../world/index.ts";
import {type Ballots, ballotsOf} from "./ballots-of.ts";
import {type FlowIndex, indexFlows} from "./index-flows.ts";
import {type Engagements, weighPairs} from "./weigh-pairs.ts";

/** Whom a state is measured towards. A bloc is the states that belonged to it in the middle of the figure's year. */
export interface Partner {
  readonly id: PartyId;
  readonly name: string;
  /** An aggregate does not act: its figures are shown only with the spread of its members. */
  readonly kind: "state" | "bloc" | "aggregate";
  readonly optional: boolean;
  membersIn(year: number): readonly StateCode[];
}

/** What every measure is given. */
export interface Known {
  readonly book: FactBook;
  readonly watch: Watch;
  readonly reference: Reference;
  readonly partners: readonly Partner[];
  /** Trade of the watched states; made when first asked for, as the two below. */
  flows(): FlowIndex;
  /** Recorded votes with where each partner stood. */
  ballots(): Ballots;
  /** Engagement of each pair from event counts. */
  engagements(): Engagements;
  name(party: PartyId): string;
}

/**
 * Yearly series begin here: a quarter of a century is what an answer can carry to a browser with the evidence of each
 * figure. Older rows stay in the ledger and can be exported.
 */
export const firstYear = 2000;

export function gatherKnown(book: FactBook, watch: Watch, reference: Reference): Known {
  const partnerOf = (id: PartyId, optional: boolean): Partner => {
    const name = nameOf(reference, id);
    if (stateOf(reference, id) !== undefined) {
      return {id, name, kind: "state", optional, membersIn: () => [id]};
    }
    const bloc = reference.blocs.find((one) => one.id === id);
    const byYear = new Map<number, readonly StateCode[]>();
    const membersIn = (year: number) => {
      let members = byYear.get(year);
      if (members === undefined) {
        members = membersOf(reference, id, midYear(year));
        byYear.set(year, members);
      }
      return members;
    };
    const kind = bloc?.kind === "aggregate" ? "aggregate" : "bloc";
    return {id, name, kind, optional, membersIn};
  };
  const ids = new Map<PartyId, boolean>();
  for (const id of [...watch.powers, ...watch.aggregates]) ids.set(id, false);
  for (const id of watch.optionalPowers) if (!ids.has(id)) ids.set(id, true);
  const known: Known = {
    book,
    watch,
    reference,
    partners: [...ids].map(([id, optional]) => partnerOf(id, optional)),
    flows: once(() => indexFlows(book.trade, watch.states)),
    ballots: once(() => ballotsOf(book)),
    engagements: once(() => weighPairs(book, mainPairsOf(known))),
    name: (party) => nameOf(reference, party),
  };
  return known;
}

function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Membership is read in the middle of the year: who joined in May traded as a member for most of it. */
export function midYear(year: number): Day {
  return day(`${year}-07-01`);
}

export interface Pair {
  readonly state: StateCode;
  readonly partner: Partner;
}

/** Each watched state with each partner that is another; of a bloc the state itself is left out by `othersIn`. */
export function pairsOf(known: Known): Pair[] {
  return known.watch.states.flatMap((state) =>
    known.partners.filter(({id}) => id !== state).map((partner) => ({state, partner})),
  );
}

/** Pairs for the long series, for which optional powers have no room. */
export function mainPairsOf(known: Known): Pair[] {
  return pairsOf(known).filter(({partner}) => !partner.optional);
}

/** The partner's states of a year, without the state itself. */
export function othersIn(partner: Partner, state: StateCode, year: number): readonly StateCode[] {
  const members = partner.membersIn(year);
  return members.includes(state) ? members.filter((one) => one !== state) : members;
}
