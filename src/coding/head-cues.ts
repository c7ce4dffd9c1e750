import type {Cue} from "./cue.ts";

/** The cues of one head. Some heads have hundreds; those that need a word that the sentence lacks are never looked at. */
export interface HeadCues {
  /** Those of the head alone. */
  readonly alone: readonly Cue[];
  /** The others by each word that may fill the first of their places. */
  readonly byWord: ReadonlyMap<string, readonly Cue[]>;
}

export function headCuesOf(cues: readonly Cue[]): HeadCues {
  const byWord = new Map<string, Cue[]>();
  for (const cue of cues)
    for (const word of cue.rest[0] ?? []) {
      const known = byWord.get(word);
      if (known === undefined) byWord.set(word, [cue]);
      else known.push(cue);
    }
  return {alone: cues.filter(({rest}) => rest.length === 0).sort(longestFirst), byWord};
}

/** The cues whose first place some word of a sentence may fill, and those without one; the longest first. */
export function cuesAmong({alone, byWord}: HeadCues, forms: ReadonlySet<string>): readonly Cue[] {
  if (byWord.size === 0) return alone;
  const found = new Set<Cue>(alone);
  if (byWord.size < forms.size) {
    for (const [word, cues] of byWord) if (forms.has(word)) for (const cue of cues) found.add(cue);
  } else for (const form of forms) for (const cue of byWord.get(form) ?? []) found.add(cue);
  return found.size < 2 ? [...found] : [...found].sort(longestFirst);
}

/** Longer cues decide before shorter ones; among equals the alphabet does. */
export function longestFirst(one: Cue, other: Cue): number {
  return other.weight - one.weight || (one.words < other.words ? -1 : 1);
}
