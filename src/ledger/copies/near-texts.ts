import {type Signature, signatureSize} from "./min-hash.ts";

/**
 * Values in a band of a signature: texts that agree in a whole band are held against one another (locality-sensitive
 * hashing, Indyk & Motwani 1998). With 64 bands of two, texts that share a fifth of all their shingles meet with
 * probability 1 − (1 − 0.2²)⁶⁴ = 0.93, those that share a third with 0.999.
 */
const rows = 2;
const bands = signatureSize / rows;
/** Earlier texts of a band that a text meets, the newest first; and those that it meets over all bands. */
const mostOfBand = 8;
const mostOfAll = 64;
/** As few texts as this are all held against one another, and nothing is left to chance. */
const few = 48;

/** Finds, for one text after another, the earlier ones that it may be a copy of: time and memory grow with the texts. */
export interface NearTexts {
  /** Places of earlier texts, those that agree in most bands first; then the text itself is remembered. */
  readonly meet: (signatureOf: () => Signature) => number[];
}

export function nearTexts(count: number): NearTexts {
  const newest = Array.from({length: bands}, () => new Map<number, number>());
  const before = Array.from({length: count <= few ? 0 : bands}, () => new Int32Array(count));
  let met = 0;
  return {
    meet(signatureOf) {
      const own = met++;
      if (count <= few) return Array.from({length: own}, (_, at) => at);
      const signature = signatureOf();
      const votes = new Map<number, number>();
      for (let band = 0; band < bands; band++) {
        const key = keyOf(signature, band);
        const heads = newest[band] as Map<number, number>;
        const chain = before[band] as Int32Array;
        const head = heads.get(key) ?? -1;
        for (
          let at = head, step = 0;
          at >= 0 && step < mostOfBand;
          at = chain[at] as number, step++
        )
          votes.set(at, (votes.get(at) ?? 0) + 1);
        chain[own] = head;
        heads.set(key, own);
      }
      return [...votes]
        .sort(([one, ofOne], [other, ofOther]) => ofOther - ofOne || one - other)
        .slice(0, mostOfAll)
        .map(([at]) => at);
    },
  };
}

/** Both values of a band mixed into 32 bits: two that meet by chance fall apart in the exact comparison. */
function keyOf(signature: Signature, band: number): number {
  const [first, second] = [signature[rows * band] as number, signature[rows * band + 1] as number];
  return Math.imul(first, 0x9e3779b1) ^ second;
}
