import type {Reference, Stretch} from "../world/index.ts";
import {fold, type GazetteerName} from "./gazetteer.ts";

/** Shortest name that is looked for with a letter wrong: shorter ones are too near to other words. */
const shortest = 7;

/** Words one letter from a state's or a leader's name that are something else. */
const others = new Set(
  `Cameron Giorgia Georgina Granada Hungry Indiana Armenta Barbadoes Virginia Romania Columbia Australis Austria
  Filipina Germania Germanic Hispania Iberia Liberal Siberia Serbian Slavonia Albany Algerian Argentino Macedonian
  Malayan Malaysian Mauritius Mauritania Mexicans Moravia Nigerian Palestina Pakistan Somalis Tunisian Ukrainian
  Venezia Vietnamese Zambian Mongolian Lebanese Bahamian Bolivian Jamaican Jordania Finlandia Icelander Icelandic
  Scotland Croatian Estonian Latvian Kuwaiti Morrison Jamieson Johnston Gutierrez Fernandes Rodrigues Starters Angolan
  Denmarks Belgian Colombian Columbian Cambodian Burundian Armenian Armenians Eritrean Ethiopian Hungarian Georgian
  Moldovan Namibian Namibians Senegal Slovakian Slovenian Uruguayan Zimbabwean Georgias Tasmania Mandela Merkels
  Modesto Romanian Lithuanian Indonesian Philippine Cyprian Japaneses Jordanian Russians Russian Thailander Turkeys
  Netherland Singaporean Singapore Cambodia Macrons Trumpian Norwegians Austrians Sergeant Michelin Victoria Maduros
  Keynes Kenyans Chinese Taiwans Rwandan Bulgarian Belarussian Bosnian Serbians Bahraini Yemenis Iraqis Israelis
  Polands Francine Colombo Islamabad Iranians`.split(/\s+/),
);

const known = new WeakMap<Reference, ReadonlyMap<string, GazetteerName>>();

/**
 * The party whose name a capitalised word misses by one letter: one wrong, missing, too many, or two changed about.
 * States, their adjectives and capitals, and heads of state and government; the first letter is always right.
 */
export function meantBy(
  text: string,
  {start, end}: Stretch,
  reference: Reference,
): GazetteerName | null {
  if (end - start < shortest - 1 || end - start > 20 || isSmall(text.charCodeAt(start)))
    return null;
  const said = text.slice(start, end);
  if (!/^\p{Lu}\p{Ll}+$/u.test(said) || others.has(said)) return null;
  // "San Fransisco", "Port Columbia": part of a longer name.
  if (/\p{Lu}\p{Ll}+[ -]$/u.test(text.slice(Math.max(0, start - 16), start))) return null;
  if (/^[ -]\p{Lu}\p{Ll}/u.test(text.slice(end, end + 3))) return null;
  const meant = misspellingsOf(reference);
  const key = fold(said);
  for (const shorter of [key, ...shorterBy1(key)]) {
    const name = meant.get(shorter);
    if (name !== undefined && isOneOff(key, fold(name.name))) return name;
  }
  return null;
}

/** A small letter of ASCII, as nearly every word begins. */
const isSmall = (unit: number) => unit >= 0x61 && unit <= 0x7a;

/** Names by each string that is left when one letter is taken out (Garbe's symmetric deletion). */
function misspellingsOf(reference: Reference): ReadonlyMap<string, GazetteerName> {
  const built = known.get(reference);
  if (built !== undefined) return built;
  const byPart = new Map<string, GazetteerName>();
  const add = (name: string, party: string, kind: GazetteerName["kind"], person: string | null) => {
    const key = fold(name);
    if (key.length < shortest || !/^\p{Lu}\p{Ll}+$/u.test(key)) return;
    const entry: GazetteerName = {
      name,
      party,
      bloc: false,
      kind,
      role: person === null ? null : "GOV",
      person,
      office: null,
      held: null,
      valid: null,
      needsParty: false,
      tail: "",
      exact: false,
    };
    for (const part of [key, ...shorterBy1(key)]) if (!byPart.has(part)) byPart.set(part, entry);
  };
  for (const state of reference.states) {
    if (state.existed.to !== null) continue;
    add(state.name, state.code, "name", null);
    for (const one of state.aliases) add(one, state.code, "name", null);
    for (const one of state.demonyms) add(one, state.code, "adjective", null);
  }
  for (const {person, state, office} of reference.offices)
    if (/^(President|Prime Minister|Chancellor)$/.test(office))
      add(person.split(/\s+/).at(-1) ?? "", state, "person", person);
  known.set(reference, byPart);
  return byPart;
}

function shorterBy1(word: string): string[] {
  return Array.from({length: word.length - 1}, (_, i) => word.slice(0, i + 1) + word.slice(i + 2));
}

/** One letter put in, left out or changed, or two neighbours changed about. */
function isOneOff(a: string, b: string): boolean {
  if (a === b || a[0] !== b[0] || Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const restA = a.slice(i);
  const restB = b.slice(i);
  return (
    restA.slice(1) === restB ||
    restB.slice(1) === restA ||
    restA.slice(1) === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}
