import type {PartyId, Reference} from "../world/index.ts";

interface Name {
  readonly name: string;
  readonly party: PartyId;
}

const gazetteers = new WeakMap<Reference, ReadonlyMap<string, readonly Name[]>>();

/** Names by their first word, longest first, so that "South Korea" is met before "South". Built once a reference. */
function gazetteerOf(reference: Reference): ReadonlyMap<string, readonly Name[]> {
  const known = gazetteers.get(reference);
  if (known !== undefined) return known;
  const names = new Map<string, Name[]>();
  const add = (name: string, party: PartyId) => {
    const first = /^[\p{L}\p{N}]+/u.exec(name)?.[0];
    // Short names count only in capitals ("US", "EU"): "us" and "in" are words.
    if (first === undefined || (name.length < 4 && name !== name.toUpperCase())) return;
    const others = names.get(first);
    if (others === undefined) names.set(first, [{name, party}]);
    else others.push({name, party});
  };
  for (const {code, name, demonyms, aliases, capital} of reference.states)
    for (const one of [name, ...demonyms, ...aliases, ...(capital === null ? [] : [capital])])
      add(one, code);
  for (const {id, name, aliases} of reference.blocs)
    for (const one of [id, name, ...aliases]) add(one, id);
  for (const some of names.values()) some.sort((a, b) => b.name.length - a.name.length);
  gazetteers.set(reference, names);
  return names;
}

/** States and blocs that a text names, with the first words for each and how often; case counts, whole words only. */
export function countNames(
  text: string,
  reference: Reference,
): ReadonlyMap<PartyId, {readonly words: string; readonly times: number}> {
  const names = gazetteerOf(reference);
  const found = new Map<PartyId, {words: string; times: number}>();
  let after = 0;
  for (const word of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (word.index < after) continue;
    const hit = names
      .get(word[0])
      ?.find(
        ({name}) =>
          text.startsWith(name, word.index) &&
          !/[\p{L}\p{N}]/u.test(text[word.index + name.length] ?? " "),
      );
    if (hit === undefined) continue;
    after = word.index + hit.name.length;
    const known = found.get(hit.party);
    if (known === undefined) found.set(hit.party, {words: hit.name, times: 1});
    else known.times += 1;
  }
  return found;
}
