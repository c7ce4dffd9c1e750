import {plainWords} from "./feed-words.ts";

const longestName = 200;
const mostNames = 5;

/** The names of a feed's authors, joined. "desk@news.example (News Desk)" is News Desk (RSS 2.0); an address alone is no name. */
export function feedAuthor(stated: readonly (string | null)[]): string | null {
  const names = stated
    .slice(0, 20)
    .map((one) => nameIn(one?.slice(0, 2 * longestName) ?? ""))
    .filter((name) => name !== null);
  const each = [...new Set(names)].slice(0, mostNames);
  return each.length === 0 ? null : each.join(", ");
}

function nameIn(text: string): string | null {
  const named = /@[^\s(]{1,200}\s{0,5}\(([^()]{1,200})\)/.exec(text)?.[1] ?? text;
  const name = plainWords(named.replace(/<[^<>]{0,200}>/g, " "), longestName);
  return name === null || /^\S+@\S+$|^https?:/i.test(name) ? null : name;
}
