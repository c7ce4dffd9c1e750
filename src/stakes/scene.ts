import type {
  FactBook,
  Measured,
  Move,
  PartyId,
  Reference,
  Sector,
  Series,
  StateCode,
  Watch,
} from "../world/index.ts";
import {isGap, membersOf, nameInText} from "../world/index.ts";

/** The newest figure of a series, with the period that it is for. */
export interface Newest {
  readonly series: Series;
  readonly period: string;
  readonly figure: Measured;
}

/** A state, a partner and a sector, and what a rule may ask about them. */
export interface Scene {
  readonly state: StateCode;
  readonly partner: PartyId;
  readonly sector: Sector;
  readonly book: FactBook;
  readonly reference: Reference;
  /** The partner and, of a bloc, its members on the day asked for; the state itself is no partner of its own. */
  readonly partnerStates: ReadonlySet<StateCode>;
  /** The other powers of the watch, in its order. */
  readonly rivals: readonly PartyId[];
  /** Moves in which the state and the partner, or a member of it, take part; specimens are none. */
  readonly moves: readonly Move[];
  readonly name: (party: PartyId) => string;
  /** Series of a method for a party and a partner; `null` for those that have no partner. */
  readonly series: (method: string, state: PartyId, partner: PartyId | null) => readonly Series[];
}

function newestOf(series: Series): Newest | null {
  let found: Newest | null = null;
  for (const {period, figure} of series.points) {
    if (!isGap(figure) && (found === null || period >= found.period))
      found = {series, period, figure};
  }
  return found;
}

/** The newest figure among several series, of those that serve; of equally new ones the first. */
export function newestAmong(
  series: readonly Series[],
  serves: (figure: Measured) => boolean = () => true,
): Newest | null {
  let found: Newest | null = null;
  for (const one of series) {
    const newest = newestOf(one);
    if (newest === null || !serves(newest.figure)) continue;
    if (found === null || newest.figure.vintage > found.figure.vintage) found = newest;
  }
  return found;
}

/** What stands after method, state and partner in a series' id: a dataset, a direction, a rival. */
export function detailOf({id}: Series): string {
  return id.split("/").slice(3).join("/");
}

/** Makes a scene for each state, partner and sector, sharing one index of the series. */
export function sceneMaker(asked: {
  readonly book: FactBook;
  readonly watch: Watch;
  readonly reference: Reference;
  readonly series: readonly Series[];
  readonly moves: readonly Move[];
}): (state: StateCode, partner: PartyId, sector: Sector) => Scene {
  const {book, watch, reference} = asked;
  const key = (...parts: readonly (string | null)[]) => JSON.stringify(parts);
  const index = new Map<string, Series[]>();
  for (const one of asked.series) {
    const at = key(one.method.id, one.state, one.partner);
    const known = index.get(at);
    if (known === undefined) index.set(at, [one]);
    else known.push(one);
  }
  const real = asked.moves
    .filter(({specimen}) => !specimen)
    .map((move) => ({move, parties: [...move.sources, ...move.targets]}));
  return (state, partner, sector) => {
    const partnerStates = new Set([partner, ...membersOf(reference, partner, book.asOf)]);
    partnerStates.delete(state);
    return {
      state,
      partner,
      sector,
      book,
      reference,
      partnerStates,
      rivals: watch.powers.filter((power) => power !== partner && power !== state),
      moves: real
        .filter(
          ({parties}) =>
            parties.includes(state) && parties.some((party) => partnerStates.has(party)),
        )
        .map(({move}) => move),
      name: (party) => nameInText(reference, party),
      series: (method, of, towards) => index.get(key(method, of, towards)) ?? [],
    };
  };
}
