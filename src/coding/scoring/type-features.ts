import type {Candidate} from "../find-candidates.ts";
import {isPassive, isVerb} from "../grammar.ts";
import type {Named, Sentence} from "../sentence.ts";
import {type FeatureSink, featuresOf} from "./feature-sink.ts";
import type {Features} from "./linear-model.ts";
import {meaningOf, type WordVectors} from "./word-vectors.ts";

/** A sentence to be judged, with what the rules make of it, the likeliest first. */
export interface Asked {
  readonly masked: MaskedSentence;
  readonly candidates: readonly Candidate[];
}

/** One reading of it: who, whom, which words; and the rule reading that they come from, `null` where they are given. */
export interface Reading {
  readonly spans: Spans;
  readonly own: Candidate | null;
}

/** Where in a sentence something is taken to happen: who does it, to whom, in which words. */
export interface Spans {
  readonly source: Named | null;
  readonly target: Named | null;
  /** First and one past the last word that carry the event. */
  readonly event: {readonly first: number; readonly last: number} | null;
}

/** A sentence with names and numbers masked, so that a model learns of acts and not of who is at odds with whom. */
export interface MaskedSentence {
  readonly sentence: Sentence;
  /** By word: its lemma, "@" in a name, "#" for a number, "" for a mark that parts nothing. */
  readonly forms: readonly string[];
  readonly verbs: readonly boolean[];
}

export function maskSentence(sentence: Sentence): MaskedSentence {
  const {words, nameAt} = sentence;
  const forms = words.map(({pos, lemma, text}, i) => {
    if (nameAt[i] !== -1 || (pos === "PROPN" && /^\p{Lu}/u.test(text))) return "@";
    if (pos === "NUM" || /^\d/.test(text)) return "#";
    return /\p{L}/u.test(text) ? lemma : /^[,:;?!]$/.test(text) ? text : "";
  });
  return {sentence, forms, verbs: words.map((_, i) => isVerb(sentence, i))};
}

type Run = {readonly first: number; readonly last: number} | null;

const holds = (run: Run, i: number) => run !== null && i >= run.first && i < run.last;

/**
 * What a linear model sees of one reading of a sentence. A name begins with its kind: `w` words, `g` words by segment,
 * `n` two words in a row, `x` beginnings of words, `s` and `t` nouns inside the sides, `v` verbs by slot, `p` words
 * beside the sides, `e` the event's own words and its neighbours, `o` the order of parts, `r` what the rules say,
 * `d` the meaning of all its words, `de` of the event's and `da` of those behind it.
 */
export function typeFeatures(asked: Asked, reading: Reading, vectors: WordVectors): Features {
  return featuresOf(
    (to) => sentenceFeatures(asked, to),
    (to) => meaningFeatures(asked, vectors, to),
    (to) => sidesFeatures(asked, reading, to),
    (to) => eventFeatures(asked, reading, vectors, to),
  );
}

/** Those features that all readings of a sentence share. */
export function sentenceFeatures({masked, candidates}: Asked, to: FeatureSink): void {
  const {forms, verbs} = masked;
  for (const form of forms) {
    if (form.length < 2) continue;
    to.add("w:", form);
    if (form.length > 5) to.add("x:", form.slice(0, 5));
  }
  const main = verbs.indexOf(true);
  if (main >= 0) to.add("v:main:", forms[main] as string);
  const all = candidates.filter(({family}) => family !== "plain verb");
  const cues = all.filter(({match}) => match.cue.book === "codebook");
  if (cues.length === 0) to.add("r:none");
  for (const {type, match} of all.slice(0, 6))
    if (match.cue.book === "phrases") to.add("r:phrase:", type);
  for (const {type} of cues.slice(0, 6)) to.add("r:any:", type);
  const [best, second] = cues;
  if (best !== undefined) to.add("r:best:", best.type);
  if (best !== undefined && second !== undefined) {
    to.add("r:second:", second.type);
    to.add("r:gap:", best.type, ` ${Math.min(4, Math.round(2 * (best.score - second.score)))}`);
  }
}

