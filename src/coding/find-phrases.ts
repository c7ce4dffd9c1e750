import {datelineLength} from "../reading/index.ts";
import type {Reference, Stretch} from "../world/index.ts";
import {longestSentence} from "./read-words.ts";
import {modelOf} from "./scoring/model-of.ts";
import {rankPhrases} from "./sides/rank-phrases.ts";

/** The words of a sentence that name its actor and its recipient, whoever they are. */
export interface Phrases {
  readonly source: Stretch | null;
  readonly target: Stretch | null;
}

/** Finds actor and recipient as noun phrases, by the same ranker that finds states. */
export function findPhrases(text: string, reference: Reference): Phrases {
  const from = datelineLength(text);
  const kept = text.slice(from, from + longestSentence);
  const models = {
    acts: modelOf(reference, "acts"),
    phrases: modelOf(reference, "phrases"),
    joints: modelOf(reference, "joints"),
  };
  const {source, target} = rankPhrases(kept, reference, models);
  const moved = (one: Stretch | null) =>
    one === null ? null : {start: from + one.start, end: from + one.end};
  return {source: moved(source), target: moved(target)};
}
