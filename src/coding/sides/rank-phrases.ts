import type {Reference, Stretch} from "../../world/index.ts";
import {codebookAlone} from "../compile-codebook.ts";
import {findCandidates} from "../find-candidates.ts";
import {findMentions} from "../find-mentions.ts";
import {isVerb} from "../grammar.ts";
import {matchCues, verbAt} from "../match-cues.ts";
import {isHeadline, readWords} from "../read-words.ts";
import {judge, type LinearModel} from "../scoring/linear-model.ts";
import {type Named, sentenceOf} from "../sentence.ts";
import {withNamesNoVerbs, withPhrases} from "./noun-phrases.ts";
import {reachOf} from "./phrase-reach.ts";
import {type EventFrame, eventFeatures, frameOf} from "./side-features.ts";
import {rankSides, sideOddsOf} from "./side-ranker.ts";

/** A word of the sentence taken for what it is about, with the noun phrases around it. */
export interface Act {
  readonly frame: EventFrame;
  /** Place among the rules' readings, −1 for a verb that no cue takes. */
  readonly rank: number;
  readonly score: number;
}

/** Acts beyond these, in the order of the rules' readings and then of the words, are not looked at. */
const mostActs = 12;
/** How much the likeliness of the sides counts beside that of the act. */
const sidesCount = 0.25;
/** What is added for there being a side: one is left out only where nothing comes near it. Chosen by cross-validation. */
const bonus = {target: 4, source: 2} as const;

/** Every verb and every noun of the codebook in a sentence, each with the phrases that it parts. */
export function actsOf(text: string, reference: Reference): Act[] {
  const words = readWords(text, []);
  const mentions = findMentions(text, reference);
  const mentioned = words.map(
    ({start, end}) => mentions.find((one) => one.start < end && start < one.end)?.kind ?? "",
  );
  const plainly = sentenceOf(text, words, [], isHeadline(text, []));
  const bare = withNamesNoVerbs(plainly, mentioned);
  const cues = findCandidates(bare, matchCues(bare, codebookAlone(reference)));
  const taken = new Set(cues.map(({match}) => match.at));
  const plain = words.flatMap((_, at) =>
    !taken.has(at) && isVerb(bare, at) ? [verbAt(bare, at)] : [],
  );
  return [
    ...cues.map(({match, score}, rank) => ({match, rank, score})),
    ...plain.map((match) => ({match, rank: -1, score: 0})),
  ]
    .slice(0, mostActs)
    .map(({match, rank, score}) => ({
      frame: frameOf(withPhrases(bare, match, mentioned), match, mentioned),
      rank,
      score,
    }));
}

export interface PhraseModels {
  readonly acts: LinearModel;
  readonly phrases: LinearModel;
  readonly joints: LinearModel;
}

/** Doer and receiver of what the sentence is about, as stretches of its text. */
export function rankPhrases(
  text: string,
  reference: Reference,
  models: PhraseModels,
): {source: Stretch | null; target: Stretch | null} {
  let best: {score: number; frame: EventFrame; source: Named | null; target: Named | null} | null =
    null;
  for (const {frame, rank, score} of actsOf(text, reference)) {
    const [, act = 0] = judge(models.acts, (to) => eventFeatures(frame, rank, score, to));
    const sides = rankSides(frame, sideOddsOf(models.phrases, frame), bonus.target, bonus.source);
    const sum = Math.log(act + 1e-6) + sidesCount * sides.score;
    if (best !== null && sum <= best.score) continue;
    const [source = null, partner = null] = sides.sources;
    const target = sides.both ? partner : (sides.targets[0] ?? null);
    best = {score: sum, frame, source, target};
  }
  const stretchOf = (named: Named | null, other: Named | null): Stretch | null => {
    if (best === null || named === null) return null;
    const {words} = best.frame.sentence;
    const first = words[named.first];
    const last = words[reachOf(models.joints, best.frame, named, other) - 1];
    return first && last ? {start: first.start, end: last.end} : null;
  };
  const source = best?.source ?? null;
  const target = best?.target ?? null;
  return {source: stretchOf(source, target), target: stretchOf(target, source)};
}
