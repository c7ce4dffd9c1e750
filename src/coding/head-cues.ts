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
  let found: readonly Cue[] = none;
  const add = (cues: readonly Cue[]) => {
    found = found.length === 0 ? cues : [...found, ...cues];
  };
  if (byWord.size < forms.size) {
    for (const [word, cues] of byWord) if (forms.has(word)) add(cues);
  } else
    for (const form of forms) {
      const cues = byWord.get(form);
      if (cues !== undefined) add(cues);
    }
  // Most heads have none here, and those alone are in order already.
  if (found.length === 0) return alone;
  return [...new Set([...alone, ...found])].sort(longestFirst);
}

const none: readonly Cue[] = [];

/** Longer cues decide before shorter ones; among equals the alphabet does. */
export function longestFirst(one: Cue, other: Cue): number {
  return other.weight - one.weight || (one.words < other.words ? -1 : 1);
}
