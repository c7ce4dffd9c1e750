import {
  auxiliaries,
  beForms,
  isVerb,
  locatives,
  previousVerb,
  relatives,
  sayingVerbs,
  subordinators,
} from "./grammar.ts";
import type {Named, Sentence} from "./sentence.ts";

/** Where a clause ends: strong marks, and words that open another clause. */
export function isClauseEnd(lower: string, text: string): boolean {
  return /^[;:.!?—–]$/.test(text) || subordinators.has(lower) || relatives.has(lower);
}

/** How far a subject is sought through verbs that share it ("agreed to send and train"). */
const deepest = 4;

/** The group that stands as the verb's subject. */
export function subjectOf(sentence: Sentence, verb: number, depth = 0): Named | null {
  const {words, nameAt} = sentence;
  let i = verb - 1;
  let shared = false;
  for (; i >= 0 && nameAt[i] === -1; i--) {
    const {lower, pos} = words[i] ?? {lower: "", pos: ""};
    if (lower === "to" || lower === "and" || lower === "or") shared = true;
    else if (!auxiliaries.has(lower) && !/^(ADV|PART|AUX)$/.test(pos)) break;
  }
  const gerund =
    /ing$/.test(words[verb]?.lower ?? "") && !beForms.has(words[verb - 1]?.lower ?? "");
  const governor = shared || gerund ? previousVerb(sentence, verb) : -1;
  if (governor >= 0 && depth < deepest) return subjectOf(sentence, governor, depth + 1);
  return chooseSubject(sentence, i);
}

/** Groups from a word backwards to the start of the clause; the first that is not merely a place. */
function chooseSubject(sentence: Sentence, from: number): Named | null {
  const {words, named, nameAt} = sentence;
  const groups: Named[] = [];
  let own = false;
  for (let i = from; i >= 0; i--) {
    const group = named[nameAt[i] ?? -1];
    if (group !== undefined) {
      if (groups[0] !== group) groups.unshift(group);
      continue;
    }
    const word = words[i];
    if (word === undefined) break;
    // "Moscow, which hosted": the name before the pronoun is the subject.
    if (relatives.has(word.lower)) {
      const saying = word.lower === "that" && groups.length === 0 ? previousVerb(sentence, i) : -1;
      if (saying >= 0 && i - saying <= 8 && isSaid(words[saying]?.lemma ?? ""))
        return subjectOf(sentence, saying, deepest);
      const head = named[nameAt[i - 1] ?? -1] ?? named[nameAt[i - 2] ?? -1];
      return groups[0] ?? head ?? null;
    }
    if (groups.length === 0) {
      own ||= /^(NOUN|PRON)$/.test(word.pos);
      // "As Moscow waits, its neighbours explore": the clause before the comma has a subject of its own.
      if (word.text === "," && own && opensWithClause(sentence)) return null;
      continue;
    }
    if (isClauseEnd(word.lower, word.text)) break;
    if (isVerb(sentence, i) && !isInRelative(sentence, i)) break;
  }
  const first = groups.find((group) => !isLocated(sentence, group)) ?? groups[0];
  return first === undefined ? null : withPartner(sentence, first, groups);
}

function opensWithClause({words}: Sentence): boolean {
  const first = words[0]?.lower ?? "";
  return subordinators.has(first) || first === "as" || first === "with";
}

/** "Malaysia's board and Russian importers": two owners of one subject, with only "and" and nouns between. */
function withPartner({words, nameAt}: Sentence, first: Named, groups: readonly Named[]): Named {
  const next = groups[groups.indexOf(first) + 1];
  if (next === undefined) return first;
  const gap = words.slice(first.last, next.first);
  const joined = gap.some((word) => word.lower === "and") && gap.length < 8;
  const plain = gap.every((word) => /^(NOUN|PROPN|ADJ|CCONJ|DET|PART|PRON)$/.test(word.pos));
  if (!joined || !plain || nameAt[next.first] === -1) return first;
  return {...first, last: next.last, parties: [...new Set([...first.parties, ...next.parties])]};
}

/** Whether a verb stands in "who …", "which …" or "… backed by", so that the subject lies before it. */
function isInRelative({words}: Sentence, verb: number): boolean {
  for (let i = verb - 1; i >= 0 && i >= verb - 5; i--)
    if (relatives.has(words[i]?.lower ?? "")) return !isSaid(words[i - 1]?.lemma ?? "");
  return /ed$/.test(words[verb]?.lower ?? "") && words[verb + 1]?.lower === "by";
}

const isSaid = (lemma: string) => sayingVerbs.has(lemma);

/** "in Jakarta", "talks to Syria": the name is where or whither, not who. */
function isLocated({words}: Sentence, group: Named): boolean {
  let at = group.first - 1;
  if (words[at]?.lower === "the" || words[at]?.pos === "ADJ") at--;
  const before = words[at];
  if (before === undefined) return false;
  return locatives.has(before.lower) || (before.lower === "to" && words[at - 1]?.pos === "NOUN");
}

/** Small words after which a name is the matter talked of. */
const topical = new Set("about regarding concerning".split(" "));

export interface ObjectWish {
  /** The subject, which is not its own object. */
  readonly source: Named | null;
  /** Where talk is mutual, a name after "on" is its matter. */
  readonly onIsTopic: boolean;
  /** Whether a name that is only a place may stand for want of another. */
  readonly takePlace: boolean;
}

/** The first group after a word, within the clause; the matter talked of ends at the next "with". */
export function objectOf(sentence: Sentence, from: number, wish: ObjectWish): Named | null {
  const {words, named, nameAt} = sentence;
  let place: Named | null = null;
  let inTopic = false;
  for (let i = from; i < words.length; i++) {
    const word = words[i];
    if (word === undefined) break;
    const group = named[nameAt[i] ?? -1];
    if (group !== undefined) {
      if (inTopic || sameParties(group, wish.source)) continue;
      if (!isLocated(sentence, group)) return group;
      place ??= group;
      continue;
    }
    if (i > from && isClauseEnd(word.lower, word.text)) break;
    if (isVerb(sentence, i) && sayingVerbs.has(word.lemma)) break;
    if (opensTopic(sentence, i, wish.onIsTopic)) inTopic = true;
    else if (word.lower === "with") inTopic = false;
  }
  return wish.takePlace ? place : null;
}

function opensTopic(sentence: Sentence, i: number, onIsTopic: boolean): boolean {
  const lower = sentence.words[i]?.lower ?? "";
  return topical.has(lower) || (onIsTopic && lower === "on" && !isDateAfter(sentence, i));
}

function sameParties(group: Named, other: Named | null): boolean {
  return other !== null && group.parties.every((party) => other.parties.includes(party));
}

/** "on Monday" is when, not what about. */
function isDateAfter({words}: Sentence, on: number): boolean {
  return /^(mon|tues|wednes|thurs|fri|satur|sun)day$|^\d/.test(words[on + 1]?.lower ?? "");
}
