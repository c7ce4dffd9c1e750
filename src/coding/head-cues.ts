import type {Cue} from "./cue.ts";

/** The cues of one head. Some heads have hundreds; those that need a word that the sentence lacks are never looked at. */
export interface HeadCues {
  /** All of them, the longest first. */
  readonly ordered: readonly Cue[];
  /** Those of the head alone, and where they stand among all. */
  readonly alone: readonly Cue[];
  readonly alonePlaces: readonly number[];
  /** Where the others stand among all, by each word that may fill the first of their places. */
  readonly byWord: ReadonlyMap<string, readonly number[]>;
}

export function headCuesOf(cues: readonly Cue[]): HeadCues {
  const ordered = cues.toSorted(longestFirst);
  const byWord = new Map<string, number[]>();
  for (const [place, cue] of ordered.entries())
    for (const word of new Set(cue.rest[0]?.words)) {
      const known = byWord.get(word);
      if (known === undefined) byWord.set(word, [place]);
      else known.push(place);
    }
  const alone = ordered.filter(({rest}) => rest.length === 0);
  return {ordered, alone, alonePlaces: alone.map((cue) => ordered.indexOf(cue)), byWord};
}

/** The cues whose places words of a sentence may fill, and those of the head alone; the longest first. */
export function cuesAmong(
  {ordered, alone, alonePlaces, byWord}: HeadCues,
  forms: ReadonlySet<string>,
): readonly Cue[] {
  const places = new Set<number>();
  if (byWord.size < forms.size) {
    for (const [word, found] of byWord)
      if (forms.has(word)) for (const place of found) places.add(place);
  } else for (const form of forms) for (const place of byWord.get(form) ?? none) places.add(place);
  // Most heads have none here.
  if (places.size === 0) return alone;
  for (const place of alonePlaces) places.add(place);
  return [...places]
    .sort((a, b) => a - b)
    .map((place) => ordered[place] as Cue)
    .filter(({rest}) => rest.every(({words}) => words.some((word) => forms.has(word))));
}

const none: readonly number[] = [];

/** Longer cues decide before shorter ones; among equals the alphabet does. */
export function longestFirst(one: Cue, other: Cue): number {
  return other.weight - one.weight || (one.words < other.words ? -1 : 1);
}
