import {isVerb} from "../grammar.ts";
import type {Match} from "../match-cues.ts";
import type {Word} from "../read-words.ts";
import type {Named, Sentence} from "../sentence.ts";

const inside = new Set(["DET", "ADJ", "NOUN", "PROPN", "NUM"]);
const date =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|yesterday|today|week|month|year|earlier|\d{1,4})$/;
/** Words of time that the tagger takes for parts of the phrase before them: "Yemen today freed". */
const when = /^(?:yesterday|today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;
/** "at least 75 people", "more than 200 aid workers". */
const roughly =
  /^(?:at least|at most|up to|more than|fewer than|less than|as many as|nearly|almost|around|about|some|over|all|both|roughly|dozens of|hundreds of|thousands of)$/;

/**
 * The sentence with every noun phrase outside the cue as a name of its own.
 *
 * @param mentioned by word, the kind of the party's name that it stands in; "" for none.
 */
export function withPhrases(
  sentence: Sentence,
  match: Match,
  mentioned: readonly string[] = [],
): Sentence {
  const {words} = sentence;
  const named: Named[] = [];
  const nameAt = words.map(() => -1);
  const taken = match.cue.noun || match.cue.rest.length > 0 ? match.last - 1 : match.at;
  const isIn = (i: number) => i !== match.at && ((mentioned[i] ?? "") !== "" || opens(sentence, i));
  for (let i = 0; i < words.length; i++) {
    if (!isIn(i)) continue;
    let last = i + 1;
    while (
      last < words.length &&
      !beginsAnew(words, i, last) &&
      (isIn(last) || (last !== match.last && joins(sentence, last) && isIn(last + 1)))
    )
      last++;
    while (last > i + 1 && when.test(words[last - 1]?.lower ?? "")) last--;
    const phrase = words.slice(i, last);
    const ofCue = i <= taken && taken < last;
    const holds = phrase.some(
      (word, k) => /^(NOUN|PROPN)$/.test(word.pos) || (mentioned[i + k] ?? "") !== "",
    );
    if (!ofCue && holds && !isDate(phrase)) {
      const first = withOwner(words, withAmount(words, i));
      last = withAcronym(words, last);
      for (let k = first; k < last; k++) nameAt[k] = named.length;
      named.push({first, last, parties: [`phrase ${named.length}`], adjective: false});
    }
    i = last - 1;
  }
  return withNamesNoVerbs({...sentence, named, nameAt, verbs: new Uint8Array(words.length)});
}

/** "the United States last month": in running text a word with a capital that the tagger takes for no verb is none. */
export function withNamesNoVerbs(sentence: Sentence): Sentence {
  const {words, headline, verbs} = sentence;
  if (headline) return sentence;
  words.forEach(({text, pos}, i) => {
    if (i > 0 && pos !== "VERB" && /^\p{Lu}/u.test(text)) verbs[i] = noVerb;
  });
  return sentence;
}

/** As `Sentence.verbs` has it. */
const noVerb = 2;

/** Whether a word may stand in a noun phrase: "a besieged town" and "200 suspected members" hold participles. */
function opens(sentence: Sentence, i: number): boolean {
  const {words} = sentence;
  const word = words[i];
  if (word === undefined) return false;
  const counted =
    words[i - 1]?.pos === "NUM" && /(?:ed|en)$/.test(word.lower) && words[i + 1]?.pos === "NOUN";
  if (word.pos === "VERB")
    return counted || (/(?:ed|en|ing)$/.test(word.lower) && !isVerb(sentence, i));
  return inside.has(word.pos) && !isVerb(sentence, i);
}

/** "of", a hyphen or a possessive between two parts of one phrase. */
function joins({words}: Sentence, i: number): boolean {
  const word = words[i];
  return word?.lower === "of" || word?.text === "-" || /^['’]s?$/.test(word?.text ?? "");
}

/** "Canada a deadline": an article opens another phrase, but behind "of", a hyphen, or "all". */
function beginsAnew(words: readonly Word[], first: number, i: number): boolean {
  const before = words[i - 1]?.lower ?? "";
  return (
    i > first && words[i]?.pos === "DET" && !/^(?:of|-|all|both|half|such|['’]s?)$/.test(before)
  );
}

/** "his counterpart": whose it is belongs to the phrase. */
function withOwner(words: readonly Word[], first: number): number {
  return /^(?:his|her|its|their|our|another|any|each|every|some|all)$/.test(
    words[first - 1]?.lower ?? "",
  )
    ? first - 1
    : first;
}

/** "the Department of State Services (DSS)": one past the bracket of a short name behind a phrase, or one past the phrase. */
function withAcronym(words: readonly Word[], last: number): number {
  const short =
    words[last]?.text === "(" &&
    words[last + 2]?.text === ")" &&
    /^[\p{Lu}\d]{2,}$/u.test(words[last + 1]?.text ?? "");
  return short ? last + 3 : last;
}

/** Where a phrase begins together with the words before its number that say that it is rough. */
function withAmount(words: readonly Word[], first: number): number {
  for (const count of [3, 2, 1]) {
    const at = first - count;
    if (at < 0) continue;
    const lead = words
      .slice(at, first)
      .map(({lower}) => lower)
      .join(" ");
    if (
      roughly.test(lead) &&
      (count === 1 ? words[first]?.pos === "NUM" || /^(?:some|all|both)$/.test(lead) : true)
    )
      return at;
  }
  return first;
}

function isDate(phrase: readonly Word[]): boolean {
  return phrase.every(
    (word) => date.test(word.lower) || /^(last|this|next|late|early|the|a)$/.test(word.lower),
  );
}
