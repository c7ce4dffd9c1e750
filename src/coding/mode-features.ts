import {
  auxiliaries,
  beForms,
  isVerb,
  modals,
  negations,
  previousVerb,
  willForms,
} from "./grammar.ts";
import type {ModeFound} from "./judge-mode.ts";
import type {Anchor} from "./mode-anchor.ts";
import {modePhrasesIn} from "./mode-phrases.ts";
import {modeSignals} from "./mode-signals.ts";
import {type ModeClass, modeClassesOf} from "./mode-words.ts";
import type {Word} from "./read-words.ts";
import type {FeatureSink} from "./scoring/feature-sink.ts";
import type {Features} from "./scoring/linear-model.ts";
import type {Sentence} from "./sentence.ts";
import {verbShape} from "./verb-shape.ts";

/** Words on either side that are weighed, and where "near" ends. */
const reach = {before: 14, after: 24} as const;
const distances = [2, 5, 14] as const;
/** How near, by its place in `distances`, beginning with "farther". */
const nearNames = ["-1", "0", "1", "2"] as const;

/** What begins the name of a feature that only one word of the language makes. */
const lexical = "w:";

/** The features without those of single words: what is left of a sentence whose words were never seen. */
export function withoutWords(features: Features): Features {
  return new Map([...features].filter(([name]) => !name.startsWith(lexical)));
}

const isSmall = (word: string) =>
  word === "NAME" ||
  word === "to" ||
  word === "," ||
  auxiliaries.has(word) ||
  negations.has(word) ||
  modals.has(word);

/** What speaks for the mode of an event: the words around and in it, their classes, its verb's shape, and the rule's word. */
export function modeFeatures(
  sentence: Sentence,
  anchor: Anchor,
  rule: ModeFound,
  to: FeatureSink,
): void {
  const add: FeatureSink["add"] = (first, second, third, fourth) =>
    to.add(first, second, third, fourth);
  const addWord = (name: string, word: string) =>
    to.add(isSmall(word) ? "" : lexical, name, " ", word);
  const notes: Notes = {sentence, anchor, add, addWord};
  add("rule ", rule.mode);
  addWord(`rule ${rule.mode}`, rule.by.toLowerCase());
  headFeatures(notes);
  beforeFeatures(notes);
  ownFeatures(notes);
  afterFeatures(notes);
  sentenceFeatures(notes);
  phraseFeatures(notes);
  for (const signal of modeSignals(sentence, anchor)) add(signal);
}

interface Notes {
  readonly sentence: Sentence;
  readonly anchor: Anchor;
  readonly add: FeatureSink["add"];
  readonly addWord: (name: string, word: string) => void;
}

function headFeatures({sentence, anchor, add, addWord}: Notes): void {
  const {words, headline} = sentence;
  const {at, last, type} = anchor;
  const shape = verbShape(sentence, at);
  add("type ", type);
  add("shape ", shape);
  add("shape ", shape, " ", type);
  if (isTimed(sentence, last)) add("shape ", shape, " with time");
  if (headline) {
    add("headline");
    add("headline ", shape);
  }
  addWord("head", words[at]?.lemma ?? "");
}

/** A word of time stands among the next words: "opens on the twelfth". */
function isTimed({words}: Sentence, from: number): boolean {
  for (let i = from; i < Math.min(words.length, from + 12); i++) {
    const {lemma, lower} = words[i] as Word;
    if (modeClassesOf(lemma, lower).includes("time")) return true;
  }
  return false;
}

function beforeFeatures({sentence, anchor, add, addWord}: Notes): void {
  const {words, nameAt} = sentence;
  const {first, at, from} = anchor;
  for (let i = Math.max(from, at - reach.before); i < at; i++) {
    if (nameAt[i] !== -1) continue;
    const {lemma, lower} = words[i] as Word;
    const near = distances.findIndex((limit) => at - i <= limit);
    addWord("before", lemma);
    if (near < 2) addWord(`before ${near}`, lower);
    for (const kind of modeClassesOf(lemma, lower)) {
      add("before is ", kind);
      add("before ", nearNames[near + 1], " is ", kind);
    }
  }
  const form = (i: number) => (nameAt[i] === -1 ? (words[i]?.lower ?? "") : "NAME");
  for (const gap of [1, 2]) {
    if (at - gap < from) break;
    addWord(`${gap} before`, form(at - gap));
    if (at - gap - 1 >= from)
      add(`${lexical}${gap} before ${form(at - gap - 1)} ${form(at - gap)}`);
  }
  let verb = previousVerb(sentence, at);
  for (let many = 0; many < 3 && verb >= from; many++) {
    const {lemma, lower} = words[verb] as Word;
    addWord("chain", lemma);
    for (const kind of modeClassesOf(lemma, lower)) add("chain is ", kind);
    verb = previousVerb(sentence, verb);
  }
  const governor = previousVerb(sentence, first);
  if (governor >= from) addWord("governor", words[governor]?.lemma ?? "");
  else add("no governor");
}

