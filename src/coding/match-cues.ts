import {type CompiledCodebook, type Cue, weight} from "./compile-codebook.ts";
import {isVerb, negations} from "./grammar.ts";
import type {Word} from "./read-words.ts";
import type {Sentence} from "./sentence.ts";

/** A cue found in a sentence: the head's index and the words that it took. */
export interface Match {
  readonly cue: Cue;
  readonly at: number;
  /** First and one past the last word that the cue took. */
  readonly first: number;
  readonly last: number;
}

/** How many words may stand between one word of a cue and the next. */
const reach = 5;

const is = (word: Word | undefined, places: readonly string[]) =>
  word !== undefined && (places.includes(word.lemma) || places.includes(word.lower));

/** The cues of a sentence: at each verb and each noun the longest that fits, with equals beside it. */
export function matchCues(sentence: Sentence, codebook: CompiledCodebook): Match[] {
  const found: Match[] = [];
  sentence.words.forEach((word, at) => {
    if (sentence.nameAt[at] !== -1) return;
    if (isVerb(sentence, at))
      found.push(...longest(codebook.verbs.get(word.lemma), sentence, at, matchVerb));
    else if (
      word.pos === "NOUN" ||
      word.pos === "PROPN" ||
      word.pos === "ADJ" ||
      word.pos === "VERB"
    ) {
      const cues = [
        ...(codebook.nouns.get(word.lower) ?? []),
        ...(word.lemma === word.lower ? [] : (codebook.nouns.get(word.lemma) ?? [])),
      ].sort((a, b) => weight(b) - weight(a));
      found.push(...longest(cues, sentence, at, matchNoun));
    }
  });
  return found;
}

function longest(
  cues: readonly Cue[] | undefined,
  sentence: Sentence,
  at: number,
  match: (cue: Cue, sentence: Sentence, at: number) => Match | null,
): Match[] {
  const found: Match[] = [];
  for (const cue of cues ?? []) {
    const best = found[0];
    if (best !== undefined && weight(best.cue) > weight(cue)) break;
    const hit = match(cue, sentence, at);
    if (hit !== null) found.push(hit);
  }
  return found;
}

function matchVerb(cue: Cue, sentence: Sentence, at: number): Match | null {
  if (cue.negated !== isNegated(sentence, at)) {
    if (cue.negated) return null;
  }
  const forward = take(cue.rest, sentence, at + 1, 1);
  if (forward !== null) return {cue, at, first: at, last: forward + 1};
  if (cue.rest.length === 0) return {cue, at, first: at, last: at + 1};
  // "sanctions were imposed", "talks held": what the verb takes stands before it.
  if (!/(ed|en|held|set|put|cut|lt|pt|nt|ught|d)$/.test(sentence.words[at]?.lower ?? ""))
    return null;
  const back = takeBack(cue.rest, sentence, at - 1);
  return back === null ? null : {cue, at, first: back, last: at + 1};
}

function take(places: Cue["rest"], {words}: Sentence, from: number, _step: number): number | null {
  let at = from - 1;
  let next = from;
  for (const place of places) {
    const limit = next + reach;
    while (next < words.length && next <= limit && !is(words[next], place)) {
      if (isBreak(words[next])) return null;
      next++;
    }
    if (next > limit || !is(words[next], place)) return null;
    at = next;
    next++;
  }
  return at;
}

function takeBack(places: Cue["rest"], {words}: Sentence, from: number): number | null {
  let next = from;
  let at = from + 1;
  for (const place of [...places].reverse()) {
    const limit = next - reach;
    while (next >= 0 && next >= limit && !is(words[next], place)) {
      if (isBreak(words[next])) return null;
      next--;
    }
    if (next < 0 || next < limit || !is(words[next], place)) return null;
    at = next;
    next--;
  }
  return at;
}

function isBreak(word: Word | undefined): boolean {
  return (
    word === undefined ||
    /^[;:.!?]$/.test(word.text) ||
    word.lower === "that" ||
    word.lower === "which" ||
    word.lower === "who"
  );
}

function matchNoun(cue: Cue, {words}: Sentence, at: number): Match | null {
  let first = at;
  for (const place of [...cue.rest].reverse()) {
    first--;
    if (!is(words[first], place)) return null;
  }
  return {cue, at, first, last: at + 1};
}

/** Whether "not", "never" or "no" stands over the verb. */
export function isNegated({words}: Sentence, at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 4; i--) {
    const word = words[i] as Word;
    if (negations.has(word.lower)) return true;
    if (word.pos === "VERB" || word.pos === "PUNCT" || word.pos === "NOUN") return false;
  }
  return false;
}
