import type {Reference, Stretch} from "../../world/index.ts";
import {codebookAlone} from "../compile-codebook.ts";
import {type Candidate, findCandidates} from "../find-candidates.ts";
import {matchCues} from "../match-cues.ts";
import {isHeadline, longestSentence, readWords} from "../read-words.ts";
import {type Named, sentenceOf} from "../sentence.ts";
import {type Asked, maskSentence, type Reading} from "./type-features.ts";

/** What the sides of a marked pair are called among the parties of its sentence. */
const given = {source: "source", target: "target"} as const;

/** Reads a sentence whose actor and recipient are marked, whoever they are. A mark may be missing. */
export function readMarked(
  text: string,
  source: Stretch | null,
  target: Stretch | null,
  reference: Reference,
): {readonly asked: Asked; readonly reading: Reading} {
  const kept = text.slice(0, longestSentence);
  const names = [
    ...(source === null ? [] : [{...source, parties: [given.source], adjective: false}]),
    ...(target === null ? [] : [{...target, parties: [given.target], adjective: false}]),
  ].sort((a, b) => a.start - b.start);
  const sentence = sentenceOf(kept, readWords(kept, names), names, isHeadline(kept, names));
  const side = (name: string): Named | null =>
    sentence.named.find(({parties}) => parties.includes(name)) ?? null;
  const candidates = findCandidates(sentence, matchCues(sentence, codebookAlone(reference)))
    .map((one) => ({...one, score: one.score + agreement(one)}))
    .sort((a, b) => b.score - a.score || a.match.at - b.match.at);
  const event = candidates[0]?.match ?? null;
  const spans = {source: side(given.source), target: side(given.target), event};
  return {
    asked: {masked: maskSentence(sentence), candidates},
    reading: {spans, own: null},
  };
}

/** A point for each side that a reading gives to the party marked as it. */
function agreement({sides}: Candidate): number {
  const acts = sides.sources?.parties.includes(given.source) ?? false;
  const suffers = sides.targets?.parties.includes(given.target) ?? false;
  return (acts ? 1 : 0) + (suffers ? 1 : 0);
}
