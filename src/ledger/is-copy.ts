/** Words in a shingle: runs of four are seldom shared by chance, and a changed word spoils only four of them. */
const runLength = 4;
/** Share of the shorter text's shingles that the other must hold to be its copy: our choice, not measured yet. */
const half = 0.5;
/** Words of a text that are compared, so that a long one costs no more. */
const mostWords = 2_000;

export type Shingles = ReadonlySet<string>;

/** A text as its runs of four words, without case and punctuation; a shorter text is one run. */
export function shinglesOf(text: string): Shingles {
  const words =
    text
      .slice(0, mostWords * 20)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const kept = words.slice(0, mostWords);
  const runs = new Set<string>();
  for (let at = 0; at === 0 || at + runLength <= kept.length; at++)
    runs.add(kept.slice(at, at + runLength).join(" "));
  runs.delete("");
  return runs;
}

/**
 * Whether one of two texts was made from the other, by containment of shingles (Broder 1997, "On the resemblance and
 * containment of documents"): a cut or lightly reworded copy still holds most of them.
 */
export function isCopy(a: Shingles, b: Shingles): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return false;
  let shared = 0;
  for (const run of small) if (large.has(run)) shared++;
  return shared >= half * small.size;
}
