import {describe, expect, it} from "vitest";
import {fingerprint} from "../../../src/coding/scoring/fingerprint.ts";
import {
  loadVectors,
  meaningOf,
  packVectors,
  type WordVectors,
} from "../../../src/coding/scoring/word-vectors.ts";

const words = [
  {word: "the", rank: 0, values: [100, 0]},
  {word: "treaty", rank: 900, values: [0, 50]},
  {word: "missile", rank: 900, values: [-50, 0]},
].sort((a, b) => fingerprint(a.word) - fingerprint(b.word));
const vectors: WordVectors = {
  dimensions: 2,
  fingerprints: Uint32Array.from(words, ({word}) => fingerprint(word)),
  ranks: Uint16Array.from(words, ({rank}) => rank),
  values: Int8Array.from(words.flatMap(({values}) => values)),
};

describe("the meaning of a sentence", () => {
  it("is a direction of length 1, in which the commonest word has no say", () => {
    expect([...(meaningOf(vectors, ["the", "treaty"]) ?? [])]).toEqual([0, 1]);
  });

  it("is not known where no word is", () => {
    expect(meaningOf(vectors, ["quux"])).toBeNull();
    expect(meaningOf(vectors, [])).toBeNull();
  });
});

describe("word vectors as bytes", () => {
  it("come back as they were, from a Buffer too", () => {
    expect(loadVectors(packVectors(vectors))).toEqual(vectors);
    expect(loadVectors(Buffer.from(packVectors(vectors)))).toEqual(vectors);
  });

  it("are refused where they are cut, or another thing", () => {
    expect(() => loadVectors(packVectors(vectors).subarray(0, -1))).toThrow(/cut or changed/);
    expect(() => loadVectors(new TextEncoder().encode("twelve bytes"))).toThrow(/WVC2/);
  });
});
