import {codedLanguages, type Day, type Reference} from "../world/index.ts";
import {findMentions} from "./find-mentions.ts";
import {compileBook} from "./languages/compile-book.ts";
import {findNames} from "./languages/find-names.ts";
import {readTokens} from "./languages/read-tokens.ts";
import type {Mention} from "./mention.ts";

/** How the names of a language's book are told apart, in the words of the English gazetteer. */
const kinds: Readonly<Record<string, Mention["kind"]>> = {
  state: "name",
  bloc: "name",
  demonym: "adjective",
  leader: "person",
  place: "capital",
  capital: "capital",
};

/**
 * Parties named in a text of any language that is read: English by its gazetteer, others by their books, as they stand
 * and without regard to the day. None in a language without a book.
 */
export function findMentionsIn(
  language: string,
  text: string,
  reference: Reference,
  on: Day | null = null,
): Mention[] {
  const coded = codedLanguages.find((one) => one === language);
  if (coded === undefined) return findMentions(text, reference, on);
  const book = reference.languageOf(coded);
  if (book === null) return [];
  const tokens = readTokens(text, coded);
  const blocs = new Set(reference.blocs.map(({id}) => id));
  return findNames(tokens, compileBook(book).names).map(({first, last, party, kind}) => {
    const start = tokens[first]?.start ?? 0;
    const end = tokens[last - 1]?.end ?? start;
    return {
      start,
      end,
      party,
      words: text.slice(start, end),
      bloc: blocs.has(party),
      kind: kinds[kind] ?? "body",
      role: null,
      person: null,
      office: null,
    };
  });
}
