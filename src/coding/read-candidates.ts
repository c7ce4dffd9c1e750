import type {Day, Reference} from "../world/index.ts";
import {compileCodebook} from "./compile-codebook.ts";
import {type Candidate, findCandidates, findPlainVerbs} from "./find-candidates.ts";
import {findMentions, type Mention} from "./find-mentions.ts";
import {groupMentions} from "./group-mentions.ts";
import {isHeadline, readWords} from "./read-words.ts";
import {type Sentence, sentenceOf} from "./sentence.ts";
import type {Stand} from "./sentence-event.ts";

/** A sentence with its words, its parties, and every reading that the rules see, the likeliest first. */
export interface Readings {
  readonly sentence: Sentence;
  readonly mentions: readonly Mention[];
  readonly candidates: readonly Candidate[];
}

/** Finds what a sentence may tell. */
export function readCandidates(
  text: string,
  reference: Reference,
  on: Day | null,
  stands: readonly Stand[],
): Readings {
  const mentions = findMentions(text, reference, on).filter(
    (mention) => !stands.some((one) => one.start < mention.end && mention.start < one.end),
  );
  const sentence = readSentence(text, mentions, stands);
  const named = mentions.length + stands.length > 0;
  const cues = findCandidates(sentence, compileCodebook(reference));
  // Where parties are named, a cue that touches none of them tells of others.
  const candidates = [...cues, ...findPlainVerbs(sentence, cues)].filter(
    ({sides}) => !named || sides.sources !== null || sides.targets !== null,
  );
  return {sentence, mentions, candidates};
}

function readSentence(
  text: string,
  mentions: readonly Mention[],
  stands: readonly Stand[],
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
  return sentenceOf(text, readWords(text, names), names, isHeadline(text, names));
}
