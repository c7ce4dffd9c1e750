import {auxiliaries, isVerb, negations} from "./grammar.ts";
import type {Word} from "./read-words.ts";
import type {Sentence} from "./sentence.ts";

/** Forms of one small verb as one word, where its tense says nothing of the mode. */
const plain: ReadonlyMap<string, string> = new Map(
  Object.entries({
    is: "be",
    are: "be",
    was: "was",
    were: "was",
    "'s": "be",
    "'re": "be",
    has: "have",
    have: "have",
    "'ve": "have",
    wo: "will",
    "'ll": "will",
    "n't": "not",
    ca: "can",
  }),
);

/** A verb's form and the small words right before it: "to bare", "will bare", "have past", "be to bare", "s"; or "noun". */
export function verbShape(sentence: Sentence, at: number): string {
  const word = sentence.words[at] as Word;
  if (!isVerb(sentence, at)) return `noun ${word.pos}`;
  const before: string[] = [];
  for (let i = at - 1; i >= Math.max(0, at - 5); i--) {
    const {lower, pos} = sentence.words[i] as Word;
    if (lower === "to" || negations.has(lower) || auxiliaries.has(lower))
      before.unshift(plain.get(lower) ?? lower);
    else if (pos !== "ADV" && pos !== "PART") break;
  }
  return [...before, formOf(word)].join(" ");
}

function formOf({lower, lemma}: Word): string {
  if (lower.endsWith("ing")) return "ing";
  if (lower === lemma) return "bare";
  return /[^s]s$/.test(lower) ? "s" : "past";
}
