import type {LanguageBook, PartyId} from "../../world/index.ts";
import {readTokens, type Token} from "./read-tokens.ts";

/** A name as the row of words that it is. */
interface NameRow {
  readonly words: readonly string[];
  readonly party: PartyId;
  readonly kind: string;
  /** "RSF", "AS": met in capitals only. */
  readonly shouted: boolean;
  readonly capital: boolean;
}

/** Names by their first word, longest first. */
export type NameBook = ReadonlyMap<string, readonly NameRow[]>;

/** A party named in a sentence, by its tokens. */
export interface Name {
  readonly first: number;
  /** One past the last token. */
  readonly last: number;
  readonly party: PartyId;
  readonly kind: string;
}

export function nameBook({language, names}: LanguageBook): NameBook {
  const book = new Map<string, NameRow[]>();
  for (const {name, party, kind} of names) {
    // «Росатом» is met with and without its marks.
    const tokens = readTokens(name.replace(/[«»"]/g, ""), language);
    const words = tokens.map((token) => token.plain);
    const capital = tokens[0]?.capital ?? false;
    const row = {words, party, kind, shouted: /^\p{Lu}{2,5}$/u.test(name), capital};
    const first = words[0] ?? "";
    const rows = book.get(first);
    if (rows === undefined) book.set(first, [row]);
    else rows.push(row);
  }
  for (const rows of book.values()) rows.sort((a, b) => b.words.length - a.words.length);
  return book;
}

/** Every name in the tokens; where names lie within names, the longest. */
export function findNames(tokens: readonly Token[], book: NameBook): Name[] {
  const found: Name[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const row = book.get(tokens[at]?.plain ?? "")?.find((one) => stands(tokens, at, one));
    if (row === undefined) continue;
    const last = at + row.words.length;
    found.push({first: at, last, party: row.party, kind: row.kind});
    at = last - 1;
  }
  return found;
}

function stands(tokens: readonly Token[], at: number, row: NameRow): boolean {
  const {words, shouted, capital} = row;
  const first = tokens[at];
  if (first === undefined || (capital && !first.capital)) return false;
  if (shouted && first.text !== first.text.toUpperCase()) return false;
  // "AS$200", "500 juta dolar AS": money is no state.
  if (shouted && (tokens[at + 1]?.text === "$" || /^dol+ar$/.test(tokens[at - 1]?.plain ?? "")))
    return false;
  // "Kalimantan Barat" lies in the west, and is not the West.
  if (row.party === "WEST" && words.length === 1 && tokens[at - 1]?.capital === true) return false;
  return words.every((word, k) => tokens[at + k]?.plain === word);
}
