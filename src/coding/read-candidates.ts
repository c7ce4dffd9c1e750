import type {Reference} from "../world/index.ts";
import {compileCodebook} from "./compile-codebook.ts";
import {type Candidate, findPlainVerbs, likeliestCandidates} from "./find-candidates.ts";
import {groupMentions} from "./group-mentions.ts";
import {matchCues} from "./match-cues.ts";
import type {Mention} from "./mention.ts";
import {isHeadline, isTitleCase, longestSentence, readWords} from "./read-words.ts";
import type {LinearModel} from "./scoring/linear-model.ts";
import {modelOf} from "./scoring/model-of.ts";
import {type Sentence, sentenceOf} from "./sentence.ts";
import type {Stand} from "./sentence-event.ts";

/** A sentence with its words, its parties, and every reading that the rules see, the likeliest first. */
export interface Readings {
  readonly sentence: Sentence;
  readonly mentions: readonly Mention[];
  readonly candidates: readonly Candidate[];
}

/** Readings that are kept of a sentence. */
const most = 3;

/** Finds what a sentence may tell. @param found its mentions; those that a stand covers are left out. */
export function readCandidates(
  text: string,
  reference: Reference,
  found: readonly Mention[],
  stands: readonly Stand[],
): Readings {
  const mentions = found.filter(
    (mention) => !stands.some((one) => one.start < mention.end && mention.start < one.end),
  );
  const sentence = partySentence(text, mentions, stands, modelOf(reference, "sides"));
  const named = mentions.length + stands.length > 0;
  const matched = matchCues(sentence, compileCodebook(reference));
  // Where parties are named, a cue that touches none of them tells of others.
  const touches = ({sides}: Candidate) =>
    !named || sides.sources !== null || sides.targets !== null;
  const candidates = likeliestCandidates(sentence, matched, touches, most);
  for (const verb of findPlainVerbs(sentence, matched)) {
    if (candidates.length >= most) break;
    if (touches(verb)) candidates.push(verb);
  }
  return {sentence, mentions, candidates};
}

/** A sentence with its parties named, ready for rules and rankers. */
export function partySentence(
  text: string,
  mentions: readonly Mention[],
  stands: readonly Stand[],
  sideModel: LinearModel | null,
): Sentence {
  const groups = groupMentions(text, mentions).map((group) => {
    const own = mentions.filter((one) => one.start >= group.start && one.end <= group.end);
    // "Russian" belongs to the noun after it; "Russians" are people who act.
    const last = own.at(-1);
    return {...group, adjective: last?.kind === "adjective" && !/[^s]s$/.test(last.words)};
  });
  const names = [...groups, ...stands.map((one) => ({...one, adjective: false}))].sort(
    (a, b) => a.start - b.start,
  );
  const titled = isTitleCase(text.slice(0, longestSentence), names);
  const words = readWords(text, names, titled);
  return sentenceOf(text, words, names, isHeadline(text, names, titled), sideModel);
}
