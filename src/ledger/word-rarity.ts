import type {OwnWords} from "./report-words.ts";

/** How much a shared word says, 0..1: 1 for one met for the first time, less the more of the passages so far use it. */
export interface WordRarity {
  readonly of: (word: string, metBefore?: number) => number;
}

/**
 * Words of passages, met one after another. What a word says in a passage hangs on those before it alone, so that a later
 * article never changes how earlier ones were linked. It can be asked for any passage, also when more were met since.
 */
export interface WordsMet {
  /**
   * Meets a passage.
   * @returns its place: how many passages came before it.
   */
  readonly meet: (words: OwnWords) => number;
  /** How rare words were when so many passages had been met. */
  readonly before: (place: number) => WordRarity;
}

/** Passages that a fresh ledger is taken to have read, so that the first words it meets do not count as common. */
const readBefore = 50;
/** Of those, the passages that are taken to have used a given word of the codebook: reports of acts use few words. */
export const actMetBefore = 5;

/** Rarity is inverse document frequency (Spärck Jones 1972) over its largest value. */
export function wordsMet(): WordsMet {
  const placesOf = new Map<string, number[]>();
  let met = 0;
  return {
    meet: ({subject, act}) => {
      for (const word of [...subject, ...act]) {
        const places = placesOf.get(word);
        if (places === undefined) placesOf.set(word, [met]);
        else places.push(met);
      }
      met += 1;
      return met - 1;
    },
    before: (place) => {
      const read = readBefore + place;
      return {
        of: (word, metBefore = 0) => {
          const times = countBelow(placesOf.get(word) ?? [], place);
          return Math.log((read + 1) / (times + metBefore + 1)) / Math.log(read + 1);
        },
      };
    },
  };
}

/** How many of ascending numbers are less than the limit. */
function countBelow(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
