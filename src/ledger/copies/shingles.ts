/** Hashes of a text's shingles, each once, in ascending order. */
export type Shingles = Uint32Array;

/**
 * Parts of a word that a character counts for in a script without spaces: two Chinese or Japanese characters, or three
 * Thai, Lao, Khmer or Burmese ones, say about as much as a word.
 */
const partsOfWord = 6;
const dense = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
const thin = String.raw`\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const isDense = new RegExp(`[${dense}]`, "u");
const isThin = new RegExp(`[${thin}]`, "u");
const units = new RegExp(
  String.raw`[${dense}${thin}]|(?:(?![${dense}${thin}])[\p{L}\p{M}\p{N}])+`,
  "gu",
);

/** Words of a text that are compared, and characters that are looked at for them, so that a long one costs no more. */
const mostUnits = 2_000;
const mostCharacters = 40_000;

/** A text as its runs of `reach` words in their order, without case and punctuation; a shorter text is one run. */
export function runsOf(text: string, reach: number): number[] {
  const hashes: number[] = [];
  const parts: number[] = [];
  const searched = text.slice(0, mostCharacters).normalize("NFKC").toLowerCase();
  for (const [unit] of searched.matchAll(units)) {
    if (hashes.length === mostUnits) break;
    hashes.push(hashOf(unit));
    parts.push(isDense.test(unit) ? 3 : isThin.test(unit) ? 2 : partsOfWord);
  }
  const runs: number[] = [];
  for (let at = 0; at < hashes.length; at++) {
    let run = 0;
    let held = 0;
    let next = at;
    while (held < reach * partsOfWord && next < hashes.length) {
      run = mixed(Math.imul(run, 31) + (hashes[next] as number));
      held += parts[next++] as number;
    }
    if (held >= reach * partsOfWord || at === 0) runs.push(run);
    if (next === hashes.length) break;
  }
  return runs;
}

/** Runs as a set that is quick to compare. */
export function asSet(runs: readonly number[]): Shingles {
  return Uint32Array.from(new Set(runs)).sort();
}

/** How many shingles two texts have in common. */
export function sharedBy(a: Shingles, b: Shingles): number {
  let [shared, i, j] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [one, other] = [a[i] as number, b[j] as number];
    if (one === other) shared++;
    if (one <= other) i++;
    if (other <= one) j++;
  }
  return shared;
}

/** FNV-1a over UTF-16 units (Fowler, Noll, Vo), 32 bits. */
function hashOf(unit: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < unit.length; at++) hash = Math.imul(hash ^ unit.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The finaliser of MurmurHash3 (Appleby): every bit of the outcome hangs on every bit of the number. */
function mixed(number: number): number {
  let hash = number | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
