import {squeezeSpace} from "./squeeze-space.ts";

/** No title, name or date that a page states is longer, in characters. */
const longest = 300;

/** A value from a page's metadata as words; `null` when it is no text, or empty. It stays text: markup in it is never read. */
export function statedWords(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const words = squeezeSpace(value.slice(0, 4 * longest)).slice(0, longest);
  return words === "" ? null : words;
}

const dateBehind =
  /[,|·–-]?\s*(?:\p{L}{3,9}\.?\s\d{1,2},?\s\d{4}|\d{1,2}\s\p{L}{3,9}\s\d{4}|\d{4}-\d\d-\d\d).*$/u;

/** A stated author without "By" and without the date that often follows; an address is no name. */
export function statedAuthor(value: unknown): string | null {
  const words = statedWords(value)?.replace(/^(?:written )?by:?\s+/i, "") ?? "";
  const name = words.replace(dateBehind, "").trim();
  return name === "" || /^https?:\/\/|@/.test(name) ? null : name;
}
