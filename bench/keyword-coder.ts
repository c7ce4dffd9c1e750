import type {EventType, Reference} from "../src/world/index.ts";

const known = new WeakMap<Reference, ReadonlyMap<string, EventType>>();

/** The codebook's single words with the endings that English gives them; the first type to claim a word keeps it. */
function wordsOf(reference: Reference): ReadonlyMap<string, EventType> {
  const built = known.get(reference);
  if (built !== undefined) return built;
  const words = new Map<string, EventType>();
  for (const {type, verbs, nouns} of reference.codebook)
    for (const word of [...verbs, ...nouns].filter((one) => /^[a-z]+$/.test(one)))
      for (const form of [
        word,
        `${word}s`,
        `${word}ed`,
        `${word}d`,
        `${word}ing`,
        `${word.replace(/e$/, "")}ing`,
      ])
        if (!words.has(form)) words.set(form, type);
  known.set(reference, words);
  return words;
}

/** The naive way: a bag of the codebook's words, each a vote for its type; the most votes win, the earlier type on a tie. */
export function keywordType(sentence: string, reference: Reference): EventType | null {
  const words = wordsOf(reference);
  const votes = new Map<EventType, number>();
  for (const word of sentence.toLowerCase().match(/[a-z]+/g) ?? []) {
    const type = words.get(word);
    if (type !== undefined) votes.set(type, (votes.get(type) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