/** The meaning of all words of a sentence together, of which nobody can be told in words. */
export function meaningFeatures({masked}: Asked, vectors: WordVectors, to: FeatureSink): void {
  const meaning = meaningOf(vectors, masked.forms);
  if (meaning !== null) to.addDirection("d:", meaning, meaningWeighs);
}

/** What the words that carry the event mean, and the few behind them: an act may be told in words that were never met. */
function addMeaning(
  {forms}: MaskedSentence,
  {event}: Spans,
  vectors: WordVectors,
  to: FeatureSink,
): void {
  if (event === null) return;
  const own = meaningOf(vectors, forms.slice(event.first, event.last));
  if (own !== null) to.addDirection("de:", own, eventWeighs);
  const behind = meaningOf(vectors, forms.slice(event.last, event.last + wordsBehind));
  if (behind !== null) to.addDirection("da:", behind, 1);
}

/** Words behind the event whose meaning counts: "slams *door on*", "holds *talks*". */
const wordsBehind = 5;

/** How much the meaning of the event's own words counts. Chosen among 0, 2, 3 and 4 on news sentences by other hands than those trained on. */
const eventWeighs = 2;

/** Those features that readings with the same sides share. */
export function sidesFeatures({masked}: Asked, {spans}: Reading, to: FeatureSink): void {
  const order = orderOf(spans);
  to.add("o:", order);
  addWords(masked, spans, order, to);
  addSides(masked, spans, to);
  addVerbs(masked, spans, order, to);
}

/** Those features that are one reading's own. */
export function eventFeatures(
  {masked, candidates}: Asked,
  {spans, own}: Reading,
  vectors: WordVectors,
  to: FeatureSink,
): void {
  addEvent(masked, spans, to);
  addReading(own ?? firmestOf(candidates), to);
  addMeaning(masked, spans, vectors, to);
}

/** The first reading of the codebook; for want of one, of the phrase book. */
export function firmestOf(candidates: readonly Candidate[]): Candidate | undefined {
  const cues = candidates.filter(({family}) => family !== "plain verb");
  return cues.find(({match}) => match.cue.book === "codebook") ?? cues[0];
}

/** How much the meaning of the whole counts beside single words. Chosen among 0 and 2 on folds. */
const meaningWeighs = 2;

function orderOf({source, target}: Spans): string {
  if (source === null) return target === null ? "none" : "t";
  if (target === null) return "s";
  return source.first < target.first ? "st" : "ts";
}

function addWords(
  {forms}: MaskedSentence,
  {source, target}: Spans,
  order: string,
  to: FeatureSink,
): void {
  const firsts = [source, target].filter((one) => one !== null).map((one) => one.first);
  const opens = Math.min(...firsts);
  const closes = Math.max(...firsts);
  let before = "^";
  for (let i = 0; i < forms.length; i++) {
    const form = holds(source, i) ? "S" : holds(target, i) ? "T" : (forms[i] ?? "");
    if (form === "" || (form === before && isMask(form))) continue;
    if (form.length > 1) {
      const segment = i < opens ? "before" : i < closes ? `between-${order}` : `after-${order}`;
      to.add("g:", segment, ":", form);
    }
    to.add("n:", before, " ", form);
    before = form;
  }
  to.add("n:", before, " $");
}

/** A side, or a name: one that goes on over several words is one. */
const isMask = (form: string) => form === "S" || form === "T" || form === "@";

/** Common nouns inside a side: "police", "protesters", "envoy". */
function addSides({sentence}: MaskedSentence, {source, target}: Spans, to: FeatureSink): void {
  addNouns("s", source, sentence, to);
  addNouns("t", target, sentence, to);
}

function addNouns(kind: "s" | "t", side: Named | null, {words}: Sentence, to: FeatureSink): void {
  if (side === null) return;
  for (let i = side.first; i < side.last; i++) {
    const word = words[i];
    if (word?.pos === "NOUN") to.add(kind, ":", word.lemma);
  }
}

