import {asSet, runsOf, type Shingles, sharedBy} from "./copies/shingles.ts";

/** Words in a shingle of a passage: a sentence is short, and runs of three are too often shared by chance. */
const runLength = 4;
/** Share of the shorter passage's shingles that the other must hold to be its copy. */
const half = 0.5;

/** A passage as its runs of four words, without case and punctuation; a shorter one is one run. */
export function shinglesOf(text: string): Shingles {
  return asSet(runsOf(text, runLength));
}

/**
 * Whether one of two passages was made from the other, by containment of shingles (Broder 1997, "On the resemblance and
 * containment of documents"): a cut or lightly reworded copy still holds most of them.
 */
export function isCopy(a: Shingles, b: Shingles): boolean {
  const size = Math.min(a.length, b.length);
  return size > 0 && sharedBy(a, b) >= half * size;
}
