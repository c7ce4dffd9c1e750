import {isVerb} from "../grammar.ts";
import type {Match} from "../match-cues.ts";
import type {Word} from "../read-words.ts";
import type {Named, Sentence} from "../sentence.ts";

const inside = new Set(["DET", "ADJ", "NOUN", "PROPN", "NUM"]);
const date =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|yesterday|today|week|month|year|earlier|\d{1,4})$/;

/** The sentence with every noun phrase outside the cue as a name of its own. */
export function withPhrases(sentence: Sentence, match: Match): Sentence {
  const {words} = sentence;
  const named: Named[] = [];
  const nameAt = words.map(() => -1);
  const taken = match.cue.noun || match.cue.rest.length > 0 ? match.last - 1 : match.at;
  for (let i = 0; i < words.length; i++) {
    if (!opens(sentence, match, i)) continue;
    let last = i + 1;
    while (last < words.length && (opens(sentence, match, last) || joins(sentence, match, last)))
      last++;
    const phrase = words.slice(i, last);
    const ofCue = i <= taken && taken < last;
    if (!ofCue && phrase.some((word) => /^(NOUN|PROPN)$/.test(word.pos)) && !isDate(phrase)) {
      for (let k = i; k < last; k++) nameAt[k] = named.length;
      named.push({first: i, last, parties: [`phrase ${named.length}`], adjective: false});
    }
    i = last - 1;
  }
  return {...sentence, named, nameAt, verbs: new Uint8Array(words.length)};
}

/** Whether a word may stand in a noun phrase; a noun that the cue took ends the phrase before what follows it. */
function opens(sentence: Sentence, {at}: Match, i: number): boolean {
  const word = sentence.words[i];
  return word !== undefined && i !== at && inside.has(word.pos) && !isVerb(sentence, i);
}

/** "of", a hyphen or a possessive between two parts of one phrase; not behind the cue's own noun. */
function joins(sentence: Sentence, match: Match, i: number): boolean {
  const word = sentence.words[i];
  if (i === match.last) return false;
  const small = word?.lower === "of" || word?.text === "-" || /^['’]s?$/.test(word?.text ?? "");
  return small && opens(sentence, match, i + 1);
}

function isDate(phrase: readonly Word[]): boolean {
  return phrase.every(
    (word) => date.test(word.lower) || /^(last|this|next|late|early|the|a)$/.test(word.lower),
  );
}
