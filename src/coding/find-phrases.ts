import {datelineLength} from "../reading/index.ts";
import type {Reference, Stretch} from "../world/index.ts";
import {compileCodebook} from "./compile-codebook.ts";
import {findCandidates} from "./find-candidates.ts";
import {findSides, mutualTypes} from "./find-sides.ts";
import {isVerb} from "./grammar.ts";
import type {Match} from "./match-cues.ts";
import {isHeadline, longestSentence, readWords, type Word} from "./read-words.ts";
import {type Named, type Sentence, sentenceOf} from "./sentence.ts";
import {isClauseEnd} from "./subject-and-object.ts";

/** The words of a sentence that name its actor and its recipient, whoever they are. */
export interface Phrases {
  readonly source: Stretch | null;
  readonly target: Stretch | null;
}

/** Finds actor and recipient as noun phrases, by the same rules that find states. */
export function findPhrases(text: string, reference: Reference): Phrases {
  const from = datelineLength(text);
  const kept = text.slice(from, from + longestSentence);
  const bare = sentenceOf(kept, readWords(kept, []), [], isHeadline(kept, []));
  const [best] = findCandidates(bare, compileCodebook(reference));
  if (best === undefined) return {source: null, target: null};
  const {match} = best;
  const sentence = withPhrases(bare, match);
  const {sources, targets, both, rule} = findSides(sentence, match);
  const partners =
    sources === null || !mutualTypes.has(best.type) ? [] : partsOf(sentence, sources);
  const direct = rule === "active" || rule === "nominal" ? nameAfter(sentence, targets) : targets;
  const [source, target] = partners.length === 2 ? partners : [sources, both ? sources : direct];
  const stretchOf = (named: Named | null): Stretch | null => {
    const first = named === null ? undefined : bare.words[named.first];
    const last = named === null ? undefined : bare.words[named.last - 1];
    return first && last ? {start: from + first.start, end: from + last.end} : null;
  };
  return {source: stretchOf(source ?? null), target: stretchOf(target ?? null)};
}

/** "A and B sign": the two phrases of a joint subject. */
function partsOf({named}: Sentence, joint: Named): Named[] {
  return named.filter((one) => joint.parties.includes(one.parties[0] ?? ""));
}

const hasName = ({words}: Sentence, {first, last}: Named) =>
  words.slice(first, last).some((word) => word.pos === "PROPN");

/** "provides a loan to Ukraine": where what is given bears no name, the next phrase of the clause that does. */
function nameAfter(sentence: Sentence, direct: Named | null): Named | null {
  if (direct === null || hasName(sentence, direct)) return direct;
  const {words, named, nameAt} = sentence;
  for (let i = direct.last; i < words.length; i++) {
    const word = words[i];
    const phrase = named[nameAt[i] ?? -1];
    if (phrase !== undefined && hasName(sentence, phrase)) return phrase;
    if (phrase === undefined && word !== undefined && isClauseEnd(word.lower, word.text))
      return direct;
    if (isVerb(sentence, i) && words[i - 1]?.lower !== "to") return direct;
  }
  return direct;
}

const inside = new Set(["DET", "ADJ", "NOUN", "PROPN", "NUM"]);
const date =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|yesterday|today|week|month|year|earlier|\d{1,4})$/;

/** The sentence with every noun phrase outside the cue as a name of its own. */
function withPhrases(sentence: Sentence, match: Match): Sentence {
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
  return {...sentence, named, nameAt};
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
