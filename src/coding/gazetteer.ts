import type {
  ActorRole,
  Bloc,
  Body,
  Day,
  OfficeHolder,
  PartyId,
  Person,
  Reference,
  Span,
  State,
} from "../world/index.ts";
import {roleOfOffice} from "./role-of-office.ts";

/** A name that a party bears in texts, with the days on which it may be read so. */
export interface GazetteerName {
  readonly name: string;
  readonly party: PartyId;
  readonly bloc: boolean;
  /** "adjective" also means people: "Russian", "Russians". A person stands for the state by office, a body by belonging. */
  readonly kind: "name" | "adjective" | "capital" | "person" | "body";
  readonly role: ActorRole | null;
  /** In full, though the name may be the surname alone. */
  readonly person: string | null;
  readonly office: string | null;
  /** The days of the office; `null` where none is held. */
  readonly held: Span | null;
  /** `null` where the name holds on every day. */
  readonly valid: Span | null;
  /** Several bear it: it is read only where its party is named too. */
  readonly needsParty: boolean;
  /** What must follow the last word: "." of "U.S.", "+" of "OPEC+". */
  readonly tail: string;
  /** The spelling itself is needed: without its accent the name is another word ("Malé"). */
  readonly exact: boolean;
}

/** Names word by word: a step is the mark between two words with the next word, folded. */
export interface GazetteerNode {
  /** `null` where no name goes on: most nodes are a name's last word, and a map takes more room than all else of it. */
  next: Map<string, GazetteerNode> | null;
  /** Those that end here; the first that holds on the day is read. */
  names: readonly GazetteerName[];
}

/** Capitals that are commoner as names of people, ships and streets; the state must be named otherwise. */
const capitalsThatMislead = new Set(
  "Castries;Douglas;George Town;Georgetown;Hamilton;Jamestown;Kingston;Marigot;Stanley;The Valley;Victoria".split(
    ";",
  ),
);

/** Surnames that are English words, months or common names of many: only the full name is read. */
const surnamesThatMislead = new Set(
  `Abdi Abdullah Ahmed Ali Amin Anand Asif Aquino Austin Aziz Banga Barrot Bennett Bondi Borne Brown Bush Cameron Castro Charles
  Chaves Clinton Conte Cooper Costa Dung Farrell Fernández Graham Francis Gandhi Grandi Hamidi Hyun Iqbal Jong Harper Harris Hassan Haddad Healey
  Ibrahim Johnson Khan Kerry Lammy Magyar Mahmood Martin Mattis Michal Michel Moon Morales Morrison Nawaz Nielsen Nordin Ortega Patel Pavel
  Payne Peters Powell Rahman Razak Reeves Rodríguez Rutte Salam Salman Shah Silva Singh Stocker Sullivan Tariq Truss Wallace
  Waltz Wine Wong Zayed`.split(/\s+/),
);

/** Names that without their accents are words of English or of another place. */
const accentsThatMatter = new Set(["Malé", "Lomé"]);

/** Where a walk through the names begins. */
export interface Gazetteer {
  /** The names that begin with a word, folded. */
  readonly begin: (word: string) => GazetteerNode | undefined;
}

const known = new WeakMap<Reference, Gazetteer>();

type Plain = Pick<GazetteerName, "name" | "party" | "bloc" | "kind"> & Partial<GazetteerName>;

/** Every name in `reference`, ready to be walked word by word. Built once a reference; persons when a text first has a word of theirs. */
export function gazetteerOf(reference: Reference): Gazetteer {
  const built = known.get(reference) ?? gazetteerMade(reference);
  known.set(reference, built);
  return built;
}

function gazetteerMade(reference: Reference): Gazetteer {
  const root: GazetteerNode = {next: null, names: none};
  const add = (entry: Plain) => addName(root, entry);
  // Blocs come before states: "Brussels" in a text about states is the European Union's seat.
  for (const bloc of reference.blocs) addBloc(bloc, add);
  const blocs = new Set(reference.blocs.map((bloc) => bloc.id));
  for (const body of reference.bodies) addBody(body, blocs.has(body.party), add);
  // Those that are gone come last: without a date, Hanoi is Vietnam's.
  const standing = reference.states.filter(({existed}) => existed.to === null);
  const gone = reference.states.filter(({existed}) => existed.to !== null);
  for (const state of standing) addState(state, add);
  for (const {name, state: party, kind, from, to} of reference.names) {
    const as = kind === "demonym" ? "adjective" : kind === "city" ? "capital" : "name";
    const role = kind === "seat" ? "GOV" : null;
    add({name, party, bloc: false, kind: as, role, valid: spanOf(from, to)});
  }
  for (const state of gone) addState(state, add);
  for (const holder of reference.offices) addHolder(holder, blocs.has(holder.state), add);
  const waiting = waitingPersons(reference);
  return {
    begin: (word) => {
      for (const {name, ...person} of waiting(word))
        add({...person, name, bloc: blocs.has(person.party), kind: "person"});
      return root.next?.get(word);
    },
  };
}

type PersonNamed = Pick<GazetteerName, "name" | "party" | "role" | "person"> & Pick<Plain, "valid">;
const nobody: readonly PersonNamed[] = [];

/**
 * Persons are many, and a text names few: their names are told by first word, each once.
 * A full name stands for the state on any day; a word alone on the days on which it means them.
 */
