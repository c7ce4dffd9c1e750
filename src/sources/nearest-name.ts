/** Fewest edits (add, drop, change, swap two neighbours) that turn one word into the other (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  const rows: number[][] = Array.from({length: a.length + 1}, (_, i) => [i]);
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let j = 1; j <= b.length; j++) (rows[0] as number[])[j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, at(i - 2, j - 2) + 1);
      (rows[i] as number[])[j] = best;
    }
  }
  return at(a.length, b.length);
}

const lettersOf = (word: string) => [...word].sort().join("");

/**
 * The name that a mistyped word most likely meant, or null where nothing is near. `known` maps every spelling to the
 * name that is to be written. A word of up to four letters may differ by one edit, a longer one by a quarter of it.
 */
export function nearestName(word: string, known: ReadonlyMap<string, string>): string | null {
  const wanted = word.trim().toLowerCase();
  if (wanted === "") return null;
  const allowed = Math.max(1, Math.floor(wanted.length / 4));
  let best: {name: string; cost: number} | null = null;
  for (const [spelling, name] of known) {
    const have = spelling.toLowerCase();
    if (Math.abs(have.length - wanted.length) > allowed) continue;
    const edits = editDistance(wanted, have);
    if (edits > allowed) continue;
    // Among equals, the same letters in another order come first, then the same first letter.
    const cost =
      edits * 4 + (lettersOf(have) === lettersOf(wanted) ? 0 : 2) + (have[0] === wanted[0] ? 0 : 1);
    if (best === null || cost < best.cost) best = {name, cost};
  }
  return best?.name ?? null;
}

/** The nearest name as the end of a message, "; did you mean IDN?", or nothing where none is near. */
export function meant(word: string, known: ReadonlyMap<string, string>): string {
  const name = nearestName(word, known);
  return name === null ? "" : `; did you mean ${name}?`;
}
