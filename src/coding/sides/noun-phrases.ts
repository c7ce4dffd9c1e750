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
    for (;;) {
      // "the World Economic Forum (WEF) conference"
      const behind = withAcronym(words, last);
      if (behind > last && isIn(behind) && words[behind]?.pos !== "DET") last = behind;
      const goesOn =
        last < words.length &&
        !beginsAnew(words, i, last) &&
        (isIn(last) || (last !== match.last && joins(sentence, last) && isIn(last + 1)));
      if (!goesOn) break;
      last++;
    }
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
  const verbs = new Uint8Array(words.length);
  return withNamesNoVerbs({...sentence, named, nameAt, verbs}, mentioned);
}

/**
 * "the United States last month": in running text a word with a capital that the tagger takes for no verb is none.
 *
 * @param mentioned by word, the kind of the party's name that it stands in; "" for none.
 */
export function withNamesNoVerbs(sentence: Sentence, mentioned: readonly string[]): Sentence {
  const {words, headline, verbs} = sentence;
  if (headline) return sentence;
  words.forEach((word, i) => {
    const next = words[i + 1];
    const isName = i > 0 && isCapital(word) && (word.pos !== "VERB" || isCapital(next));
    const isNoun = word.pos === "NOUN" && isNounHere(words, i, mentioned);
    const isAdjective =
      (isCompound(words, i) || isDegree(words, i - 1)) &&
      (/^(?:NOUN|PROPN|ADJ)$/.test(next?.pos ?? "") || isCapital(next));
    if (isName || isNoun || isAdjective) verbs[i] = noVerb;
  });
  return sentence;
}

/** Whether what the tagger takes for a noun is none of the verbs that headlines have behind names ("Merz backs Ukraine"). */
function isNounHere(words: readonly Word[], i: number, mentioned: readonly string[]): boolean {
  const {lower, lemma} = words[i] as Word;
  const before = words[i - 1];
  if (before === undefined) return false;
  // "Iraqi pilots"
  if (mentioned[i - 1] === "adjective") return true;
  // "US wildlife authorities", "a Christmas tree"
  const isBare = lower === lemma;
  if (isBare && (words[i + 1]?.pos === "NOUN" || before.pos === "PROPN")) return true;
  // "an Islamic State explosives factory"
  let first = i - 1;
  while (first > 0 && words[first]?.pos === "PROPN") first--;
  return first < i - 1 && /^an?$/.test(words[first]?.lower ?? "");
}

/** As `Sentence.verbs` has it. */
const noVerb = 2;

const isCapital = (word: Word | undefined) => word !== undefined && /^\p{Lu}/u.test(word.text);

/** Whether a word may stand in a noun phrase: "a besieged town" and "200 suspected members" hold participles. */
function opens(sentence: Sentence, i: number): boolean {
  const {words} = sentence;
  const word = words[i];
  if (word === undefined) return false;
  const counted =
    words[i - 1]?.pos === "NUM" && /(?:ed|en)$/.test(word.lower) && words[i + 1]?.pos === "NOUN";
  // Before a name the tagger takes it for an adverb.
  if (word.lower === "new") return true;
  // "eleven of Iran's most prominent prisoners"
  if (word.lower === "most" && words[i + 1]?.pos === "ADJ") return true;
  if (word.pos === "ADV") return isDegree(words, i) && opens(sentence, i + 1);
  if (word.pos === "VERB") {
    if (counted || isCompound(words, i) || isDegree(words, i - 1)) return true;
    return (/(?:ed|en|ing)$/.test(word.lower) || isCapital(word)) && !isVerb(sentence, i);
  }
  return inside.has(word.pos) && !isVerb(sentence, i);
}

/** "the rebel-held enclave", "an Australian-born militant"; "re-elected" is a verb. */
function isCompound(words: readonly Word[], i: number): boolean {
  const before = words[i - 1];
  const word = words[i];
  return (
    word !== undefined &&
    (/^(?!re-|co-|pre-|over-|out-)\p{L}+-/iu.test(word.text) ||
      (before?.text === "-" && before.end === word.start))
  );
}

/** "the recently formed congress". */
function isDegree(words: readonly Word[], i: number): boolean {
  const word = words[i];
  return (
    word?.pos === "ADV" &&
    /ly$/.test(word.lower) &&
    words[i - 1]?.pos === "DET" &&
    /^(?:ADJ|VERB)$/.test(words[i + 1]?.pos ?? "")
  );
}

/** "the release of two bankers": what is done, and whom it is done to, are two phrases. */
function isActNoun(word: Word | undefined): boolean {
  return word !== undefined && namesAct.test(word.lower) && !namesBody.test(word.lower);
}

/** Nouns of acts, by their ending or whole. */
const namesAct =
  /(?:tion|sion|ment|ance|ence|release|arrest|trial|removal|withdrawal|renewal|refusal|approval|imports?|exports?|use|sale|purchase|transfer|deaths?|killings?|murder|attacks?|visit|return|rescue|seizure|closure|access|entry|siege|plan|talks|supply|delivery|ban|lifting|easing|ending|opening|dismissal|recall|handling|bombing|shelling|strikes?|arrival|departure|capture|work|criticism|praise|support)$/;
/** Nouns of like endings that name a body, a group or a place. */
const namesBody =
  /^(?:organi[sz]ation|association|union|federation|confederation|administration|corporation|government|department|parliament|commission|mission|delegation|nation|section|station|region|division|foundation|institution|population|coalition|generation|regiment|detachment|contingent|settlement|apartment|document|agreement|position|portion|fraction)$/;

/** "of", a hyphen or a possessive between two parts of one phrase. */
function joins({words}: Sentence, i: number): boolean {
  const word = words[i];
  return (
    (word?.lower === "of" && !isActNoun(words[i - 1])) ||
    word?.text === "-" ||
    /^['’]s?$/.test(word?.text ?? "")
  );
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