function waitingPersons(reference: Reference) {
  const persons = reference.persons();
  const namesOf = ({name, party, role, alone, from, to}: Person): PersonNamed[] => {
    const told = {party, role, person: name};
    const full = {...told, name};
    return alone === null ? [full] : [full, {...told, name: alone, valid: spanOf(from, to)}];
  };
  const firstOf = (name: string) => fold(name.match(word)?.[0] ?? "");
  const byFirst = new Map<string, number[]>();
  for (let place = 0; place < persons.length; place++) {
    const {name = "", alone = ""} = persons.cellsAt(place);
    for (const first of new Set([firstOf(name), firstOf(alone)])) {
      const places = byFirst.get(first);
      if (places === undefined) byFirst.set(first, [place]);
      else places.push(place);
    }
  }
  return (first: string): readonly PersonNamed[] => {
    const places = byFirst.get(first);
    // Asked of every word of a text.
    if (places === undefined) return nobody;
    byFirst.delete(first);
    return places
      .flatMap((place) => namesOf(persons.at(place)))
      .filter(({name}) => firstOf(name) === first);
  };
}

function spanOf(from: Day | null, to: Day | null): Span | null {
  return from === null && to === null ? null : {from: from ?? ("0001-01-01" as Day), to};
}

const word = /[\p{L}\p{N}\p{M}]+/gu;
const plainLetters: Readonly<Record<string, string>> = {
  ł: "l",
  Ł: "L",
  ø: "o",
  Ø: "O",
  ı: "i",
  đ: "d",
  Đ: "D",
};

/** A word without its accents, as texts often have it. */
export function fold(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII has nothing to fold.
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[łŁøØıđĐ]/g, (one) => plainLetters[one] ?? one);
}

/** What stands between two words, as one: any space is a space, any apostrophe is one. */
export function foldGap(gap: string): string {
  return /^\s+$/.test(gap) ? " " : gap.replace(/[‘’ʼ]/g, "'");
}

function addName(root: GazetteerNode, entry: Plain): void {
  const {name, kind} = entry;
  // Two or three letters are a name only in capitals ("US", "EU"); "us" and "in" are words.
  const short = name.length < 4 && /^\p{L}\p{Ll}+$/u.test(name);
  if (name.length < 2 || (short && kind !== "person" && kind !== "adjective")) return;
  let node = root;
  let at = 0;
  for (const {0: one, index} of name.matchAll(word)) {
    const step = foldGap(name.slice(at, index)) + fold(one);
    node.next ??= new Map();
    const next: GazetteerNode = node.next.get(step) ?? {next: null, names: none};
    node.next.set(step, next);
    node = next;
    at = index + one.length;
  }
  if (node === root) return;
  const made: GazetteerName = {
    role: null,
    person: null,
    office: null,
    held: null,
    valid: null,
    needsParty: false,
    ...entry,
    tail: name.slice(at),
    exact: accentsThatMatter.has(name),
  };
  node.names = [...node.names, made];
}

const none: readonly GazetteerName[] = [];

function addBloc({id: party, name, aliases}: Bloc, add: (entry: Plain) => void): void {
  for (const one of [party, name, ...aliases].flatMap(alsoInTitle))
    if (!one.includes("_")) add({name: one, party, bloc: true, kind: "name", role: "IGO"});
}

/** "Western allies" is "Western Allies" in a heading; "the West" opens a sentence as "The West". */
function alsoInTitle(name: string): string[] {
  const title = name.replace(/(^| )\p{Ll}/gu, (two) => two.toUpperCase());
  const opening = name.replace(/^\p{Ll}/u, (one) => one.toUpperCase());
  return [...new Set([name, opening, title])];
}

function addBody(body: Body, bloc: boolean, add: (entry: Plain) => void): void {
  const {party, role, office, read, from, to} = body;
  for (const name of alsoInTitle(body.name))
    add({
      name,
      party,
      bloc,
      kind: "body",
      role,
      office,
      valid: spanOf(from, to),
      needsParty: read === "context",
    });
}

function addState(state: State, add: (entry: Plain) => void): void {
  const party = {party: state.code, bloc: false};
  const valid = state.existed.to === null ? null : state.existed;
  for (const name of [state.name, ...state.aliases]) add({name, ...party, kind: "name", valid});
  for (const name of state.demonyms) add({name, ...party, kind: "adjective", valid});
  if (state.capital !== null && !capitalsThatMislead.has(state.capital))
    add({name: state.capital, ...party, kind: "capital", role: "GOV", valid});
}

/**
 * A full name stands for the state on any day, since people keep their nationality; for a bloc only in office. A
 * surname alone stands for the state from the day the office was taken.
 */
function addHolder(
  {person, state, office, from, to}: OfficeHolder,
  bloc: boolean,
  add: (entry: Plain) => void,
): void {
  const role = bloc ? "IGO" : roleOfOffice(office);
  const held = {from, to};
  const entry = {party: state, bloc, kind: "person", role, person, office, held} as const;
  add({...entry, name: person, valid: bloc ? held : null});
  const last = person.split(/\s+/).at(-1) ?? "";
  if (last === person || last.length < 4 || surnamesThatMislead.has(last)) return;
  add({...entry, name: last, valid: {from, to: bloc ? to : null}});
}
