/** Runs of capitalised words; small words may join them ("Bank of China", "Sukhoi and Partners" are one each). */
const run = /\p{Lu}[\p{L}\d.&'’-]*(?:(?:\s+(?:of|for|de|and|&))?\s+\p{Lu}[\p{L}\d.&'’-]*)+/gu;

/** More than a paragraph's worth of names is no passage. */
const most = 40;

/**
 * What in a passage may be the name of a person, body or vessel: two capitalised words and more on end. It is only what is
 * worth asking a list about, and says nothing of who it is.
 */
export function bodyNames(passage: string): readonly string[] {
  return [...new Set([...passage.matchAll(run)].map(([name]) => name))].slice(0, most);
}