/** The first verb from a word on, or back from it; −1 for none. */
function verbFrom({verbs}: MaskedSentence, from: number, step: 1 | -1): number {
  for (let i = from; i >= 0 && i < verbs.length; i += step) if (verbs[i] === true) return i;
  return -1;
}

const formAt = (forms: readonly string[], i: number) => forms[i] ?? "";

/** The verbs between the sides and beside them, and the small words that bind the sides to their verbs. */
function addVerbs(
  masked: MaskedSentence,
  {source, target}: Spans,
  order: string,
  to: FeatureSink,
): void {
  const {forms, verbs, sentence} = masked;
  if (source !== null) {
    const at = verbFrom(masked, source.last, 1);
    if (at >= 0) {
      const voice = isPassive(sentence, at) ? "passive" : "active";
      to.add("v:source:", formAt(forms, at));
      to.add("v:source:", voice, ":", formAt(forms, at));
    }
    to.add("p:source-before:", formAt(forms, source.first - 1));
    to.add("p:source-after:", formAt(forms, source.last));
  }
  if (target === null) return;
  const small = formAt(forms, target.first - 1);
  to.add("p:target-before:", small);
  to.add("p:target-after:", formAt(forms, target.last));
  const back = verbFrom(masked, target.first - 1, -1);
  if (back >= 0) {
    to.add("v:target:", formAt(forms, back));
    to.add("v:target:", formAt(forms, back), " ", small);
  }
  const noun = nounBefore(masked, target.first - 1);
  if (noun !== "") to.add("v:noun:", noun, " ", small);
  if (source === null) return;
  const [low, high] = order === "st" ? [source.last, target.first] : [target.last, source.first];
  for (let i = low; i < high; i++)
    if (verbs[i] === true) to.add("v:between-", order, ":", formAt(forms, i));
}

/** "attack" of "an attack on T". */
function nounBefore({sentence, forms}: MaskedSentence, before: number): string {
  for (let i = before - 1; i >= Math.max(0, before - 3); i--)
    if (sentence.words[i]?.pos === "NOUN") return forms[i] ?? "";
  return "";
}

/** The words of the event, and how they are led up to: "to", "not", "could", a form of "be". */
function addEvent({forms, verbs, sentence}: MaskedSentence, {event}: Spans, to: FeatureSink): void {
  if (event === null) return;
  for (let i = event.first; i < event.last; i++) {
    const form = forms[i] ?? "";
    if (form.length < 2) continue;
    to.add("e:", form);
    if (form.length > 5) to.add("e:x:", form.slice(0, 5));
  }
  to.add("e:before:", forms[event.first - 1] || "-");
  to.add("e:after:", forms[event.last] || "-");
  to.add("e:after2:", forms[event.last] || "-", " ", forms[event.last + 1] || "-");
  for (let i = event.first - 1; i >= Math.max(0, event.first - 8); i--)
    if (verbs[i] === true) {
      to.add("e:under:", forms[i] as string);
      break;
    }
  for (const {lower, pos} of sentence.words.slice(Math.max(0, event.first - 4), event.first))
    if (pos === "AUX" || pos === "PART") to.add("e:led:", lower);
}

/** What the rules say of a reading: the type that they would give, how firmly, where it stands. */
function addReading(reading: Candidate | undefined, to: FeatureSink): void {
  if (reading === undefined) return;
  const {type, family, score, sides, mode, match, place} = reading;
  to.add("r:family:", family);
  to.add("r:place:", place);
  to.add("r:sides:", sides.rule);
  to.add("r:mode:", mode);
  if (match.cue.idle) to.add("r:idle:", `${match.cue.weight}`);
  if (family === "plain verb") return;
  to.add("r:type:", type);
  to.add("r:book:", match.cue.book, " ", type);
  to.add("r:type:", type, " ", place);
  to.add("r:type:", type, " ", family);
  to.add("r:type:", type, ` ${Math.max(-2, Math.min(6, Math.round(score)))}`);
  to.add("r:cue:", match.cue.type, " ", match.cue.words);
}
