import type {PartyId, Reference, Stretch} from "../world/index.ts";

/** A name of a party in a text. */
export interface Mention extends Stretch {
  readonly party: PartyId;
  readonly words: string;
  readonly bloc: boolean;
}

/** Parties named one after the other as one subject or object: "Indonesia, Malaysia and Thailand". */
export interface Group extends Stretch {
  readonly parties: readonly PartyId[];
}

interface GazetteerName {
  readonly name: string;
  readonly party: PartyId;
  readonly bloc: boolean;
}

type Gazetteer = ReadonlyMap<string, readonly GazetteerName[]>;

const gazetteers = new WeakMap<Reference, Gazetteer>();

/** Names by their first word, longest first, so that "South Korea" is met before "South". Built once a reference. */
function gazetteerOf(reference: Reference): Gazetteer {
  const known = gazetteers.get(reference);
  if (known !== undefined) return known;
  const byFirst = new Map<string, GazetteerName[]>();
  const add = (name: string, party: PartyId, bloc = false) => {
    const first = /^[\p{L}\p{N}]+/u.exec(name)?.[0];
    // Two letters are a name only in capitals ("US", "EU"); "us" and "in" are words.
    if (first === undefined || name.length < 2 || (name.length < 4 && name !== name.toUpperCase()))
      return;
    byFirst.set(first, [...(byFirst.get(first) ?? []), {name, party, bloc}]);
  };
  for (const state of reference.states) {
    for (const name of [state.name, ...state.demonyms, ...state.aliases]) add(name, state.code);
    if (state.capital !== null) add(state.capital, state.code);
  }
  for (const bloc of reference.blocs)
    for (const name of [bloc.id, bloc.name, ...bloc.aliases]) add(name, bloc.id, true);
  for (const office of reference.offices) {
    add(office.person, office.state);
    const last = office.person.split(/\s+/).at(-1) ?? "";
    if (last.length >= 5) add(last, office.state);
  }
  for (const names of byFirst.values()) names.sort((a, b) => b.name.length - a.name.length);
  gazetteers.set(reference, byFirst);
  return byFirst;
}

/** Finds states and blocs by name, demonym, capital or office holder; case counts, whole words only. */
export function findMentions(text: string, reference: Reference): Mention[] {
  const gazetteer = gazetteerOf(reference);
  const found: Mention[] = [];
  let after = 0;
  for (const word of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (word.index < after) continue;
    const hit = gazetteer
      .get(word[0])
      ?.find(
        ({name}) =>
          text.startsWith(name, word.index) &&
          !/[\p{L}\p{N}]/u.test(text[word.index + name.length] ?? " "),
      );
    if (hit === undefined) continue;
    after = word.index + hit.name.length;
    found.push({start: word.index, end: after, party: hit.party, words: hit.name, bloc: hit.bloc});
  }
  return found;
}

/**
 * Joins mentions that only a comma, "and" or "&" keeps apart. A bloc and a state are not joined: in "in Southeast
 * Asia, Indonesia and Malaysia …" the bloc is a place, the two states are the subject.
 */
export function groupMentions(text: string, mentions: readonly Mention[]): Group[] {
  const groups: (Group & {bloc: boolean})[] = [];
  for (const mention of mentions) {
    const last = groups.at(-1);
    const joined =
      last !== undefined &&
      last.bloc === mention.bloc &&
      /^(,|,? and|,? as well as| &)\s+$/.test(text.slice(last.end, mention.start));
    if (last !== undefined && joined) {
      const parties = [...new Set([...last.parties, mention.party])];
      groups[groups.length - 1] = {...last, end: mention.end, parties};
    } else
      groups.push({
        start: mention.start,
        end: mention.end,
        parties: [mention.party],
        bloc: mention.bloc,
      });
  }
  return groups;
}
