import type {EventType, Mode, Reference, Stretch} from "../world/index.ts";
import {compileCodebook} from "./compile-codebook.ts";
import {findCandidates} from "./find-candidates.ts";
import {isHeadline, readWords} from "./read-words.ts";
import {sentenceOf} from "./sentence.ts";

/**
 * The type of what a marked actor does to a marked recipient, whoever they are: the same rules as `codeSentence`, with
 * the pair given. For measuring on sets that mark the pair. `null` where no cue is met.
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
} | null {
  const names = [
    {...source, parties: ["source"], adjective: false},
    {...target, parties: ["target"], adjective: false},
  ].sort((a, b) => a.start - b.start);
  const sentence = sentenceOf(text, readWords(text, names), names, isHeadline(text, names));
  const scored = findCandidates(sentence, compileCodebook(reference)).map((candidate) => {
    const acts = candidate.sides.sources?.parties.includes("source") ?? false;
    const suffers = candidate.sides.targets?.parties.includes("target") ?? false;
    return {...candidate, score: candidate.score + (acts ? 1 : 0) + (suffers ? 1 : 0)};
  });
  const best = scored.reduce<(typeof scored)[number] | null>(
    (most, one) => (most === null || one.score > most.score ? one : most),
    null,
  );
  return best === null
    ? null
    : {type: best.type, mode: best.mode, future: best.future, because: best.because};
}
