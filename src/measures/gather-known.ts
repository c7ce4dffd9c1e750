import type {FactBook, PartyId, Reference, Watch} from "../world/index.ts";
import {nameInText} from "../world/index.ts";
import {type Ballots, ballotsOf} from "./ballots-of.ts";
import type {Kind} from "./engagement-of.ts";
import {type FlowIndex, indexFlows} from "./index-flows.ts";
import {type LevelChanges, levelChanges} from "./level-changes.ts";
import {type Pair, type Partner, partnerOf} from "./partner.ts";
import {type Engagements, weighPairs} from "./weigh-pairs.ts";

/** What every measure is given. */
export interface Known {
  readonly book: FactBook;
  readonly watch: Watch;
  readonly reference: Reference;
  readonly partners: readonly Partner[];
  /** Trade of the watched states; made when first asked for, as those below. */
  flows(): FlowIndex;
  /** Recorded votes with where each partner stood. */
  ballots(): Ballots;
  /** Engagement of each pair from event counts. */
  engagements(): Engagements;
  /** When the level of events changed, for each main pair in order. */
  changes(kind: Kind): readonly (LevelChanges | null)[];
  name(party: PartyId): string;
}

const gathered = new WeakMap<FactBook, Known>();

/** What is known for a watch. Series and postures of one book share it, and so index and weigh its rows once. */
export function gatherKnown(book: FactBook, watch: Watch, reference: Reference): Known {
  const last = gathered.get(book);
  if (last?.watch === watch && last.reference === reference) return last;
  const known = gather(book, watch, reference);
  gathered.set(book, known);
  return known;
}

function gather(book: FactBook, watch: Watch, reference: Reference): Known {
  const changesOf = (kind: Kind) =>
    once(() => levelChanges(known.engagements(), mainPairsOf(known), kind));
  const changes = {cooperation: changesOf("cooperation"), conflict: changesOf("conflict")};
  const known: Known = {
    book,
    watch,
    reference,
    partners: partnersOf(watch, reference),
    flows: once(() => indexFlows(book.trade, watch.states)),
    ballots: once(() => ballotsOf(book)),
    engagements: once(() => weighPairs(book, mainPairsOf(known))),
    changes: (kind) => changes[kind](),
    name: (party) => nameInText(reference, party),
  };
  return known;
}

/** The same of some parties alone; what was indexed for all of them serves. */
export function knownAmong(known: Known, parties: ReadonlySet<PartyId>): Known {
  const states = known.watch.states.filter((state) => parties.has(state));
  return {
    ...known,
    watch: {...known.watch, states},
    partners: known.partners.filter(({id}) => parties.has(id)),
  };
}

/** All towards whom a watch measures; a power that is optional too is none that is. */
function partnersOf(watch: Watch, reference: Reference): Partner[] {
  const optional = new Map<PartyId, boolean>();
  for (const id of [...watch.powers, ...watch.aggregates]) optional.set(id, false);
  for (const id of watch.optionalPowers) if (!optional.has(id)) optional.set(id, true);
  return [...optional].map(([id, isOptional]) => partnerOf(reference, id, isOptional));
}

function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Each watched state with each partner that is another; of a bloc the state itself is left out by `othersIn`. */
export function pairsOf({watch, partners}: Pick<Known, "watch" | "partners">): Pair[] {
  return watch.states.flatMap((state) =>
    partners.filter(({id}) => id !== state).map((partner) => ({state, partner})),
  );
}

/** The pairs of a watch, without any facts of them; optional powers left out. */
export function watchedPairs(watch: Watch, reference: Reference): Pair[] {
  return mainPairsOf({watch, partners: partnersOf(watch, reference)});
}

/** Pairs for the long series, for which optional powers have no room. */
export function mainPairsOf(known: Pick<Known, "watch" | "partners">): Pair[] {
  return pairsOf(known).filter(({partner}) => !partner.optional);
}