function ownFeatures({sentence, anchor, add, addWord}: Notes): void {
  for (let i = Math.min(anchor.first, anchor.at); i < anchor.last; i++) {
    if (sentence.nameAt[i] !== -1) continue;
    const {lemma, lower} = sentence.words[i] as Word;
    addWord("in", lemma);
    for (const kind of modeClassesOf(lemma, lower)) add("in is ", kind);
  }
}

function afterFeatures(notes: Notes): void {
  const {sentence, anchor, add, addWord} = notes;
  const {at, last, end} = anchor;
  for (let i = last; i < Math.min(end, last + reach.after); i++) {
    if (sentence.nameAt[i] !== -1) continue;
    const {pos, lemma, lower} = sentence.words[i] as Word;
    const verb = pos === "VERB" || pos === "AUX" || willForms.has(lower);
    if (verb) addWord("after verb", lemma);
    for (const kind of modeClassesOf(lemma, lower)) {
      add("after is ", kind);
      if (i - last < 5) add("after near is ", kind);
      // ", the ministry announced": what carries the whole sentence from behind.
      if (verb) add("after verb is ", kind);
    }
  }
  if (!isVerb(sentence, at)) nextVerbFeatures(notes);
  else if (isObjectNegated(sentence, at)) add("object negated");
}

/** Turns of phrase, and on which side of the event they stand. */
function phraseFeatures({sentence, anchor, add}: Notes): void {
  const {at, first, last, from, end} = anchor;
  for (const phrase of modePhrasesIn(sentence, from, end)) {
    const {kind} = phrase;
    const before = phrase.last <= first || phrase.first < Math.min(first, at);
    const side = before ? "before" : phrase.first >= last ? "after" : "in";
    const gap = before ? first - phrase.last : phrase.first - last;
    add("turn ", kind);
    add("turn ", kind, " ", side);
    if (gap <= 2) add(`turn ${kind} ${side}, near`);
    add(
      `${lexical}turn ${sentence.words
        .slice(phrase.first, phrase.last)
        .map(({lemma}) => lemma)
        .join(" ")}`,
    );
  }
}

/** What is done to or said of a noun: "the visit is planned", "an offer was put forward". */
function nextVerbFeatures({sentence, anchor, add, addWord}: Notes): void {
  for (let i = anchor.last; i < anchor.end; i++) {
    if (!isVerb(sentence, i)) continue;
    const {lemma, lower} = sentence.words[i] as Word;
    const shape = verbShape(sentence, i);
    addWord("next verb", lemma);
    add(`${lexical}next verb ${lemma} ${sentence.words[i + 1]?.lower ?? ""}`);
    add("next verb shape ", shape);
    if (isTimed(sentence, i + 1)) add("next verb shape ", shape, " with time");
    for (const kind of modeClassesOf(lemma, lower)) {
      add("next verb is ", kind);
      add("next verb is ", kind, ", ", shape);
    }
    return;
  }
}

/** "gave no drones", "released none of them". */
function isObjectNegated({words, nameAt}: Sentence, at: number): boolean {
  for (let i = at + 1; i < Math.min(words.length, at + 5); i++) {
    const lower = words[i]?.lower ?? "";
    if (/^(?:no|none|nothing|nobody|neither|zero|nowhere)$/.test(lower)) return true;
    if (nameAt[i] === -1 && !/^(?:to|with|the|its|of|up|on)$/.test(lower)) return false;
  }
  return false;
}

function sentenceFeatures({sentence, anchor, add, addWord}: Notes): void {
  const {words} = sentence;
  const {from, end} = anchor;
  const opening = words[from]?.pos === "PROPN" ? "NAME" : (words[from]?.lower ?? "");
  addWord("opens", opening);
  if (auxiliaries.has(opening)) add("opens with auxiliary");
  if (words[end]?.text === "?") {
    add("question");
    addWord("question opens", opening);
    const negated = words.slice(from, anchor.first).some(({lower}) => negations.has(lower));
    if (negated) add("question negated before");
  }
  const seen = new Set<ModeClass | "will" | "to be">();
  for (let i = from; i < end; i++) {
    const {lemma, lower} = words[i] as Word;
    for (const kind of modeClassesOf(lemma, lower)) seen.add(kind);
    if (willForms.has(lower)) seen.add("will");
    if (beForms.has(lower) && words[i + 1]?.lower === "to") seen.add("to be");
  }
  for (const kind of seen) add("sentence ", kind);
  const both = (a: ModeClass | "will", b: ModeClass) => {
    if (seen.has(a) && seen.has(b)) add("sentence ", a, " and ", b);
  };
  both("will", "announcing");
  both("negating", "hearsay");
  both("denying", "hearsay");
  both("negating", "excluding");
}
