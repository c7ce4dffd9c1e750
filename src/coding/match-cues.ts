import {type CompiledCodebook, loneCue} from "./compile-codebook.ts";
import type {Cue, CuePlace} from "./cue.ts";
import {isPassive, isVerb, negations, subordinators} from "./grammar.ts";
import {cuesAmong, type HeadCues, longestFirst} from "./head-cues.ts";
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

/** A verb that no cue takes, as a match of its own. */
export function verbAt({words}: Sentence, at: number): Match {
  return {cue: loneCue(words[at]?.lemma ?? ""), at, first: at, last: at + 1};
}

/** How many words may stand between one word of a cue and the next: fewer before "on", "for", "out". */
const reach = 5;
const particleReach = 2;

const is = (word: Word | undefined, {words}: CuePlace) =>
  word !== undefined && (words.includes(word.lemma) || words.includes(word.lower));

/**
 * The cues of a sentence: at each verb and each noun the longest that fits, with equals beside it. A noun that a verb's
 * cue has taken ("suspend aid") is no cue of its own.
 */
export function matchCues(sentence: Sentence, codebook: CompiledCodebook): FoundCues {
  const verbs: Match[] = [];
  const nouns: Match[] = [];
  const forms = new Set(sentence.words.flatMap(({lemma, lower}) => [lemma, lower]));
  sentence.words.forEach((word, at) => {
    if (sentence.nameAt[at] !== -1 || isMonth(sentence, at)) return;
    if (isVerb(sentence, at))
      verbs.push(...longest(verbCues(codebook, word, forms), sentence, at, matchVerb));
    else if (word.pos === "AUX") {
      // "is ready to": only cues of more words may begin with an auxiliary.
      const longer = verbCues(codebook, word, forms).filter((cue) => cue.rest.length > 0);
      verbs.push(...longest(longer, sentence, at, matchVerb));
    } else if (nounTags.has(word.pos)) {
      nouns.push(...longest(nounCues(codebook, word, forms), sentence, at, matchNoun));
    }
  });
  const taken = verbs.filter(({cue}) => cue.rest.length > 0);
  const free = nouns.filter(({at}) => !taken.some(({first, last}) => first <= at && at < last));
  const all = [...verbs, ...free];
  return {cues: all.filter(({cue}) => !cue.idle), idle: all.filter(({cue}) => cue.idle)};
}

/** Cues of acts, and words that look like one and tell of none. */
export interface FoundCues {
  readonly cues: readonly Match[];
  readonly idle: readonly Match[];
}

/** "3 March 2025" is no demonstration. */
function isMonth({words}: Sentence, at: number): boolean {
  return (
    words[at]?.text === "March" && (words[at - 1]?.pos === "NUM" || words[at + 1]?.pos === "NUM")
  );
}

/** A form that the tagger took for an adjective keeps its ending: "tortured", "striking". */
function verbCues(
  {verbs}: CompiledCodebook,
  {lemma, lower}: Word,
  forms: ReadonlySet<string>,
): readonly Cue[] {
  const cues = (head: HeadCues | undefined) => (head === undefined ? [] : cuesAmong(head, forms));
  const known = verbs(lemma);
  if (known !== undefined || lemma !== lower || !/(ed|ing)$/.test(lower)) return cues(known);
  const stem = lower.replace(/(ed|ing)$/, "");
  return cues(verbs(stem) ?? verbs(`${stem}e`) ?? verbs(stem.slice(0, -1)));
}

function nounCues(
  {nouns}: CompiledCodebook,
  {lemma, lower}: Word,
  forms: ReadonlySet<string>,
): readonly Cue[] {
  const heads = [nouns(lower), lemma === lower ? undefined : nouns(lemma)];
  const found = heads.flatMap((head) => (head === undefined ? [] : cuesAmong(head, forms)));
  return heads.includes(undefined) ? found : found.sort(longestFirst);
}

const nounTags = new Set(["NOUN", "PROPN", "ADJ", "VERB"]);

type TryCue = (cue: Cue, sentence: Sentence, at: number) => Match | null;

/**
 * The cues at one word. The codebook's stand, unless the phrase book knows the words by more of them as another type, or as
 * telling of nothing.
 */
