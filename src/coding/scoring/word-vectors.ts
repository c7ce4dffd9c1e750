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

const mark = "WVC1";

/** The mark "WVC1", how many words and dimensions (uint32 each), fingerprints (uint32), ranks (uint16), values (int8). */
export function packVectors(vectors: WordVectors): Uint8Array {
  const {dimensions, fingerprints, ranks, values} = vectors;
  const bytes = new Uint8Array(12 + 6 * fingerprints.length + values.length);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(mark));
  view.setUint32(4, fingerprints.length, true);
  view.setUint32(8, dimensions, true);
  fingerprints.forEach((one, i) => {
    view.setUint32(12 + 4 * i, one, true);
  });
  ranks.forEach((one, i) => {
    view.setUint16(12 + 4 * fingerprints.length + 2 * i, one, true);
  });
  bytes.set(
    new Uint8Array(values.buffer, values.byteOffset, values.length),
    bytes.length - values.length,
  );
  return bytes;
}

/** @throws Error where the bytes are no vectors, or not as many as their head says. */
export function loadVectors(bytes: Uint8Array): WordVectors {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || new TextDecoder().decode(bytes.subarray(0, 4)) !== mark)
    throw new Error(`word vectors begin with ${mark}; cut them again with scripts/cut-vectors.ts`);
  const count = view.getUint32(4, true);
  const dimensions = view.getUint32(8, true);
  const wanted = 12 + count * (6 + dimensions);
  if (bytes.length !== wanted)
    throw new Error(
      `word vectors of ${wanted} bytes have ${bytes.length}: the file is cut or changed`,
    );
  return {
    dimensions,
    fingerprints: Uint32Array.from({length: count}, (_, i) => view.getUint32(12 + 4 * i, true)),
    ranks: Uint16Array.from({length: count}, (_, i) =>
      view.getUint16(12 + 4 * count + 2 * i, true),
    ),
    values: new Int8Array(bytes.subarray(bytes.length - count * dimensions)),
  };
}
