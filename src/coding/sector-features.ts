import type {EventType} from "../world/index.ts";
import {type SectorFound, sectorsAmong} from "./find-sectors.ts";
import type {Features} from "./scoring/linear-model.ts";
import {meaningOf, type WordVectors} from "./scoring/word-vectors.ts";
import type {Sentence} from "./sentence.ts";

/** How much the meaning of all words counts beside single words. Chosen among 0, 1, 2 and 4 by five folds. */
const meaningWeighs = 2;

/**
 * What speaks for the sector of an event: its type, the words of its sentence, their pairs and their meaning.
 *
 * @param phrases of the lexicon, as `findSectors` gives them.
 */
export function sectorFeatures(
  sentence: Sentence,
  type: EventType,
  phrases: readonly SectorFound[],
  vectors: WordVectors,
): Features {
  const features = wordFeatures(sentence, vectors);
  features.set(`type ${type}`, 1);
  addLexicon(phrases, type, features);
  return features;
}

/** The words alone, as a phrase has them of which no event is told. */
export function wordFeatures({words}: Pick<Sentence, "words">, vectors: WordVectors) {
  const features = new Map<string, number>();
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
    if (i > 0 && text.charCodeAt(0) !== lower.charCodeAt(0)) {
      if (!features.has(`n ${word}`)) features.set(`n ${word}`, 0.7);
    } else addWord(word, features);
    if (before !== "") features.set(`b ${before} ${word}`, 0.7);
    before = word;
  }
  addMeaning(words, vectors, features);
  return features;
}

const isWord = (lower: string) => lower.length > 1 && lower.toUpperCase() !== lower;

/** The word without its plural, cheaply. */
function stem(word: string): string {
  if (!word.endsWith("s") || word.length < 3) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:sh|ch|ss|x)es$/.test(word)) return word.slice(0, -2);
  return /[su]s$/.test(word) ? word : word.slice(0, -1);
}

function addWord(word: string, features: Map<string, number>): void {
  features.set(`w ${word}`, 1);
  if (word.length > 6) features.set(`p ${word.slice(0, 5)}`, 1);
  if (word.includes("-"))
    for (const part of word.split("-")) if (part.length > 2) features.set(`w ${stem(part)}`, 1);
}

const dimensions: string[] = [];

function addMeaning(
  words: Sentence["words"],
  vectors: WordVectors,
  features: Map<string, number>,
): void {
  const meaning = meaningOf(vectors, partsOf(words));
  if (meaning === null) return;
  for (let i = 0; i < meaning.length; i++) {
    dimensions[i] ??= `d ${i}`;
    features.set(dimensions[i] as string, (meaning[i] as number) * meaningWeighs);
  }
}

function* partsOf(words: Sentence["words"]): Generator<string> {
  for (const {lower} of words)
    if (lower.includes("-")) yield* lower.split("-");
    else yield lower;
}

function addLexicon(
  found: readonly SectorFound[],
  type: EventType,
  features: Map<string, number>,
): void {
  found.forEach(({sector, words}, i) => {
    features.set(`lexicon ${sector}`, 1);
    features.set(`lexicon ${i === 0 ? "first" : "later"} ${sector}`, 1);
    features.set(`lexicon ${sector} ${Math.min(3, words.length)}`, 1);
  });
  const names = found.map(({sector}) => sector).sort();
  features.set(`lexicon ${names.join("+") || "none"}`, 1);
  features.set(`rule ${sectorsAmong(found, type)[0]}`, 1);
}
