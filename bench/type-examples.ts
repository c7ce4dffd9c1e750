import {findMentions} from "../src/coding/find-mentions.ts";
import {readCandidates} from "../src/coding/read-candidates.ts";
import {readingOf} from "../src/coding/scoring/linear-scorer.ts";
import {readMarked} from "../src/coding/scoring/read-marked.ts";
import type {Example} from "../src/coding/scoring/train-linear-model.ts";
import {maskSentence, typeFeatures} from "../src/coding/scoring/type-features.ts";
import type {WordVectors} from "../src/coding/scoring/word-vectors.ts";
import {stretchOf} from "../src/coding/sentence.ts";
import type {Reference} from "../src/world/index.ts";
import {
  carriesEvent,
  type Mark,
  type MarkedSentence,
  type WireSentence,
  type WrittenSentence,
} from "./corpus-sentences.ts";

/** What a reading beside the event counts: most are none, but a sentence may tell more than it was labelled for. */
const besideCounts = 0.25;

/** How much a sentence without an event counts: of the world's headlines they are three in four, of ours one in four. */
const eventless = 2;

/** The sentence with its sides as they are marked. A pair that acts together is learnt from both ends. */
export function givenPair(
  row: Pick<WrittenSentence, "type" | "text" | "marks">,
  reference: Reference,
  vectors: WordVectors,
): Example[] {
  if (row.type === "NONE") return [];
  const pairs = pairsOf(row.marks);
  return pairs.map(([source, target]) => {
    const {asked, reading} = readMarked(row.text, source, target, reference);
    const features = typeFeatures(asked, reading, vectors);
    return {features, label: row.type, weight: 1 / pairs.length};
  });
}

export function pairsOf(marks: readonly Mark[]): (readonly [Mark | null, Mark | null])[] {
  const of = (kind: Mark["kind"]) => marks.filter((mark) => mark.kind === kind);
  const [source = null] = of("s");
  const [target = null] = of("t");
  const [one = null, other = null] = of("b");
  if (source !== null || target !== null || one === null) return [[source, target]];
  return other === null
    ? [[one, null]]
    : [
        [one, other],
        [other, one],
      ];
}

/** The sentence as the coder finds it, once whatever it tells: each reading is one of its events, or is none. */
export function foundIn(
  row: WrittenSentence,
  reference: Reference,
  vectors: WordVectors,
): Example[] {
  if (row.isFurther) return [];
  const told = [row, ...row.beside];
  return readingsOf(row, reference).flatMap(({asked, candidate, stretch}, rank): Example[] => {
    const event = told.find((one) => carriesEvent(one, stretch));
    const tells = event !== undefined;
    // Two verbs of one subject may be two events, of which one was labelled.
    if (!tells && /^(coordinated|list)$/.test(row.construction) && row.type !== "NONE") return [];
    const features = typeFeatures(asked, readingOf(candidate), vectors);
    const counts = row.type === "NONE" ? eventless : 1;
    const weight = counts * (tells || (row.type === "NONE" && rank === 0) ? 1 : besideCounts);
    return [{features, label: event?.type ?? "NONE", weight}];
  });
}

/** The same of a sentence of the wires, of which only the marked act is known: its other readings teach nothing. */
export function foundInWire(
  row: WireSentence,
  reference: Reference,
  vectors: WordVectors,
): Example[] {
  return readingsOf(row, reference).flatMap(({asked, candidate, stretch}): Example[] =>
    carriesEvent(row, stretch)
      ? [{features: typeFeatures(asked, readingOf(candidate), vectors), label: row.type}]
      : [],
  );
}

/** What the coder sees in a text, and in which words. */
function readingsOf({text}: Pick<MarkedSentence, "text">, reference: Reference) {
  const {sentence, candidates} = readCandidates(text, reference, findMentions(text, reference), []);
  const asked = {masked: maskSentence(sentence), candidates};
  return candidates.map((candidate) => ({
    asked,
    candidate,
    stretch: stretchOf(sentence, candidate.match),
  }));
}
