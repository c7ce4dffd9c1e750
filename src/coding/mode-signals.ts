import {beForms, isVerb, negations, previousVerb} from "./grammar.ts";
import type {Anchor} from "./mode-anchor.ts";
import {type ModeClass, modeClassesOf} from "./mode-words.ts";
import type {Word} from "./read-words.ts";
import type {Sentence} from "./sentence.ts";

/** Words in one of the places where the mode of an event is decided. */
interface Place {
  readonly name: "over" | "lead" | "said of it" | "own" | "opening" | "closing";
  readonly words: readonly number[];
}

/**
 * What kinds of words stand where the mode is decided: in the verbs over the event, in what leads to it, in what is said
 * of it, in its own words, and in the first and last verbs of its sentence.
 */
export function modeSignals(sentence: Sentence, anchor: Anchor): string[] {
  const {words, nameAt} = sentence;
  const signals: string[] = [];
  const near = new Set<ModeClass>();
  for (const {name, words: places} of placesOf(sentence, anchor)) {
    const kinds: ModeClass[] = [];
    for (const i of places) {
      const word = words[i];
      if (word === undefined || nameAt[i] !== -1) continue;
      for (const kind of modeClassesOf(word.lemma, word.lower))
        if (!kinds.includes(kind)) kinds.push(kind);
    }
    for (const kind of kinds) {
      signals.push(`${name} ${kind}`);
      if (name !== "opening" && name !== "closing") near.add(kind);
    }
  }
  if (isToBe(sentence, anchor)) signals.push("said of it: to be");
  if (near.has("negating") && near.has("excluding")) signals.push("signal negated excluding");
  for (const kind of near) signals.push(`signal ${kind}`);
  const told = [...near].filter((kind) => kind !== "time" && kind !== "hearsay").sort();
  return [...signals, `signals ${told.join("+") || "none"}`];
}

function placesOf(sentence: Sentence, anchor: Anchor): Place[] {
  const {first, last, at} = anchor;
  return [
    {name: "over", words: over(sentence, anchor)},
    {name: "lead", words: lead(sentence, anchor)},
    {name: "said of it", words: isVerb(sentence, at) ? [] : saidOf(sentence, anchor)},
    {name: "own", words: Array.from({length: last - first}, (_, i) => first + i)},
    {name: "opening", words: opening(sentence, anchor)},
    {name: "closing", words: closing(sentence, anchor)},
  ];
}

/** The two verbs over the head, and the words right behind them ("put forward", "made known", "in mind"). */
function over(sentence: Sentence, {at, from}: Anchor): number[] {
  const found: number[] = [];
  let verb = previousVerb(sentence, at);
  while (verb >= from && found.length < 4 && at - verb < 10) {
    found.push(verb, verb + 1);
    verb = previousVerb(sentence, verb);
  }
  return found.filter((i) => i < at);
}

/** Back over articles, adverbs and names to the two words that lead to the event: "[proposal] for a [total] ban". */
function lead({words, nameAt}: Sentence, {first, at, from}: Anchor): number[] {
  const found: number[] = [];
  const before = Math.min(first, at);
  for (let i = before - 1; i >= Math.max(from, before - 9) && found.length < 2; i--) {
    const {pos} = words[i] as Word;
    if (nameAt[i] === -1 && /^(?:NOUN|VERB|ADJ|ADV|AUX|PROPN)$/.test(pos)) found.push(i);
  }
  return found;
}

/** What is said of a noun: its verb and the words behind. */
function saidOf(sentence: Sentence, {last, end}: Anchor): number[] {
  for (let i = last; i < end; i++) {
    const {pos, lower} = sentence.words[i] as Word;
    if (pos === "AUX" || negations.has(lower) || isVerb(sentence, i))
      return Array.from({length: Math.min(6, end - i)}, (_, k) => i + k);
  }
  return [];
}

function opening(sentence: Sentence, {first, at, from}: Anchor): number[] {
  for (let i = from; i < Math.min(first, at); i++)
    if (isVerb(sentence, i)) return [i, i + 1, i + 2];
  return [];
}

/** ", the ministry announced". */
function closing(sentence: Sentence, {last, end}: Anchor): number[] {
  for (let i = end - 1; i >= last; i--)
    if (isVerb(sentence, i)) return [i, i + 1, i + 2].filter((k) => k < end);
  return [];
}

/** "The signing is to follow": a noun whose verb is still to come. */
function isToBe(sentence: Sentence, {at, last, end}: Anchor): boolean {
  if (isVerb(sentence, at)) return false;
  for (let i = last; i < end; i++)
    if (beForms.has(sentence.words[i]?.lower ?? "")) return sentence.words[i + 1]?.lower === "to";
  return false;
}
