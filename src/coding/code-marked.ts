import type {EventType, Mode, Reference, Stretch} from "../world/index.ts";
import {retype} from "./find-candidates.ts";
import {likeliestOf, scorerOf} from "./scoring/linear-scorer.ts";
import {readMarked} from "./scoring/read-marked.ts";

/**
 * The type of what a marked actor does to a marked recipient, whoever they are: the same scorer as `codeSentence`, with
 * the pair given and an event taken for granted. For measuring on sets that mark the pair.
 */
export function codeMarked(
  text: string,
  source: Stretch,
  target: Stretch,
  reference: Reference,
): {
  readonly type: EventType;
  readonly mode: Mode;
  readonly future: boolean;
  readonly because: readonly string[];
} {
  const {asked, reading} = readMarked(text, source, target, reference);
  const [score] = scorerOf(reference).score(asked, [reading]);
  if (score === undefined) throw new Error("a scorer gave no score of a reading");
  const {type} = likeliestOf(score);
  const [best] = asked.candidates;
  const told = best === undefined ? null : retype(asked.masked.sentence, best, type);
  return {
    type,
    mode: told?.mode ?? "done",
    future: told?.future ?? false,
    because: [...score.why(type), ...(best?.because ?? [])],
  };
}
