/** FNV-1a over UTF-16 units, in 32 bits: what stands in a model for a name. */
export function fingerprint(name: string): number {
  return goOn(start, name) >>> 0;
}

/** Where the fingerprint of a name begins, signed as all that goes on from it. */
export const start = 0x811c9dc5 | 0;

/** The fingerprint of a longer name, from that of its beginning: parts of a name need not be joined to be looked up. */
export function goOn(hash: number, part: string): number {
  let longer = hash;
  for (let i = 0; i < part.length; i++) longer = Math.imul(longer ^ part.charCodeAt(i), 0x01000193);
  return longer;
}

/**
 * A table with open addressing, at most half full, that finds the places of one list of fingerprints: slot by slot a
 * fingerprint (signed) and one more than its place, 0 where the slot is free. Both lie side by side in memory, which is
 * what a look-up waits for.
 */
export type FingerprintIndex = Int32Array;

const indexes = new WeakMap<Uint32Array, FingerprintIndex>();

/** What finds the places of one list: asked for once, where many names are sought. */
export function indexFor(fingerprints: Uint32Array): FingerprintIndex {
  return indexes.get(fingerprints) ?? indexOf(fingerprints);
}

/** Where a fingerprint (signed) stands in the list of an index, or −1. */
export function placeBy(index: FingerprintIndex, wanted: number): number {
  for (let at = slotOf(wanted, index); ; at = (at + 2) & (index.length - 1)) {
    const next = index[at + 1] as number;
    if (next === 0 || index[at] === wanted) return next - 1;
  }
}

/** FNV's low bits are its worst. */
const slotOf = (hash: number, index: FingerprintIndex) =>
  (Math.imul(hash, 0x9e3779b1) >>> (Math.clz32(index.length) + 2)) << 1;

function indexOf(fingerprints: Uint32Array): FingerprintIndex {
  const size = 2 ** (1 + Math.ceil(Math.log2(2 * fingerprints.length + 2)));
  const index = new Int32Array(size);
  fingerprints.forEach((one, place) => {
    let at = slotOf(one, index);
    while (index[at + 1] !== 0) at = (at + 2) & (size - 1);
    index[at] = one | 0;
    index[at + 1] = place + 1;
  });
  indexes.set(fingerprints, index);
  return index;
}