function longest(
  cues: readonly Cue[],
  sentence: Sentence,
  at: number,
  match: TryCue,
): readonly Match[] {
  if (cues.length === 0) return [];
  const own = longestOf("codebook", cues, sentence, at, match);
  const wide = longestOf("phrases", cues, sentence, at, match);
  const [first] = own;
  if (first === undefined) return wide;
  const known = new Set(own.map(({cue}) => cue.type));
  const longer = wide.filter(
    ({cue}) => cue.weight > first.cue.weight && (cue.idle || !known.has(cue.type)),
  );
  return longer.length > 0 ? longer : own;
}

/** The longest of one book that fit, one of a type; what tells of nothing only where nothing else is as long. */
function longestOf(
  book: Cue["book"],
  cues: readonly Cue[],
  sentence: Sentence,
  at: number,
  match: TryCue,
): readonly Match[] {
  const found: Match[] = [];
  for (const cue of cues) {
    if (cue.book !== book) continue;
    const [best] = found;
    if (best !== undefined && best.cue.weight > cue.weight) break;
    const hit = match(cue, sentence, at);
    if (hit !== null && !found.some((one) => isLike(one.cue, cue))) found.push(hit);
  }
  const telling = found.filter(({cue: {idle}}) => !idle);
  return telling.length > 0 ? telling : found;
}

const isLike = (one: Cue, other: Cue) => one.type === other.type && one.idle === other.idle;

function matchVerb(cue: Cue, sentence: Sentence, at: number): Match | null {
  if (cue.negated && !isNegated(sentence, at)) return null;
  const forward = take(cue.rest, sentence, at);
  if (forward !== null) return {cue, at, first: at, last: forward + 1};
  // "sanctions were imposed", "talks held": what the verb takes stands before it.
  if (cue.rest.some(({isParticle}) => isParticle) || !isPassive(sentence, at)) return null;
  const back = takeBack(cue.rest, sentence, at);
  return back === null ? null : {cue, at, first: back, last: at + 1};
}

/** Index of the last word that fills the places after `at`; a name counts as one word. */
function take(places: Cue["rest"], sentence: Sentence, at: number): number | null {
  let last = at;
  for (const place of places) {
    const limit = place.isClinging ? particleReach : reach;
    let next = last + 1;
    for (let gone = 0; ; next++) {
      const word = sentence.words[next];
      if (word === undefined || isBreak(word)) return null;
      if (is(word, place)) break;
      if (opensPhrase(word, place)) return null;
      if (place.isParticle && isVerb(sentence, next)) return null;
      if (!insideName(sentence, next) && ++gone > limit) return null;
    }
    last = next;
  }
  return last;
}

function takeBack(places: Cue["rest"], sentence: Sentence, at: number): number | null {
  let first = at;
  for (const place of places.toReversed()) {
    let next = first - 1;
    for (let gone = 0; ; next--) {
      const word = sentence.words[next];
      if (word === undefined || isBreak(word)) return null;
      if (is(word, place)) break;
      if (!insideName(sentence, next) && ++gone > reach) return null;
    }
    first = next;
  }
  return first;
}

/** "reduces vulnerability to sanctions": a noun behind another preposition is not what the verb takes. */
function opensPhrase({lower}: Word, {isParticle}: CuePlace): boolean {
  return (
    !isParticle &&
    (lower === "to" || lower === "against" || (subordinators.has(lower) && lower !== "as"))
  );
}

/** Past the first word of a name, so that a long name counts once. */
function insideName({nameAt}: Sentence, i: number): boolean {
  return nameAt[i] !== -1 && nameAt[i] === nameAt[i - 1];
}

function isBreak({text, lower}: Word): boolean {
  return /^[;:.!?]$/.test(text) || lower === "that" || lower === "which" || lower === "who";
}

function matchNoun(cue: Cue, sentence: Sentence, at: number): Match | null {
  const {words} = sentence;
  if (cue.headFirst) {
    const last = take(cue.rest, sentence, at);
    return last === null ? null : {cue, at, first: at, last: last + 1};
  }
  let first = at;
  for (const place of cue.rest.toReversed()) {
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
