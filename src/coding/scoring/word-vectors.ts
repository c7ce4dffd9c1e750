import {goOn, indexFor, placeBy, start} from "./fingerprint.ts";

/** What common English words mean, as directions in space: words of like use lie near one another. */
export interface WordVectors {
  readonly dimensions: number;
  /** One fingerprint a word, ascending. */
  readonly fingerprints: Uint32Array;
  /** How common each word is: 0 is the commonest. */
  readonly ranks: Uint16Array;
  /** By word, then by dimension, in steps of one common size. */
  readonly values: Int8Array;
}

/**
 * The direction in which most words of a sentence point, of length 1; `null` where none is known. A word of rank r
 * counts r / (r + 300), so that "the" says nothing (after Arora, Liang & Ma 2017).
 */
export function meaningOf(vectors: WordVectors, words: Iterable<string>): Float64Array | null {
  const {dimensions, fingerprints, ranks, values} = vectors;
  const index = indexFor(fingerprints);
  const sum = new Float64Array(dimensions);
  for (const word of words) {
    const at = placeBy(index, goOn(start, word));
    if (at < 0) continue;
    const rank = ranks[at] as number;
    const counts = rank / (rank + 300);
    const from = at * dimensions;
    for (let i = 0; i < dimensions; i++)
      sum[i] = (sum[i] as number) + counts * (values[from + i] as number);
  }
  let squares = 0;
  for (let i = 0; i < dimensions; i++) squares += (sum[i] as number) * (sum[i] as number);
  if (squares === 0) return null;
  const length = Math.sqrt(squares);
  for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] as number) / length;
  return sum;
}

const mark = "WVC2";
/** Steps on each side of 0 that four bits hold. */
const steps = 7;

/**
 * The mark "WVC2", how many words and dimensions (uint32 each), fingerprints (uint32), ranks (uint16), by word its largest
 * value (uint8), then all values in sevenths of that, two a byte, the first in the low bits.
 */
export function packVectors(vectors: WordVectors): Uint8Array {
  const {dimensions, fingerprints, ranks, values} = vectors;
  const count = fingerprints.length;
  const bytes = new Uint8Array(sizeOf(count, dimensions));
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(mark));
  view.setUint32(4, count, true);
  view.setUint32(8, dimensions, true);
  const {names, common, largest, packed} = placesOf(count);
  for (let word = 0; word < count; word++) {
    view.setUint32(names + 4 * word, fingerprints[word] as number, true);
    view.setUint16(common + 2 * word, ranks[word] as number, true);
    const own = values.subarray(word * dimensions, (word + 1) * dimensions);
    const most = nearestScale(own);
    bytes[largest + word] = most;
    own.forEach((value, i) => {
      const at = word * dimensions + i;
      bytes[packed + (at >> 1)] =
        (bytes[packed + (at >> 1)] as number) | ((stepOf(value, most) + steps) << (4 * (at & 1)));
    });
  }
  return bytes;
}

const stepOf = (value: number, most: number) =>
  most === 0 ? 0 : Math.max(-steps, Math.min(steps, Math.round((value / most) * steps)));
const byteOf = (step: number, most: number) => Math.round((step * most) / steps);

/** The largest value under which all come nearest to what they were: a lone large one is cut for the sake of the others. */
function nearestScale(values: Int8Array): number {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  let best = {most: largest, error: Number.POSITIVE_INFINITY};
  for (let most = largest; most > largest / 2; most--) {
    let error = 0;
    for (const value of values) error += (value - byteOf(stepOf(value, most), most)) ** 2;
    if (error < best.error) best = {most, error};
  }
  return best.most;
}

function placesOf(count: number) {
  const names = 12;
  const common = names + 4 * count;
  const largest = common + 2 * count;
  return {names, common, largest, packed: largest + count};
}

const sizeOf = (count: number, dimensions: number) =>
  placesOf(count).packed + Math.ceil((count * dimensions) / 2);

/** @throws Error where the bytes are no vectors, or not as many as their head says. */
export function loadVectors(bytes: Uint8Array): WordVectors {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || new TextDecoder().decode(bytes.subarray(0, 4)) !== mark)
    throw new Error(`word vectors begin with ${mark}; cut them again with scripts/cut-vectors.ts`);
  const count = view.getUint32(4, true);
  const dimensions = view.getUint32(8, true);
  const wanted = sizeOf(count, dimensions);
  if (bytes.length !== wanted)
    throw new Error(
      `word vectors of ${wanted} bytes have ${bytes.length}: the file is cut or changed`,
    );
  const {names, common, largest, packed} = placesOf(count);
  const values = new Int8Array(count * dimensions);
  for (let at = 0; at < values.length; at++) {
    const step = (((bytes[packed + (at >> 1)] as number) >> (4 * (at & 1))) & 15) - steps;
    values[at] = byteOf(step, bytes[largest + Math.floor(at / dimensions)] as number);
  }
  return {
    dimensions,
    fingerprints: Uint32Array.from({length: count}, (_, i) => view.getUint32(names + 4 * i, true)),
    ranks: Uint16Array.from({length: count}, (_, i) => view.getUint16(common + 2 * i, true)),
    values,
  };
}
