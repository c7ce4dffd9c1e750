import type {EventType} from "../world/index.ts";
import {type SectorFound, sectorsAmong} from "./find-sectors.ts";
import type {Features} from "./scoring/linear-model.ts";

/** The word without its plural and its owner's mark, cheaply. */
function stem(word: string): string {
  return word
    .replace(/['’]s$/, "")
    .replace(/ies$/, "y")
    .replace(/(sh|ch|ss|x)es$/, "$1")
    .replace(/([^su])s$/, "$1");
}

/**
 * What speaks for the sector of an event: its type, the words of its sentence and their pairs.
 *
 * @param phrases of the lexicon, as `findSectors` gives them.
 */
export function sectorFeatures(
  text: string,
  type: EventType,
  phrases: readonly SectorFound[],
): Features {
  const features = new Map<string, number>();
  const add = (name: string, amount = 1) =>
    features.set(name, Math.max(features.get(name) ?? 0, amount));
  add(`type ${type}`);
  addLexicon(phrases, type, add);
  let before = "";
  for (const [i, [word]] of [...text.matchAll(/\p{L}[\p{L}\p{N}'’-]*/gu)].entries()) {
    const isName = i > 0 && /^\p{Lu}/u.test(word);
    const one = stem(word.toLowerCase());
    if (one.length < 3) {
      before = "";
      continue;
    }
    // A name says less of the matter than of who is at it.
    if (isName) add(`n ${one}`, 0.7);
    else addWord(one, add);
    if (before !== "") add(`b ${before} ${one}`, 0.7);
    before = one;
  }
  return features;
}

type Add = (name: string, amount?: number) => void;

function addWord(word: string, add: Add): void {
  add(`w ${word}`);
  if (word.length > 6) add(`p ${word.slice(0, 5)}`);
  if (word.includes("-"))
    for (const part of word.split("-")) if (part.length > 2) add(`w ${stem(part)}`);
}

function addLexicon(found: readonly SectorFound[], type: EventType, add: Add): void {
  found.forEach(({sector, words}, i) => {
    add(`lexicon ${sector}`);
    add(`lexicon ${i === 0 ? "first" : "later"} ${sector}`);
    add(`lexicon ${sector} ${Math.min(3, words.length)}`);
  });
  add(
    `lexicon ${
      found
        .map(({sector}) => sector)
        .sort()
        .join("+") || "none"
    }`,
  );
  add(`rule ${sectorsAmong(found, type)[0]}`);
}
