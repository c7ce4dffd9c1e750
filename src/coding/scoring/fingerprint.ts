/** FNV-1a over UTF-16 units, in 32 bits: what stands in a model for a name. */
export function fingerprint(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

const indexes = new WeakMap<Uint32Array, Int32Array>();

/** Where a name's fingerprint stands in a list of them, or −1. */
export function placeOf(fingerprints: Uint32Array, name: string): number {
  return placeBy(indexFor(fingerprints), fingerprints, name);
}

/** What finds the places of one list: asked for once, where many names are sought. */
export function indexFor(fingerprints: Uint32Array): Int32Array {
  return indexes.get(fingerprints) ?? indexOf(fingerprints);
}

/** As `placeOf`, with the list's index at hand. */
export function placeBy(index: Int32Array, fingerprints: Uint32Array, name: string): number {
  const wanted = fingerprint(name);
  for (let at = slotOf(wanted, index); ; at = (at + 1) & (index.length - 1)) {
    const place = index[at] as number;
    if (place < 0 || fingerprints[place] === wanted) return place;
  }
}

/** FNV's low bits are its worst. */
const slotOf = (hash: number, index: Int32Array) =>
  Math.imul(hash, 0x9e3779b1) >>> (Math.clz32(index.length) + 1);

/** A table with open addressing, at most half full. */
function indexOf(fingerprints: Uint32Array): Int32Array {
  const size = 2 ** Math.ceil(Math.log2(2 * fingerprints.length + 2));
  const index = new Int32Array(size).fill(-1);
  fingerprints.forEach((one, place) => {
    let at = slotOf(one, index);
    while (index[at] !== -1) at = (at + 1) & (size - 1);
    index[at] = place;
  });
  indexes.set(fingerprints, index);
  return index;
}
