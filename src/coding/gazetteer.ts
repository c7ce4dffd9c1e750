import type {OfficeHolder, PartyId, Reference, Span} from "../world/index.ts";

/** A name that a party bears in texts, with the days on which it may be read so. */
export interface GazetteerName {
  readonly name: string;
  readonly party: PartyId;
  readonly bloc: boolean;
  /** "adjective" also means people: "Russian", "Russians". A person stands for the state by office. */
  readonly kind: "name" | "adjective" | "capital" | "person";
  /** `null` where the name holds on every day. */
  readonly valid: Span | null;
}

/** Names by their first word, longest first, so that "South Korea" is met before "South". */
export type Gazetteer = ReadonlyMap<string, readonly GazetteerName[]>;

/** Capitals that are commoner as names of people, ships and streets; the state must be named otherwise. */
const capitalsThatMislead = new Set(
  "Castries;Douglas;George Town;Georgetown;Hamilton;Jamestown;Kingston;Marigot;Stanley;The Valley;Victoria".split(
    ";",
  ),
);

/** Surnames that are English words, months or common given names: only the full name is read. */
const surnamesThatMislead = new Set(
  "Abdullah Amin Aquino Army Austin Aziz Barrot Borne Brown Bush Cameron Clinton Cooper Costa Dung Farrell Forces Gang Haram Harper Hassan Healey Ibrahim Jihad Johnson Khan Kerry Lammy Mattis Moon Michel Morrison Nordin Payne Rutte Salman Sayyaf Silva Singh Truss Wallace Wong Razak".split(
    " ",
  ),
);

const known = new WeakMap<Reference, Gazetteer>();

/** Every name in `reference`, ready to be looked up word by word. Built once a reference. */
export function gazetteerOf(reference: Reference): Gazetteer {
  const built = known.get(reference);
  if (built !== undefined) return built;
  const byFirst = new Map<string, GazetteerName[]>();
  const add = (entry: GazetteerName) => {
    const {name} = entry;
    const first = /^[\p{L}\p{N}]+/u.exec(name)?.[0];
    // Two or three letters are a name only in capitals ("US", "EU"); "us" and "in" are words.
    const short = name.length < 4 && name !== name.toUpperCase() && entry.kind !== "person";
    if (first === undefined || name.length < 2 || short) return;
    const names = byFirst.get(first);
    if (names === undefined) byFirst.set(first, [entry]);
    else names.push(entry);
  };
  // Blocs come before states: "Brussels" in a text about states is the European Union's seat.
  for (const bloc of reference.blocs)
    for (const name of [bloc.id, bloc.name, ...bloc.aliases].flatMap(alsoInTitle))
      if (!name.includes("_")) add({name, party: bloc.id, bloc: true, kind: "name", valid: null});
  for (const state of reference.states) {
    const party = {party: state.code, bloc: false};
    const valid = state.existed.to === null ? null : state.existed;
    for (const name of [state.name, ...state.aliases]) add({name, ...party, kind: "name", valid});
    for (const name of state.demonyms) add({name, ...party, kind: "adjective", valid});
    if (state.capital !== null && !capitalsThatMislead.has(state.capital))
      add({name: state.capital, ...party, kind: "capital", valid});
  }
  const blocs = new Set(reference.blocs.map((bloc) => bloc.id));
  for (const holder of reference.offices) addHolder(holder, blocs.has(holder.state), add);
  for (const names of byFirst.values()) names.sort((a, b) => b.name.length - a.name.length);
  known.set(reference, byFirst);
  return byFirst;
}

/** "Western allies" is "Western Allies" in a heading. */
function alsoInTitle(name: string): string[] {
  const title = name.replace(/ \p{Ll}/gu, (two) => two.toUpperCase());
  return title === name ? [name] : [name, title];
}

/**
 * A full name stands for the state on any day, since people keep their nationality; for a bloc only in office. A
 * surname alone stands for the state from the day the office was taken.
 */
function addHolder(
  {person, state, from, to}: OfficeHolder,
  bloc: boolean,
  add: (entry: GazetteerName) => void,
): void {
  const entry = {party: state, bloc, kind: "person"} as const;
  add({...entry, name: person, valid: bloc ? {from, to} : null});
  const last = person.split(/\s+/).at(-1) ?? "";
  if (last === person || last.length < 4 || surnamesThatMislead.has(last)) return;
  add({...entry, name: last, valid: {from, to: bloc ? to : null}});
}
