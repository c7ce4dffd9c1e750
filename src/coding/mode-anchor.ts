import type {EventType} from "../world/index.ts";
import {auxiliaries, isVerb} from "./grammar.ts";
import {modeClassesOf} from "./mode-words.ts";
import type {Word} from "./read-words.ts";
import type {Sentence} from "./sentence.ts";

/** The words that carry an event, `[first, last)`, its head, and the sentence of the passage that holds them. */
export interface Anchor {
  readonly first: number;
  readonly last: number;
  readonly at: number;
  /** First and one past the last word of that sentence. */
  readonly from: number;
  readonly end: number;
  readonly type: EventType;
}

const stop = /^[.!?;]$/;

/** Anchors an event in its words: "denied having [agreed]", "plans to [visit]". */
export function anchorOf(
  sentence: Sentence,
  {first, last}: {readonly first: number; readonly last: number},
  type: EventType,
): Anchor {
  const {words} = sentence;
  let from = first;
  while (from > 0 && !stop.test((words[from - 1] as Word).text)) from--;
  let end = last;
  while (end < words.length && !stop.test((words[end] as Word).text)) end++;
  return {first, last, at: headOf(sentence, first, last), from, end, type};
}

/** Leads past the words that only tell the mode to the verb or noun that tells the act. */
function headOf(sentence: Sentence, first: number, last: number): number {
  const {words, nameAt} = sentence;
  let fallback = -1;
  for (let i = first; i < last; i++) {
    const {pos, lower, lemma} = words[i] as Word;
    if (nameAt[i] !== -1 || !/^(VERB|NOUN|PROPN|ADJ)$/.test(pos) || auxiliaries.has(lower))
      continue;
    if (fallback < 0) fallback = i;
    const tellsMode = modeClassesOf(lemma, lower).length > 0;
    if (!tellsMode && (pos === "NOUN" || isVerb(sentence, i))) return i;
  }
  return fallback < 0 ? first : fallback;
}
