import type {EventType} from "../world/index.ts";
import {type SectorFound, sectorsAmong} from "./find-sectors.ts";
import type {FeatureSink} from "./scoring/feature-sink.ts";
import {meaningOf, type WordVectors} from "./scoring/word-vectors.ts";
import {partiesOf, type Sentence} from "./sentence.ts";

/** How much the meaning of all words counts beside single words. Chosen among 0, 1, 2 and 4 by five folds. */
const meaningWeighs = 2;

/**
 * What speaks for the sector of an event: its type, who is named, the words of its sentence, their pairs and their meaning.
 *
 * @param phrases of the lexicon, as `findSectors` gives them.
 */
export function sectorFeatures(
  sentence: Sentence,
  type: EventType,
  phrases: readonly SectorFound[],
  vectors: WordVectors,
  to: FeatureSink,
): void {
  wordFeatures(sentence, vectors, to);
  to.add("type ", type);
  addParties(sentence, type, to);
  addLexicon(phrases, type, to);
}

/** The words alone, as a phrase has them of which no event is told. */
export function wordFeatures(
  {words}: Pick<Sentence, "words">,
  vectors: WordVectors,
  to: FeatureSink,
): void {
  let before = "";
  for (let i = 0; i < words.length; i++) {
    const {text = "", lower = ""} = words[i] ?? {};
    if (!isWord(lower)) continue;
    const word = stem(lower);
    if (word.length < 3) {
      before = "";
      continue;
    }
    // A name says less of the matter than of who is at it.
    if (i > 0 && text.charCodeAt(0) !== lower.charCodeAt(0)) to.addSome(0.7, `n ${word}`);
    else addWord(word, to);
    if (before !== "") to.addSome(0.7, `b ${before} ${word}`);
    before = word;
  }
  addMeaning(words, vectors, to);
}

/** How many are named: what passes between two states is more often about their relations than what one does at home. */
function addParties({named}: Sentence, type: EventType, to: FeatureSink): void {
  const many = Math.min(3, partiesOf({named}).length);
  to.add("parties ", `${many}`);
  to.add("parties ", `${many} `, type);
  to.add("names ", `${Math.min(3, named.length)}`);
}

const isWord = (lower: string) => lower.length > 1 && lower.toUpperCase() !== lower;

/** The word without its plural, cheaply. */
function stem(word: string): string {
  if (!word.endsWith("s") || word.length < 3) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:sh|ch|ss|x)es$/.test(word)) return word.slice(0, -2);
  return /[su]s$/.test(word) ? word : word.slice(0, -1);
}

function addWord(word: string, to: FeatureSink): void {
  to.add("w ", word);
  if (word.length > 6) to.add("p ", word.slice(0, 5));
  if (word.includes("-"))
    for (const part of word.split("-")) if (part.length > 2) to.add("w ", stem(part));
}

function addMeaning(words: Sentence["words"], vectors: WordVectors, to: FeatureSink): void {
  const meaning = meaningOf(vectors, partsOf(words));
  if (meaning !== null) to.addDirection("d ", meaning, meaningWeighs);
}

function* partsOf(words: Sentence["words"]): Generator<string> {
  for (const {lower} of words)
    if (lower.includes("-")) yield* lower.split("-");
    else yield lower;
}

function addLexicon(found: readonly SectorFound[], type: EventType, to: FeatureSink): void {
  found.forEach(({sector, words}, i) => {
    to.add("lexicon ", sector);
    to.add("lexicon ", i === 0 ? "first " : "later ", sector);
    to.add("lexicon ", sector, ` ${Math.min(3, words.length)}`);
  });
  const names = found.map(({sector}) => sector).sort();
  to.add("lexicon ", names.join("+") || "none");
  to.add("rule ", `${sectorsAmong(found, type)[0]}`);
}
