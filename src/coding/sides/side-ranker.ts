import {isVerb} from "../grammar.ts";
import type {Match} from "../match-cues.ts";
import {judge, type LinearModel} from "../scoring/linear-model.ts";
import type {Named, Sentence} from "../sentence.ts";
import {type EventFrame, sideFeatures} from "./side-features.ts";
import type {PhraseOdds} from "./side-odds.ts";

/** What a phrase may be in an event; "both" is a side of an act done together. */
export const sideClasses = ["none", "source", "target", "both"] as const;

/** Who does it and to whom, the likeliest of all ways that are possible, and how likely against the rest. */
export interface RankedSides {
  readonly sources: readonly Named[];
  readonly targets: readonly Named[];
  readonly both: boolean;
  /** Log of the probability of this way, of one phrase. */
  readonly score: number;
}

const least = 1e-6;
/** Log odds from which a further phrase joins a side. */
const sure = 1;

/** Farther phrases than these are not looked at. */
const mostPhrases = 14;

/**
 * Finds the sides of an event among the phrases of its sentence.
 *
 * @param fits what {@link sideOddsOf} gives.
 * @param target what is added for there being a target.
 */
export function rankSides(
  {sentence}: EventFrame,
  fits: readonly PhraseOdds[],
  target = 0,
  source = 0,
): RankedSides {
  const odds = fits.map((one) => ({
    phrase: one.phrase,
    source: one.source + source,
    target: one.target + target,
    both: one.both + (source + target) / 2,
  }));
  let best: RankedSides = {sources: [], targets: [], both: false, score: 0};
  for (const one of [null, ...odds])
    for (const other of [null, ...odds]) {
      if (one !== null && one === other) continue;
      const score = (one?.source ?? 0) + (other?.target ?? 0);
      if (score <= best.score) continue;
      const sources = one === null ? [] : [one.phrase];
      const targets = other === null ? [] : [other.phrase];
      best = {sources, targets, both: false, score};
    }
  const most = Math.max(...odds.map(({both}) => both));
  const joint = odds.filter(({both}) => both > 0 && (both === most || both > sure));
  const together = joint.reduce((sum, {both}) => sum + both, 0);
  if (together > best.score)
    return {sources: joint.map(({phrase}) => phrase), targets: [], both: true, score: together};
  // The likeliest stands first, those that join it behind.
  const more = (kind: "source" | "target", [first]: readonly Named[], bonus: number) =>
    odds
      .filter((one) => one[kind] - bonus > sure && !isIn(best, one.phrase))
      .filter(({phrase}) => first === undefined || !isParted(sentence, first, phrase))
      .map(({phrase}) => phrase);
  return {
    ...best,
    sources: [...best.sources, ...more("source", best.sources, source)],
    targets: [...best.targets, ...more("target", best.targets, target)],
  };
}

/** How well each phrase of a sentence fits each side of an event. */
export function sideOddsOf(model: LinearModel, frame: EventFrame): readonly PhraseOdds[] {
  return nearest(frame.sentence, frame.match).map((phrase) => {
    const given = judge(model, (to) => sideFeatures(frame, phrase, to));
    const [none = 0, doer = 0, aim = 0, both = 0] = given.map((one) => Math.log(one + least));
    return {phrase, source: doer - none, target: aim - none, both: both - none};
  });
}

/** "Kyiv said that Russia had attacked": a verb stands between, and the two are no one side. */
function isParted(sentence: Sentence, one: Named, other: Named): boolean {
  const [before, behind] = one.first < other.first ? [one, other] : [other, one];
  for (let at = before.last; at < behind.first; at++) if (isVerb(sentence, at)) return true;
  return false;
}

const isIn = ({sources, targets}: RankedSides, phrase: Named) =>
  sources.includes(phrase) || targets.includes(phrase);

function nearest({named}: Sentence, {at}: Match): readonly Named[] {
  if (named.length <= mostPhrases) return named;
  return [...named]
    .sort((a, b) => Math.abs(a.first - at) - Math.abs(b.first - at))
    .slice(0, mostPhrases)
    .sort((a, b) => a.first - b.first);
}
