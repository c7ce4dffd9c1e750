/**
 * How much a shared word says, 0..1: 1 for one met for the first time, less the more of the passages so far use it
 * (inverse document frequency, Spärck Jones 1972, over its largest value). It knows only what came before, so that a
 * later article never changes how earlier ones were linked.
 */
export interface WordRarity {
  readonly of: (word: string, metBefore?: number) => number;
  readonly meet: (words: Iterable<string>) => void;
}

/** Passages that a fresh ledger is taken to have read, so that the first words it meets do not count as common. */
const readBefore = 50;
/** Of those, the passages that are taken to have used a given word of the codebook: reports of acts use few words. */
export const actMetBefore = 5;

export function wordRarity(): WordRarity {
  const passages = new Map<string, number>();
  let read = readBefore;
  return {
    of: (word, metBefore = 0) =>
      Math.log((read + 1) / ((passages.get(word) ?? 0) + metBefore + 1)) / Math.log(read + 1),
    meet: (words) => {
      read += 1;
      for (const word of words) passages.set(word, (passages.get(word) ?? 0) + 1);
    },
  };
}
