import type {PartyId, Reference} from "../world/index.ts";
import type {Report} from "./report.ts";

/** Words without a subject of their own, left out when two passages are compared. */
const emptyWords = new Set(
  `about after again against also among and any are been before being between both but can could did does during each
  for from had has have her his into its more most new not now off onto other our out over said says she should some
  such than that the their them then there these they this those through under until upon very was were what when
  where which while who will with within would year years
  january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday
  hold holds held holding take takes took taken make makes made give gives gave given begin begins began begun
  start starts started end ends ended told tell`.split(/\s+/),
);

/** What a passage is about, and the words of its type that it uses. */
export interface Words {
  readonly subject: ReadonlySet<string>;
  readonly act: ReadonlySet<string>;
}

export type WordsOf = (report: Report) => Words;

/**
 * Words that say what a passage is about: not the parties' names, not the words for its type, which stand apart, not
 * empty ones. A name with a number ("Su-35") is one word. Verbs that only carry a noun ("held talks") are empty. An
 * ending goes off and six letters stay, so that "signed" meets "sign" and "agreements" meets "agreement".
 */
export function readWords(reference: Reference): WordsOf {
  const cut = (word: string) => word.replace(/(?<=\p{L}{3})(ing|ed|es|s)$/u, "").slice(0, 6);
  const split = (text: string) =>
    text.toLowerCase().match(/\p{L}{1,9}-?\p{N}{1,9}|\p{L}{3,}/gu) ?? [];
  const namesOf = new Map<PartyId, ReadonlySet<string>>();
  for (const one of reference.states) {
    const words = [one.name, ...one.demonyms, ...one.aliases, one.capital ?? ""].flatMap(split);
    namesOf.set(one.code, new Set(words.map(cut)));
  }
  for (const one of reference.blocs)
    namesOf.set(one.id, new Set([one.name, ...one.aliases].flatMap(split).map(cut)));
  const typeWords = new Map(
    reference.codebook.map((entry) => [
      entry.type,
      new Set([...entry.verbs, ...entry.nouns].flatMap(split).map(cut)),
    ]),
  );
  const known = new Map<string, Words>();
  return ({event}) => {
    const found = known.get(event.id);
    if (found !== undefined) return found;
    const parties = [...event.sources, ...event.targets];
    const words = split(event.evidence.quote)
      .filter((word) => !emptyWords.has(word))
      .map(cut)
      .filter((word) => !parties.some((party) => namesOf.get(party)?.has(word)));
    const ofType = typeWords.get(event.type);
    const read: Words = {
      subject: new Set(words.filter((word) => !ofType?.has(word))),
      act: new Set(words.filter((word) => ofType?.has(word))),
    };
    known.set(event.id, read);
    return read;
  };
}
