/**
 * MinHash (Broder 1997, "On the resemblance and containment of documents"): of each of several hash functions the least
 * value over a set. The share of places in which two sets' values are the same estimates shared ÷ all of their members.
 */
export type Signature = Uint32Array;

/** Values of a whole text's signature, and of its beginning's: a text cut short keeps its beginning. */
const wholeSize = 128;
const leadSize = 32;
/** Shingles of the beginning. */
const leadLength = 100;

export const signatureSize = wholeSize + leadSize;

/** The functions h(x) = a·x + b mod 2³², a odd: numbers of SplitMix32 (Steele, Lea, Flood 2014) from a fixed seed. */
const [factors, terms] = functions(signatureSize, 0x5eed);

/** A text's runs in their order as a signature: `wholeSize` values of all, then `leadSize` of the first. */
export function minHash(runs: readonly number[]): Signature {
  const values = new Uint32Array(signatureSize).fill(0xffffffff);
  const take = (from: number, to: number, some: Iterable<number>) => {
    for (const run of some)
      for (let at = from; at < to; at++) {
        const value = (Math.imul(factors[at] as number, run) + (terms[at] as number)) >>> 0;
        if (value < (values[at] as number)) values[at] = value;
      }
  };
  take(0, wholeSize, new Set(runs));
  take(wholeSize, signatureSize, new Set(runs.slice(0, leadLength)));
  return values;
}

function functions(count: number, seed: number): [Uint32Array, Uint32Array] {
  let state = seed;
  const next = () => {
    state = (state + 0x9e3779b9) | 0;
    let one = state;
    one = Math.imul(one ^ (one >>> 16), 0x21f0aaad);
    one = Math.imul(one ^ (one >>> 15), 0x735a2d97);
    return (one ^ (one >>> 15)) >>> 0;
  };
  return [
    Uint32Array.from({length: count}, () => next() | 1),
    Uint32Array.from({length: count}, next),
  ];
}
