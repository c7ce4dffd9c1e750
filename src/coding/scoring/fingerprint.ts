/** FNV-1a over UTF-16 units, in 32 bits: what stands in a model for a name. */
export function fingerprint(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Where a fingerprint stands in an ascending list, or −1. */
export function placeOf(ascending: Uint32Array, wanted: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const one = ascending[middle] as number;
    if (one === wanted) return middle;
    if (one < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
